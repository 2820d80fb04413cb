import type { Claim, Span } from './claim.ts'
import type { Day } from './day.ts'
import type { Receipt, Verdict } from './verdict.ts'

export interface DateReason extends Span {
  readonly quote: string
  readonly says: string
}

/** When the document was written: given by the user, stated in it, or inferred as an interval with reasons. */
export interface DocumentDate {
  readonly from: Day
  readonly to: Day
  readonly basis: 'given' | 'stated' | 'inferred'
  readonly reasons: readonly DateReason[]
}

export type Genre = 'analysis' | 'news' | 'press-release' | 'other'

export interface DocumentFacts {
  /** `sha256:` of the text. */
  readonly id: string
  readonly path: string
  readonly title: string | null
  readonly text: string
  readonly language: 'en'
  readonly genre: Genre
  readonly author: string | null
  readonly affiliation: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly disclaimer: string | null
  /** Null when nothing in the document says when it was written. */
  readonly date: DocumentDate | null
  readonly boilerplate: readonly (Span & { readonly why: string })[]
}

export interface CheckedClaim extends Claim {
  readonly verdicts: readonly Verdict[]
}

export interface Argument {
  readonly thesis: string | null
  readonly drivers: readonly { readonly marker: string; readonly claims: readonly string[] }[]
  readonly conclusions: readonly string[]
}

export interface LedgerSummary {
  readonly sentences: number
  readonly claims: number
  readonly by_type: Readonly<Record<string, number>>
  /** By as-of day, then verdict; only in a checked ledger. */
  readonly by_verdict: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** What `read` gives: the claims of a document. */
export interface Ledger<C extends Claim = Claim> {
  readonly schema: 'detente.ledger/1'
  readonly version: string
  readonly document: DocumentFacts
  readonly claims: readonly C[]
  readonly argument: Argument
  readonly summary: LedgerSummary
}

/** What `check` gives: the same with verdicts, and what the record holds that the analysis leaves out. */
export interface CheckedLedger extends Ledger<CheckedClaim> {
  readonly omissions: readonly { readonly says: string; readonly receipts: readonly Receipt[] }[]
}
