import { addDays, type Bearing, daysBetween, maxDay, minDay } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type Case, type Finding, hasOwnTime, type Judge } from './case.ts'
import { type Compared, chanceOf, compareBack, comparedInWords, compareFrom } from './compared.ts'
import { coverageOf } from './coverage.ts'
import { relationUntil } from './measured.ts'
import { nothingFound } from './nothing-found.ts'
import { carrying, type Pair, pairOf, sideOf } from './pair-acts.ts'
import { eventReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { judgeSideless } from './sideless.ts'
import { thresholds } from './thresholds.ts'
import { pairName } from './wording.ts'

const within = (events: readonly AsOfEvent[], { from, to }: Days): AsOfEvent[] =>
  events.filter(e => e.day >= from && e.day <= to)

/** The verdict on "warmer" (1) or "cooler" (-1), from the comparison that decides; `rest`: others that may speak against it. */
export const verdictOnChange = async (
  c: Case,
  pair: Pair,
  side: 1 | -1,
  compared: Compared,
  rest: readonly Compared[] = [],
): Promise<Finding> => {
  const { after, before } = compared
  const { sure, surely_not } = thresholds().trend
  const actors = pair.flatMap(id => id ?? [])
  const span = { from: before.from, to: after.to }
  const { events } = await relationUntil(c, pair, after.to)
  const leaning = carrying(within(events, after), side)
  const opposed = carrying(within(events, after), side === 1 ? -1 : 1)
  const contrast = carrying(within(events, before), side === 1 ? -1 : 1)
  const show = (list: readonly AsOfEvent[], bearing: Bearing) => list.map(e => eventReceipt(e, bearing, c.asOf))
  if (compared.arrow === null) {
    const what = `series of acts long enough to show where relations of ${pairName(pair)} went`
    return nothingFound(c, what, span, [...show(leaning, 'context'), ...show(opposed, 'context')], actors)
  }
  const because = comparedInWords(compared, pair)
  const coverage = await coverageOf(c.search, actors, span)
  const chance = chanceOf(compared, side)
  // Less conflict alone can be a warming, and less contact a cooling: then what was before shows it.
  const carriers = leaning.length > 0 ? [...show(leaning, 'for'), ...show(contrast, 'context')] : show(contrast, 'for')
  if (chance >= sure && carriers.length > 0) return { verdict: 'supported', because, receipts: carriers, coverage }
  const otherwise = rest.find(other => chanceOf(other, side) >= sure)
  if (chance <= 1 - sure && otherwise)
    return {
      verdict: 'disputed',
      because: `${because}; but ${comparedInWords(otherwise, pair)}`,
      receipts: [...show(leaning, 'for'), ...show(opposed, 'against')],
      coverage,
    }
  const isRefuted = chance <= 1 - surely_not || (chance <= 1 - sure && leaning.length === 0)
  if (isRefuted && opposed.length > 0 && coverage.adequate)
    return {
      verdict: 'contradicted',
      because,
      receipts: [...show(opposed, 'against'), ...show(leaning, 'context')],
      coverage,
    }
  if (leaning.length > 0 && opposed.length > 0)
    return { verdict: 'disputed', because, receipts: [...show(leaning, 'for'), ...show(opposed, 'against')], coverage }
  const finding = await nothingFound(c, 'change of that kind', span, show(leaning, 'context'), actors)
  return { ...finding, because: `${finding.because}; ${because}` }
}

/** "In recent years": no time to compare with what came before it, but the recent past. */
const isOfLate = ({ claim: { time }, until }: Case): boolean =>
  time?.basis === 'relative' &&
  time.from !== null &&
  (time.to === null || time.to >= until) &&
  daysBetween(time.from, until) > Math.max(...thresholds().trend.windows)

/** A time of its own: from then on, against as long a time before. Null where that is no question, or too little passed. */
const comparedThen = async (c: Case, pair: Pair): Promise<Compared | null> => {
  const { time } = c.claim
  if (!time?.from || !hasOwnTime(c.claim) || time.from > c.until || isOfLate(c)) return null
  const to = minDay(c.until, maxDay(time.to ?? c.until, addDays(time.from, thresholds().trend.after)))
  const own = await compareFrom(c, pair, { from: time.from, to })
  return own.arrow === null ? null : own
}

/** Getting better or worse. Without a time of its own: the recent past, by the shortest span that is sure of a direction. */
export const judgeTrend: Judge = async c => {
  const pair = pairOf(c)
  const side = sideOf(c.claim)
  if (!pair || side === 0) return judgeSideless(c)
  const own = await comparedThen(c, pair)
  if (own) return verdictOnChange(c, pair, side, own)
  const { windows, sure } = thresholds().trend
  const all: Compared[] = []
  for (const length of windows) all.push(await compareBack(c, pair, c.until, length))
  const decided = all.find(one => Math.max(chanceOf(one, side), 1 - chanceOf(one, side)) >= sure)
  const chosen = decided ?? all.find(one => one.arrow !== null) ?? all.at(-1)
  if (!chosen) throw new RangeError('data/check/thresholds.yaml names no window for trends')
  return verdictOnChange(c, pair, side, chosen, all)
}
