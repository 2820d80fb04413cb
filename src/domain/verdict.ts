import type { Day } from './day.ts'
import type { Source } from './event.ts'

/** The contract says what each means. */
export const VERDICTS = [
  'supported',
  'contradicted',
  'disputed',
  'not_found',
  'not_covered',
  'pending',
  'not_checkable',
] as const
export type VerdictName = (typeof VERDICTS)[number]

export type Bearing = 'for' | 'against' | 'context'

/** A source as a receipt lists it; `found_later` where it was published after as-of, or bears no date. */
export interface ReceiptSource extends Source {
  readonly found_later?: true
}

interface ReceiptBody {
  readonly known: Day
  readonly summary: string
  readonly bearing: Bearing
  readonly sources: readonly ReceiptSource[]
}

/** An event or fact of the record that bears on a claim. */
export type Receipt =
  | (ReceiptBody & { readonly event: string; readonly day: Day; readonly day_to?: Day })
  | (ReceiptBody & { readonly fact: string; readonly from: Day; readonly to: Day | null })

/** What the record could have seen: counts of events of the pair and of its actors in the days searched. */
export interface Coverage {
  readonly from: Day
  readonly to: Day
  readonly pair_events: number
  readonly actor_events: number
  readonly independent_sources: number
  /** Whether a missing event says anything: thresholds in data/check/thresholds.yaml. */
  readonly adequate: boolean
}

export interface Verdict {
  readonly as_of: Day
  readonly verdict: VerdictName
  /** One sentence. */
  readonly because: string
  readonly receipts: readonly Receipt[]
  readonly coverage: Coverage | null
}
