import type { ActorId, ClosedInterval, Day } from '../domain/index.ts'
import type { Acting } from './as-of.ts'
import type { Period } from './periods.ts'
import type { Tally } from './tally.ts'

export interface DyadQuery {
  readonly a: ActorId
  readonly b: ActorId
  readonly from?: Day
  readonly to?: Day
  readonly by: Period
  readonly asOf: Day
  readonly source?: string
  /** Default `state`: rebels, parties and citizens of the two states stay out. */
  readonly acting?: Acting
}

export interface DyadPoint extends ClosedInterval {
  /** What `trace` takes. */
  readonly cell: string
  readonly a_to_b: Tally
  readonly b_to_a: Tally
  readonly pair: Tally
  /** Only where the source named holds scores of a pair and day instead of events. */
  readonly score?: { readonly days: number; readonly sum: number }
  readonly temperature: null
  readonly phase: null
  readonly coverage: {
    readonly pair_events: number
    /** Rows between either of the two and any other, the pair's own among them. */
    readonly actor_events: number
    readonly world_events: number
    readonly sources: number
    readonly days_without_rows: number
  }
}

/** The contract's `dyad --json`. */
export interface DyadSeries {
  readonly schema: 'detente.dyad/1'
  readonly dyad: string
  readonly as_of: Day
  readonly by: Period
  readonly sources: readonly string[]
  readonly points: readonly DyadPoint[]
  readonly turning_points: readonly never[]
}
