import { addDays, type Bearing, type Day } from '../domain/index.ts'
import { dayBalances, type Level, levelOf } from '../relations/index.ts'
import { type Case, daysOf, hasOwnTime, isPastByTense, type Judge } from './case.ts'
import { coverageOf } from './coverage.ts'
import { judgeEvent } from './event.ts'
import { nothingFound } from './nothing-found.ts'
import { eventsOf, type Pair, pairOf, receiptsOfSides, sideOf } from './pair-acts.ts'
import type { Days } from './search.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { counted, fromTo, pairName } from './wording.ts'

type Answer = 'yes' | 'no' | 'open'

/** What a level says to "good" (1) or "bad" (-1), each with the interval that the number of days allows; enmity asks for more. */
const answerOf = (level: Level, side: 1 | -1, isEnmity: boolean): Answer => {
  const { strained, enmity, good } = thresholds().level
  if (!level.enough) return 'open'
  const isStrained = level.conflict.low > strained
  if (side === -1) {
    if (level.conflict.low > (isEnmity ? enmity : strained)) return 'yes'
    return level.conflict.high < strained ? 'no' : 'open'
  }
  if (level.cooperation.low > good && !isStrained) return 'yes'
  return level.cooperation.high < good ? 'no' : 'open'
}

interface Measured {
  readonly days: Days
  readonly level: Level
  readonly answer: Answer
}

const measure = async (c: Case, pair: Pair, side: 1 | -1, days: Days): Promise<Measured> => {
  const level = levelOf(dayBalances(await eventsOf(c, pair, days), days))
  const isEnmity = new RegExp(termsFile().enmity, 'iu').test(c.claim.quote)
  return { days, level, answer: answerOf(level, side, isEnmity) }
}

const backFrom = (to: Day, length: number): Days => ({ from: addDays(to, 1 - length), to })

/**
 * The window in which a level is read. A time of its own: that. "Were" without any: the shortest stretch that shows it.
 * "Are": the last year, and more only while its days are too few to decide.
 */
const measuredFor = async (c: Case, pair: Pair, side: 1 | -1): Promise<Measured> => {
  const { windows, enough_days } = thresholds().level
  if (hasOwnTime(c.claim) && c.claim.time?.from) return measure(c, pair, side, daysOf(c, windows[0] ?? 365))
  const past = isPastByTense(c.claim)
  let last: Measured | null = null
  for (const length of windows) {
    last = await measure(c, pair, side, backFrom(c.until, length))
    if (last.answer === 'yes') return last
    if (!past && (last.answer === 'no' || last.level.days >= enough_days)) return last
  }
  return last ?? measure(c, pair, side, backFrom(c.until, 365))
}

const inNumbers = ({ level, days }: Measured, pair: Pair): string =>
  `of ${counted(level.days, 'day')} with acts between ${pairName(pair)} from ${fromTo(days)}, ${level.conflict_days === 0 ? 'none' : level.conflict_days} ${level.conflict_days === 1 ? 'was' : 'were'} hostile`

/** How two states stand: the share of hostile days among those with acts. */
export const judgeLevel: Judge = async c => {
  const pair = pairOf(c)
  const side = sideOf(c.claim)
  if (!pair || side === 0) return judgeEvent(c)
  const measured = await measuredFor(c, pair, side)
  const { level, days, answer } = measured
  const events = await eventsOf(c, pair, days)
  const actors = pair.flatMap(id => id ?? [])
  const coverage = await coverageOf(c.search, actors, days)
  const both = (bearings: readonly [Bearing, Bearing]) => receiptsOfSides(c, events, side, bearings)
  const numbers = inNumbers(measured, pair)
  if (answer === 'yes') return { verdict: 'supported', because: numbers, receipts: both(['for', 'context']), coverage }
  if (answer === 'no' && coverage.adequate)
    return { verdict: 'contradicted', because: numbers, receipts: both(['context', 'against']), coverage }
  const isMixed = level.conflict_days > 0 && level.conflict_days < level.days
  if (level.enough && isMixed)
    return {
      verdict: 'disputed',
      because: `${numbers}, which ${answer === 'no' ? 'is too thin a record to contradict' : 'decides neither way'}`,
      receipts: both(['for', 'against']),
      coverage,
    }
  const what = `series of acts long enough to show how ${pairName(pair)} stood`
  return nothingFound(c, what, days, both(['context', 'context']), actors)
}
