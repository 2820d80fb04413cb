import type { ActorId, ClosedInterval, Day, EventType } from '../domain/index.ts'
import type { Acting } from './as-of.ts'

/** Which events are asked for. */
export interface EventQuery {
  readonly asOf: Day
  readonly pair?: readonly [ActorId, ActorId]
  /** On either side, any of them. */
  readonly actors?: readonly ActorId[]
  readonly from?: Day
  readonly to?: Day
  /** Beginning in any of these stretches of days. */
  readonly within?: readonly ClosedInterval[]
  readonly types?: readonly EventType[]
  /** Words; each must begin a word of the summary, the people or the place. */
  readonly search?: string
  readonly ids?: readonly string[]
  readonly limit?: number
  readonly origin?: string
  /** Of the own format alone: they are few. */
  readonly own?: boolean
  /** Default `state`. Asked by id, rows show whoever acts in them. */
  readonly acting?: Acting
  /**
   * Without what only people read (summary, place, people, sources come empty): series of many rows are counted from the rest, and the
   * texts of a pair lie scattered over the whole record.
   */
  readonly bare?: boolean
  /** How many rows to pass over, for pages. */
  readonly offset?: number
}
