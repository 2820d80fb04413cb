import type { OfficeMention } from '../actors/index.ts'
import type { ClaimType, Span } from '../domain/index.ts'
import type { Clause, Range } from './clause/index.ts'

/** A claim as it is first found: where it stands and what it asserts. Hedges, speakers, actors and times come after. */
export interface Draft extends Span {
  /** Index of the sentence. */
  readonly sentence: number
  readonly type: ClaimType
  /** Name of the rule that gave the type; null where none did. */
  readonly rule: string | null
  /** The words that are the claim's own: hedges and negations count only there. Token indexes of the sentence. */
  readonly own: readonly number[]
  /** The clause it was read from; null for phrases. */
  readonly clause: Clause | null
  /** Index of that clause in its sentence. */
  readonly clauseIndex: number | null
  /** The phrase it was read from; null for clauses. */
  readonly phrase: Range | null
  readonly office: OfficeMention | null
  /** The clause of its condition. */
  readonly condition: Clause | null
}
