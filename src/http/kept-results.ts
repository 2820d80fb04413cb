import { isClusterAddress } from '../record/index.ts'
import type { Checked } from './checked.ts'
import { type Kept, keep } from './kept.ts'

/** An answer as it went out. */
export interface RememberedAnswer {
  readonly body: string
  readonly headers: readonly (readonly [string, string])[]
}

/** What was found in a record as it is. Everything is found anew when it has changed. */
export interface KeptResults {
  /** Whole answers by their address. */
  readonly answers: Kept<RememberedAnswer>
  /** Ledgers with verdicts, by their text and days. */
  readonly checks: Kept<Checked>
}

/** Characters of answers: some hundred large ones. */
const ANSWERS = 64_000_000
/** Claims of ledgers: each with its receipts for some days weighs some thousand characters. */
const CLAIMS = 5000

/** Others may write to a cluster at any time: of its answers none is kept. */
export const keepResults = (path: string): KeptResults => {
  const share = isClusterAddress(path) ? 0 : 1
  return {
    answers: keep(share * ANSWERS, ({ body }) => body.length + 1),
    checks: keep(share * CLAIMS, ({ checked }) => checked.claims.length + 1),
  }
}
