import { addDays, type Day, minDay } from '../domain/index.ts'
import { phaseSettings } from '../relations/index.ts'
import { type Case, type Finding, hasOwnTime, type Judge } from './case.ts'
import { compareFrom } from './compared.ts'
import { coverageOf } from './coverage.ts'
import { asRelation } from './leaning.ts'
import { relationUntil } from './measured.ts'
import { nothingFound } from './nothing-found.ts'
import { carrying, type Pair, pairOf, sideOf } from './pair-acts.ts'
import { eventReceipt } from './receipts.ts'
import { verdictOnChange } from './relation-trend.ts'
import type { Days } from './search.ts'
import { soughtOf } from './sought.ts'
import { isAgainst, phaseInWords, standingIn } from './standing.ts'
import { thresholds } from './thresholds.ts'
import { findWitnesses } from './witnesses.ts'
import { betweenDays, inWords, told } from './wording.ts'

/** The last day on which it could come true as said: a stated one, else five years after the document. */
export const openUntil = (c: Case): Day => {
  const { due, time } = c.claim
  const stated = due ?? (hasOwnTime(c.claim) && time?.to && time.to > c.day ? time.to : null)
  return stated ?? addDays(c.day, thresholds().forecast.open)
}

const pending = (c: Case, due: Day): Finding => ({
  verdict: 'pending',
  because: `It can still come true, until ${inWords(due)}${c.dateNote}`,
})

/** A change that was foreseen, and whether it still held when its time was up. */
const cameAbout = async (c: Case, pair: Pair, side: 1 | -1, days: Days): Promise<Finding> => {
  const finding = await verdictOnChange(c, pair, side, await compareFrom(c, pair, days))
  const relation = await relationUntil(c, pair, days.to)
  const { phase } = standingIn(relation, days)
  if (finding.verdict !== 'supported' || !isAgainst(phase, side)) return finding
  const last = addDays(days.to, -phaseSettings().window)
  const opposed = carrying(
    relation.events.filter(e => e.day > last),
    side === 1 ? -1 : 1,
  )
  return {
    ...finding,
    verdict: 'disputed',
    because: `${finding.because}; but at the end ${phaseInWords(phase, { from: days.to, to: days.to })}`,
    receipts: [...(finding.receipts ?? []), ...opposed.map(e => eventReceipt(e, 'against', c.asOf))],
  }
}

/** What will, may or could come: open until its day, then held against what came. Once come, it need not wait. */
export const judgeForecast: Judge = async (given): Promise<Finding> => {
  const c = given.claim.reading.kind === 'relation' ? given : (asRelation(given, 'trend') ?? given)
  const due = openUntil(c)
  if (c.asOf <= c.day) return pending(c, due)
  const days = { from: addDays(c.day, 1), to: minDay(due, c.asOf) }
  const pair = pairOf(c)
  const side = sideOf(c.claim)
  if (c.claim.reading.kind === 'relation' && pair && side !== 0) {
    if (c.asOf <= due) return pending(c, due)
    return cameAbout(c, pair, side, days)
  }
  const { witnesses, near } = await findWitnesses(c, soughtOf(c), days)
  const first = witnesses[0]
  if (first && !c.claim.negated)
    return {
      verdict: 'supported',
      because: `It came about, ${told(first.event)}`,
      receipts: witnesses.map(m => eventReceipt(m.event, 'for', c.asOf)),
    }
  if (first) {
    const coverage = await coverageOf(c.search, c.actors, days)
    return {
      verdict: coverage.adequate ? 'contradicted' : 'disputed',
      because: `It came about all the same, ${told(first.event)}`,
      receipts: witnesses.map(m => eventReceipt(m.event, 'against', c.asOf)),
      coverage,
    }
  }
  if (c.asOf <= due) return pending(c, due)
  const context = near.slice(0, 3).map(m => eventReceipt(m.event, 'context', c.asOf))
  const finding = await nothingFound(
    c,
    `act ${betweenDays(days)} that would ${c.claim.negated ? 'go against' : 'fulfil'} it`,
    days,
    context,
  )
  return { ...finding, because: `${finding.because}${c.dateNote}` }
}
