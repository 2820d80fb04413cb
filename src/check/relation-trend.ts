import { addDays, type Bearing, type Day, maxDay, minDay, quadClass } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { deepens } from '../relations/index.ts'
import { type Case, type Finding, hasOwnTime, type Judge } from './case.ts'
import { type Compared, compareAt, comparedInWords } from './compared.ts'
import { coverageOf } from './coverage.ts'
import { judgeEvent } from './event.ts'
import { nothingFound } from './nothing-found.ts'
import { carrying, eventsOf, type Pair, pairOf, sideOf } from './pair-acts.ts'
import { eventReceipt } from './receipts.ts'
import { thresholds } from './thresholds.ts'
import { counted, fromTo, pairName } from './wording.ts'

/**
 * The time that a claim speaks of against the time before it. Without a time of its own that is the recent past, by the
 * shorter pair of spans that has days enough.
 */
const changeOf = async (c: Case, pair: Pair): Promise<Compared> => {
  const { trend, turn } = thresholds()
  const { time } = c.claim
  if (time?.from && hasOwnTime(c.claim) && time.from <= c.until) {
    const to = minDay(c.until, maxDay(time.to ?? c.until, addDays(time.from, turn.after)))
    const own = await compareAt(c, pair, time.from, turn.before, to)
    if (own.change.enough) return own
  }
  const cut = (later: number): Day => addDays(c.until, 1 - later)
  const [first = [365, 730], ...others] = trend.windows
  let compared = await compareAt(c, pair, cut(first[0]), first[1], c.until)
  for (const [later, earlier] of others) {
    if (compared.change.enough) return compared
    compared = await compareAt(c, pair, cut(later), earlier, c.until)
  }
  return compared
}

/** Where days are too few for a comparison: only acts of one side, deeds among them, and clearly more days than before. */
const sparseChange = async (c: Case, pair: Pair, side: 1 | -1): Promise<Finding | null> => {
  const { days, least_days, times } = thresholds().trend.sparse
  const late = { from: addDays(c.until, 1 - days), to: c.until }
  const early = { from: addDays(late.from, -days), to: addDays(late.from, -1) }
  const [now, then] = [await eventsOf(c, pair, late), await eventsOf(c, pair, early)]
  const acts = carrying(now, side)
  const other = side === 1 ? -1 : 1
  const before = carrying(then, side).length
  if (acts.length < least_days || acts.length < times * before || carrying(now, other).length > 0) return null
  const isDeed = (e: AsOfEvent) =>
    side === 1 ? deepens(e) : e.type !== null && quadClass(e.type) === 'material_conflict'
  if (!acts.some(isDeed)) return null
  const kind = side === 1 ? 'co-operative' : 'hostile'
  return {
    verdict: 'supported',
    because: `${counted(acts.length, 'day')} with ${kind} acts between ${pairName(pair)} from ${fromTo(late)}, none of the other side, against ${counted(before, 'day')} in as long a time before`,
    receipts: acts.map(e => eventReceipt(e, 'for', c.asOf)),
  }
}

/** What a comparison of two spans says to "warmer" (1) or "cooler" (-1). */
export const verdictOnChange = async (c: Case, pair: Pair, side: 1 | -1, compared: Compared): Promise<Finding> => {
  const { change, after, before } = compared
  const actors = pair.flatMap(id => id ?? [])
  const span = { from: before.from, to: after.to }
  const now = await eventsOf(c, pair, after)
  const earlier = await eventsOf(c, pair, before)
  const leaning = carrying(now, side)
  const opposed = carrying(now, side === 1 ? -1 : 1)
  const contrast = carrying(earlier, side === 1 ? -1 : 1)
  const show = (events: readonly AsOfEvent[], bearing: Bearing) => events.map(e => eventReceipt(e, bearing, c.asOf))
  if (!change.enough) {
    const what = `series of acts long enough to show where relations of ${pairName(pair)} went`
    return nothingFound(c, what, span, [...show(leaning, 'context'), ...show(opposed, 'context')], actors)
  }
  const because = comparedInWords(compared, pair)
  const coverage = await coverageOf(c.search, actors, span)
  if (change.direction === side && leaning.length > 0)
    return {
      verdict: 'supported',
      because,
      receipts: [...show(leaning, 'for'), ...show(contrast, 'context')],
      coverage,
    }
  if (change.direction === -side && opposed.length > 0 && coverage.adequate)
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

/** Getting better or worse: the recent past against the time before it. */
export const judgeTrend: Judge = async c => {
  const pair = pairOf(c)
  const side = sideOf(c.claim)
  if (!pair || side === 0) return judgeEvent(c)
  const compared = await changeOf(c, pair)
  const sparse = compared.change.enough ? null : await sparseChange(c, pair, side)
  return sparse ?? verdictOnChange(c, pair, side, compared)
}
