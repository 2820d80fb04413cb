import { addDays, type Day, dayNumber, lengthInDays } from '../domain/index.ts'
import { type Arrow, arrowOf } from '../relations/index.ts'
import type { Case } from './case.ts'
import { relationUntil } from './measured.ts'
import type { Pair } from './pair-acts.ts'
import type { Days } from './search.ts'
import { standingIn } from './standing.ts'
import { thresholds } from './thresholds.ts'
import { degrees, fromTo, pairName } from './wording.ts'

/** Some days against as many before them: where the relation went, in degrees. */
export interface Compared {
  readonly before: Days
  readonly after: Days
  /** Null where too little passed in either to compare. */
  readonly arrow: Arrow | null
}

/** From a day on, against as long a time before it. */
export const compareFrom = async (c: Case, pair: Pair, after: Days): Promise<Compared> => {
  const length = lengthInDays(after)
  const before = { from: addDays(after.from, -length), to: addDays(after.from, -1) }
  const relation = await relationUntil(c, pair, after.to)
  const arrow = arrowOf(relation.balance, dayNumber(after.to), length)
  const { least_days, least_part } = thresholds().trend
  const acts = standingIn(relation, after).acts + standingIn(relation, before).acts
  // A record that begins in the middle of the earlier days makes them look livelier than they were.
  const isEnough = arrow !== null && acts >= least_days && arrow.before.days >= least_part * length
  return { before, after, arrow: isEnough ? arrow : null }
}

/** Back from a day. */
export const compareBack = (c: Case, pair: Pair, to: Day, length: number): Promise<Compared> =>
  compareFrom(c, pair, { from: addDays(to, 1 - length), to })

/** How sure a comparison is of a side: above 0.5 for it, below against it. */
export const chanceOf = ({ arrow }: Compared, side: 1 | -1): number => {
  if (arrow === null || arrow.change === 0) return 0.5
  return arrow.change * side > 0 ? arrow.chance : 1 - arrow.chance
}

/** Both spans in numbers, so that a reader can judge the size of a change. */
export const comparedInWords = ({ before, after, arrow }: Compared, pair: Pair): string => {
  const who = pairName(pair)
  if (arrow === null) return `acts of ${who} are too few to compare ${fromTo(after)} with ${fromTo(before)}`
  const [good, bad] = (['cooperation', 'conflict'] as const).map(
    kind => `${arrow.before[kind].toFixed(1)} to ${arrow.now[kind].toFixed(1)}`,
  )
  const way =
    arrow.direction === 'steady'
      ? 'not surely warmer or cooler'
      : `${arrow.word} ${arrow.change > 0 ? 'warmer' : 'cooler'}`
  return (
    `relations of ${who} were ${way} from ${fromTo(after)} than in as long a time before ` +
    `(${degrees(arrow.change)} degrees, 90 in 100 between ${degrees(arrow.low)} and ${degrees(arrow.high)}): ordinary days of co-operation went from ${good}, of conflict from ${bad}`
  )
}
