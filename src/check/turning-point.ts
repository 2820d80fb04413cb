import { addDays, type ClosedInterval, minDay, overlaps, widen } from '../domain/index.ts'
import { strongestTurn, type Turn } from '../relations/index.ts'
import { type Case, type Finding, hasOwnTime, type Judge } from './case.ts'
import { compareAt } from './compared.ts'
import { judgeEvent } from './event.ts'
import { carrying, daysWithActs, eventsOf, type Pair, pairOf, sideOf } from './pair-acts.ts'
import { eventReceipt } from './receipts.ts'
import { judgeTrend, verdictOnChange } from './relation-trend.ts'
import { thresholds } from './thresholds.ts'
import { betweenDays, fromTo, inWords, pairName } from './wording.ts'

const turnInWords = ({ kind, day, from, to }: Turn, pair: Pair): string => {
  const around = from === to ? '' : ` (or any day from ${fromTo({ from, to })})`
  const way = kind === 'thaw' ? 'warmer' : 'cooler'
  return `acts between ${pairName(pair)} turned ${way} from ${inWords(day)} on${around}`
}

/** The strongest turn of a kind in the years before, as far as the record shows one. */
const turnBefore = async (c: Case, pair: Pair, side: 1 | -1): Promise<Turn | null> => {
  const span = { from: addDays(c.until, 1 - thresholds().turn.search), to: c.until }
  return strongestTurn(await daysWithActs(c, pair, span), side === 1 ? 'thaw' : 'rupture')
}

/** A turn said to have come at no named time: any of the recent years will do; where none stands out, the trend decides. */
const judgeUndated = async (c: Case, pair: Pair, side: 1 | -1): Promise<Finding> => {
  const turn = await turnBefore(c, pair, side)
  if (!turn) return judgeTrend(c)
  const after = carrying(await eventsOf(c, pair, { from: turn.day, to: c.until }), side)
  const before = carrying(
    await eventsOf(c, pair, { from: addDays(turn.day, -365), to: addDays(turn.day, -1) }),
    side === 1 ? -1 : 1,
  )
  if (after.length === 0) return judgeTrend(c)
  return {
    verdict: 'supported',
    because: turnInWords(turn, pair),
    receipts: [
      ...after.map(e => eventReceipt(e, 'for', c.asOf)),
      ...before.map(e => eventReceipt(e, 'context', c.asOf)),
    ],
  }
}

/**
 * A turn at a named time: the time from then on against the time before. Where acts had turned already, the moment is in
 * dispute, not the turn.
 */
const judgeDated = async (c: Case, pair: Pair, side: 1 | -1, moment: ClosedInterval): Promise<Finding> => {
  const { before, after, slack } = thresholds().turn
  const compared = await compareAt(c, pair, moment.from, before, minDay(c.until, addDays(moment.from, after)))
  const finding = await verdictOnChange(c, pair, side, compared)
  if (finding.verdict !== 'supported') return finding
  const turn = await turnBefore(c, pair, side)
  if (!turn || overlaps(widen(turn, slack), moment)) return finding
  const earlier = carrying(await eventsOf(c, pair, { from: turn.day, to: addDays(moment.from, -1) }), side)
  if (earlier.length === 0) return finding
  return {
    ...finding,
    verdict: 'disputed',
    because: `${finding.because}; but not first ${betweenDays(moment)}, since ${turnInWords(turn, pair)}`,
    receipts: [...earlier.map(e => eventReceipt(e, 'against', c.asOf)), ...(finding.receipts ?? [])],
  }
}

export const judgeTurningPoint: Judge = c => {
  const pair = pairOf(c)
  const side = sideOf(c.claim)
  if (!pair || side === 0) return judgeEvent(c)
  const { time } = c.claim
  if (!time?.from || !hasOwnTime(c.claim) || time.from > c.until) return judgeUndated(c, pair, side)
  return judgeDated(c, pair, side, { from: time.from, to: time.to ?? time.from })
}
