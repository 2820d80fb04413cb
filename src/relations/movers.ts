import { type ActorId, type Day, dayNumber } from '../domain/index.ts'
import type { RecordReader } from '../record/index.ts'
import { type Arrow, arrowOf } from './brief/index.ts'
import { phaseOn, relationsOf, type ToldPhase } from './pair/index.ts'

/** Which pairs moved most lately, and where they stand. */
export interface Mover {
  readonly pair: readonly [ActorId, ActorId]
  readonly source: string | null
  readonly arrow: Arrow
  readonly phase: ToldPhase | null
}

/**
 * Every pair with events whose last days and the days before can be compared, the surest movers first (a large change of a pair that is
 * seldom told of is no sure one).
 */
export const readMovers = async (record: RecordReader, asOf: Day, days: number): Promise<Mover[]> => {
  const relations = relationsOf(await record.events({ asOf, bare: true }), asOf)
  return relations
    .flatMap(relation => {
      const arrow = arrowOf(relation.balance, dayNumber(asOf), days)
      return arrow ? [{ pair: relation.pair, source: relation.origin, arrow, phase: phaseOn(relation, asOf) }] : []
    })
    .sort((a, b) => b.arrow.chance - a.arrow.chance || (a.pair.join() < b.pair.join() ? -1 : 1))
}
