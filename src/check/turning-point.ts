import { addDays, type Bearing, type ClosedInterval, type Day, minDay, overlaps, widen } from '../domain/index.ts'
import { type CarriedTurn, dayOfNumber, type PairRelation } from '../relations/index.ts'
import { type Case, type Finding, hasOwnTime, type Judge } from './case.ts'
import { compareFrom } from './compared.ts'
import { coverageOf } from './coverage.ts'
import { relationUntil } from './measured.ts'
import { carrying, type Pair, pairOf, sideOf } from './pair-acts.ts'
import { eventReceipt } from './receipts.ts'
import { judgeTrend, verdictOnChange } from './relation-trend.ts'
import { judgeSideless } from './sideless.ts'
import { thresholds } from './thresholds.ts'
import { betweenDays, fromTo, inWords, pairName } from './wording.ts'

const spanOf = ({ from, to }: CarriedTurn): ClosedInterval => ({ from: dayOfNumber(from), to: dayOfNumber(to) })
const dayOf = ({ day }: CarriedTurn): Day => dayOfNumber(day)

/** "a thaw of X and Y on 9 April 2014 (within 9 to 10 April 2014, 2.6 times over what is usual)". */
const turnInWords = (turn: CarriedTurn, pair: Pair): string => {
  const { from, to } = spanOf(turn)
  const marks = [
    ...(from === to ? [] : [`within ${fromTo({ from, to })}`]),
    `${turn.surge.toFixed(1)} times over what is usual`,
    ...(turn.gradual ? ['spread over its days'] : []),
    ...(turn.contested ? ['acts of the other side came near'] : []),
  ]
  return `a ${turn.kind} of ${pairName(pair)} on ${inWords(dayOf(turn))} (${marks.join(', ')})`
}

const kindOf = (side: 1 | -1): CarriedTurn['kind'] => (side === 1 ? 'thaw' : 'rupture')

/** The events that carry a turn. */
const show = (c: Case, { events }: PairRelation, turn: CarriedTurn, bearing: Bearing) =>
  events.filter(e => turn.events.includes(e.id)).map(e => eventReceipt(e, bearing, c.asOf))

/** What passed on the other side in the year before a turn: what it turned from. */
const before = (c: Case, { events }: PairRelation, turn: CarriedTurn, side: 1 | -1) => {
  const year = { from: addDays(dayOf(turn), -365), to: addDays(dayOf(turn), -1) }
  const own = events.filter(e => e.day >= year.from && e.day <= year.to)
  return carrying(own, side === 1 ? -1 : 1).map(e => eventReceipt(e, 'context', c.asOf))
}

/** A turn at no named time: the last of its kind in the years before; where none stands out, the trend decides. */
const judgeUndated = async (c: Case, pair: Pair, side: 1 | -1, relation: PairRelation): Promise<Finding> => {
  const first = addDays(c.until, -thresholds().turn.search)
  const recent = relation.turns.filter(turn => dayOf(turn) >= first)
  const turn = recent.findLast(({ kind }) => kind === kindOf(side))
  if (!turn) {
    const finding = await judgeTrend(c)
    return { ...finding, because: `no ${kindOf(side)} stands out from what is usual; ${finding.because}` }
  }
  const because = `the record shows ${turnInWords(turn, pair)}`
  const receipts = [...show(c, relation, turn, 'for'), ...before(c, relation, turn, side)]
  const later = recent.find(other => other.kind !== turn.kind && other.day > turn.day)
  if (!later || c.claim.time?.basis === 'tense') return { verdict: 'supported', because, receipts }
  return {
    verdict: 'disputed',
    because: `${because}; but then ${turnInWords(later, pair)}`,
    receipts: [...receipts, ...show(c, relation, later, 'against')],
  }
}

/** A turn at a named time: one of its kind then; one at another time puts the moment in dispute, one of the other kind the turn. */
const judgeDated = async (
  c: Case,
  pair: Pair,
  side: 1 | -1,
  relation: PairRelation,
  moment: ClosedInterval,
): Promise<Finding> => {
  const { after, slack, search } = thresholds().turn
  const near = relation.turns.filter(turn => overlaps(widen(spanOf(turn), slack), moment))
  const own = near.find(({ kind }) => kind === kindOf(side))
  if (own)
    return {
      verdict: 'supported',
      because: `the record shows ${turnInWords(own, pair)}`,
      receipts: [...show(c, relation, own, 'for'), ...before(c, relation, own, side)],
    }
  const [other] = near
  if (other) {
    const coverage = await coverageOf(
      c.search,
      pair.flatMap(id => id ?? []),
      widen(moment, slack),
    )
    return {
      verdict: coverage.adequate ? 'contradicted' : 'disputed',
      because: `what stands out then is ${turnInWords(other, pair)}`,
      receipts: show(c, relation, other, 'against'),
      coverage,
    }
  }
  const to = minDay(c.until, addDays(moment.from, after))
  const compared = await compareFrom(c, pair, { from: moment.from, to })
  const finding = await verdictOnChange(c, pair, side, compared)
  const elsewhere = relation.turns.findLast(
    turn => turn.kind === kindOf(side) && overlaps(spanOf(turn), widen(moment, search)),
  )
  if (!elsewhere || finding.verdict === 'contradicted') return finding
  return {
    ...finding,
    verdict: 'disputed',
    because: `the record shows ${turnInWords(elsewhere, pair)}, not ${betweenDays(moment)}`,
    receipts: [...show(c, relation, elsewhere, 'against'), ...(finding.receipts ?? [])],
  }
}

/** "That was a turning point", and nobody says which way: any turn that stands out then. */
const judgeEither = async (c: Case, pair: Pair, relation: PairRelation, moment: ClosedInterval): Promise<Finding> => {
  const turn = relation.turns.find(one => overlaps(widen(spanOf(one), thresholds().turn.slack), moment))
  if (!turn) return judgeSideless(c)
  return {
    verdict: 'supported',
    because: `the record shows ${turnInWords(turn, pair)}`,
    receipts: [...show(c, relation, turn, 'for'), ...before(c, relation, turn, turn.kind === 'thaw' ? 1 : -1)],
  }
}

export const judgeTurningPoint: Judge = async c => {
  const pair = pairOf(c)
  const side = sideOf(c.claim)
  if (!pair) return judgeSideless(c)
  const relation = await relationUntil(c, pair)
  const { time } = c.claim
  const isDated = time?.from && hasOwnTime(c.claim) && time.from <= c.until
  const moment = isDated && time?.from ? { from: time.from, to: time.to ?? time.from } : null
  if (side === 0) return moment ? judgeEither(c, pair, relation, moment) : judgeSideless(c)
  return moment ? judgeDated(c, pair, side, relation, moment) : judgeUndated(c, pair, side, relation)
}
