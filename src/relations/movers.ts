import { type ActorId, type Day, dayNumber } from '../domain/index.ts'
import type { RecordReader } from '../record/index.ts'
import { type Arrow, arrowOf } from './brief/index.ts'
import { pairCourse, phaseOn, readAllPairs, type ToldPhase } from './pair/index.ts'
import { phaseSettings } from './phases/index.ts'
import type { Balance } from './series/index.ts'

/** Which pairs moved most lately, and where they stand. */
export interface Mover {
  readonly pair: readonly [ActorId, ActorId]
  readonly source: string | null
  readonly arrow: Arrow
  readonly phase: ToldPhase | null
}

/**
 * Every pair whose last days and the days before can be compared, the surest movers first (a large change of a pair that is
 * seldom told of is no sure one).
 */
export const readMovers = async (record: RecordReader, asOf: Day, days: number): Promise<Mover[]> => {
  const movers: Mover[] = []
  const [last, { window }] = [dayNumber(asOf), phaseSettings()]
  for await (const { pair, sets } of readAllPairs(record, { asOf, online: false })) {
    // Whoever did nothing lately did not move: most pairs of a large record need not be measured.
    if (!sets.some(({ balance: b }) => isAnythingTold(b, last - Math.max(days, window)))) continue
    const relation = pairCourse({ pair, asOf, sets })
    const arrow = arrowOf(relation.balance, last, days)
    if (arrow) movers.push({ pair, source: relation.origin, arrow, phase: phaseOn(relation, asOf) })
  }
  return movers.sort((a, b) => b.arrow.chance - a.arrow.chance || (a.pair.join() < b.pair.join() ? -1 : 1))
}

const isAnythingTold = ({ from, rows }: Balance, since: number): boolean => {
  for (let i = Math.max(0, since - from); i < rows.length; i++) if (rows[i]) return true
  return false
}
