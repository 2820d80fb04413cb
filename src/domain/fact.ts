import type { ActorId } from './actor.ts'
import type { Day } from './day.ts'
import type { Source } from './event.ts'

/** What a fact says of its subject. */
export type FactRelation =
  | 'holds_office'
  | 'member_of'
  | 'part_of'
  | 'has_majority_religion'
  | 'capital_of'
  | 'mediates'

/**
 * Something that holds over a span of days: an office held, a membership, a place's belonging.
 * `from: null` = since before what the source covers; `to: null` = still so when the source was made.
 */
export interface Fact {
  readonly fact: string
  readonly subject: ActorId
  readonly relation: FactRelation
  /** The office (`defence minister`), the organisation, the region. */
  readonly object: string
  /** For offices: the state or organisation whose office it is. */
  readonly of: ActorId | null
  readonly from: Day | null
  readonly to: Day | null
  readonly sources: readonly Source[]
}

/** A dated landmark by which texts name a time: "the annexation of Crimea". */
export interface Landmark {
  readonly id: string
  readonly names: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly actors: readonly ActorId[]
  readonly summary: string
  readonly sources: readonly Source[]
}
