import { addDays, minDay, type Receipt } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type Case, daysOf, type Finding, hasOwnTime, type Judge } from './case.ts'
import { coverageOf } from './coverage.ts'
import { judgeLandmark, landmarksNamed } from './landmark.ts'
import type { Match, Sought } from './matching.ts'
import { nothingFound } from './nothing-found.ts'
import { otherFigure } from './other-figures.ts'
import { eventReceipt, landmarkReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { soughtOf } from './sought.ts'
import { judgeSuccession } from './succession.ts'
import { thresholds } from './thresholds.ts'
import { candidates, findWitnesses, rivalsOf } from './witnesses.ts'
import { inWords, told } from './wording.ts'

type Found = readonly Match<AsOfEvent>[]

/** The same act at another time: shown, since a wrong date is the commonest error. */
const outside = async (c: Case, sought: Sought, days: Days): Promise<Receipt[]> => {
  if (!hasOwnTime(c.claim)) return []
  const reach = thresholds().near_miss
  const wide = { from: addDays(days.from, -reach), to: minDay(addDays(days.to, reach), c.until) }
  const { witnesses } = await findWitnesses(c, sought, wide)
  return witnesses.slice(0, 3).map(m => eventReceipt(m.event, 'context', c.asOf))
}

/** What came after a claim bound to its day ("so far") is no evidence against it, but a reader wants to see it. */
const cameLater = async (c: Case, sought: Sought): Promise<Receipt[]> => {
  if (!c.claim.until_document || c.asOf <= c.day) return []
  const { witnesses } = await findWitnesses(c, sought, { from: addDays(c.day, 1), to: c.asOf })
  return witnesses.slice(0, 2).map(m => eventReceipt(m.event, 'context', c.asOf))
}

/** A denied act: what shows the act speaks against the claim, and silence says only as much as the record covers. */
const judgeAbsence = async (c: Case, sought: Sought, witnesses: Found, days: Days): Promise<Finding> => {
  const first = witnesses[0]
  if (!first) {
    const finding = await nothingFound(c, 'act that would speak against this', days, await cameLater(c, sought))
    return { ...finding, because: `${finding.because}${c.dateNote}` }
  }
  const coverage = await coverageOf(c.search, c.actors, days)
  // "We never asked for it": what was not done stands in another sentence, so that no act is surely the one denied.
  if (/\b(?:it|them|such|that|those|this)\b/i.test(c.claim.quote))
    return nothingFound(
      c,
      'act that would surely speak against this',
      days,
      witnesses.map(m => eventReceipt(m.event, 'context', c.asOf)),
    )
  return {
    verdict: coverage.adequate ? 'contradicted' : 'disputed',
    because: `The record shows such an act for ${told(first.event)}`,
    receipts: witnesses.map(m => eventReceipt(m.event, 'against', c.asOf)),
    coverage,
  }
}

/** Other accounts that leave no witness standing: denials, or days outside the time claimed. */
const deniedBy = async (c: Case, sought: Sought, witnesses: Found, days: Days): Promise<AsOfEvent[]> => {
  const around = { from: addDays(days.from, -thresholds().near_miss), to: c.until }
  const all = await candidates(c, sought, around)
  const own = new Set(witnesses.map(m => m.event.id))
  const denials = witnesses.map(m =>
    rivalsOf(m.event, all).filter(
      e => !own.has(e.id) && (e.status === 'denied' || e.day > days.to || e.day_to < days.from),
    ),
  )
  return denials.every(list => list.length > 0) ? denials.flat() : []
}

/** The act is on record, its number another one: of each witness, or the number stands. */
const judgeFigures = async (c: Case, witnesses: Found, days: Days): Promise<Finding | null> => {
  const [first] = witnesses
  const others = witnesses.map(m => otherFigure(c.claim, m.event))
  const [other] = others
  if (!first || !other || others.some(o => o === null)) return null
  const coverage = await coverageOf(c.search, c.actors, days)
  const isSure = hasOwnTime(c.claim) && first.score >= thresholds().extremum.clearly && coverage.adequate
  return {
    verdict: isSure ? 'contradicted' : 'disputed',
    because: `Such an act is on record, but of ${other.told}, not ${other.claimed}: ${told(first.event)}`,
    receipts: witnesses.map(m => eventReceipt(m.event, 'against', c.asOf)),
    coverage,
  }
}

const judgePresence = async (c: Case, sought: Sought, witnesses: Found, days: Days): Promise<Finding | null> => {
  const first = witnesses[0]
  if (!first) return null
  const receipts = [
    ...witnesses.map(m => eventReceipt(m.event, 'for', c.asOf)),
    ...landmarksNamed(c).map(l => landmarkReceipt(l, 'for', c.asOf)),
  ]
  const numbered = await judgeFigures(c, witnesses, days)
  if (numbered) return numbered
  const denials = await deniedBy(c, sought, witnesses, days)
  if (!denials[0]) return { verdict: 'supported', because: `On record for ${told(first.event)}`, receipts }
  return {
    verdict: 'disputed',
    because: `Accounts differ: one says of ${told(first.event)}; another of ${told(denials[0])}`,
    receipts: [...receipts, ...denials.map(e => eventReceipt(e, 'against', c.asOf))],
  }
}

/** A dated or datable act: is there an event that shows it? `lookback`: how far an act without a time of its own may lie back. */
const judgeAct = async (c: Case, lookback: number): Promise<Finding> => {
  const { claim, asOf } = c
  if (claim.time?.from && hasOwnTime(claim) && claim.time.from > asOf)
    return {
      verdict: 'pending',
      because: `Its time, from ${inWords(claim.time.from)} on, had not come by ${inWords(asOf)}`,
    }
  const sought = soughtOf(c)
  const days = daysOf(c, lookback)
  const { witnesses, near } = await findWitnesses(c, sought, days)
  if (claim.negated) return judgeAbsence(c, sought, witnesses, days)
  const own = witnesses.map(m => eventReceipt(m.event, 'for', asOf))
  const succession = judgeSuccession(c, sought.people)
  if (succession) return { ...succession, receipts: [...(succession.receipts ?? []), ...own] }
  const shown = (await judgePresence(c, sought, witnesses, days)) ?? judgeLandmark(c)
  if (shown) return shown
  const elsewhere = await outside(c, sought, days)
  const context = near.slice(0, 3).map(m => eventReceipt(m.event, 'context', asOf))
  const what = claim.reading.kind === 'act' ? 'such act' : 'act that shows this'
  const finding = await nothingFound(c, what, days, [...elsewhere, ...context])
  const hint = elsewhere[0] && 'day' in elsewhere[0] ? `; a like act is dated ${inWords(elsewhere[0].day)}` : ''
  return { ...finding, because: `${finding.because}${hint}${c.dateNote}` }
}

export const judgeEvent: Judge = c => judgeAct(c, thresholds().lookback.event)

/** The distant past as background: the same test, with a long memory. */
export const judgeHistory: Judge = c => judgeAct(c, thresholds().lookback.history)
