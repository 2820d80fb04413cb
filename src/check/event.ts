import { addDays, minDay, type Receipt, type RecordEvent } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { actorsOf, type Case, daysOf, type Finding, hasOwnTime, type Judge } from './case.ts'
import { coverageOf } from './coverage.ts'
import { landmarksNamed } from './landmark.ts'
import { isWitness, type Match, matchesOf, type Sought } from './matching.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt, landmarkReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { soughtOf } from './sought.ts'
import { isSuccession, judgeSuccession } from './succession.ts'
import { thresholds } from './thresholds.ts'
import { inWords } from './wording.ts'

const HAPPENED = new Set(['occurred', 'ongoing'])

/** Events of the claim's two sides, or of all its actors where it has no two. */
export const candidates = async (c: Case, sought: Sought, days: Days): Promise<readonly AsOfEvent[]> =>
  sought.source && sought.target
    ? c.search.between([sought.source, sought.target], days)
    : c.search.involving(actorsOf(c.claim), days)

export interface Witnesses {
  readonly witnesses: readonly Match<AsOfEvent>[]
  readonly near: readonly Match<AsOfEvent>[]
}

/**
 * Events that show an act, and others like it. Where the pair's own events do not, those with any of its actors may (a
 * meeting of three states is on record once for each pair), but then people or most words must agree.
 */
export const findWitnesses = async (c: Case, sought: Sought, days: Days): Promise<Witnesses> => {
  const happened = (events: readonly AsOfEvent[]) => events.filter(e => HAPPENED.has(e.status) && e.day <= days.to)
  const own = matchesOf(happened(await candidates(c, sought, days)), sought)
  const direct = own.filter(m => isWitness(m, sought))
  const near = own.filter(m => m.score >= thresholds().match.near && !direct.includes(m))
  if (direct.length > 0) return { witnesses: direct, near }
  const open: Sought = { ...sought, source: null, target: null, directed: false }
  const others = happened(await c.search.involving(actorsOf(c.claim), days))
  const indirect = matchesOf(others, open).filter(
    m => isWitness(m, open) && m.terms >= 0.5 && (m.person || sought.terms.length > 1),
  )
  return { witnesses: indirect, near }
}

/** Rows that give another account of a witness, and are none themselves. */
const rivalsOf = (witnesses: readonly Match<AsOfEvent>[], all: readonly AsOfEvent[]): RecordEvent[] => {
  const ids = new Set(witnesses.map(m => m.event.id))
  const named = new Set(witnesses.flatMap(m => m.event.disputes ?? []))
  return all.filter(e => !ids.has(e.id) && (named.has(e.id) || (e.disputes !== null && ids.has(e.disputes))))
}

const told = (event: RecordEvent): string => {
  const day = event.day === event.day_to ? inWords(event.day) : `${inWords(event.day)} to ${inWords(event.day_to)}`
  return `${day}: ${event.summary.replace(/\.$/, '')}`
}

/** The same act at another time: shown, since a wrong date is the commonest error. */
const outside = async (c: Case, sought: Sought, days: Days): Promise<Receipt[]> => {
  if (!hasOwnTime(c.claim)) return []
  const reach = thresholds().near_miss
  const wide = { from: addDays(days.from, -reach), to: minDay(addDays(days.to, reach), c.until) }
  const { witnesses } = await findWitnesses(c, sought, wide)
  return witnesses.slice(0, 3).map(m => eventReceipt(m.event, 'context', c.asOf))
}

/** A denied act: what shows the act speaks against the claim, and silence says only as much as the record covers. */
const judgeAbsence = async (c: Case, witnesses: readonly Match<AsOfEvent>[], days: Days): Promise<Finding> => {
  const first = witnesses[0]
  if (!first) {
    const finding = await nothingFound(c, 'act that would speak against this', days)
    return { ...finding, because: `${finding.because}${c.dateNote}` }
  }
  const coverage = await coverageOf(c.search, actorsOf(c.claim), days)
  return {
    verdict: coverage.adequate ? 'contradicted' : 'disputed',
    because: `The record shows such an act, ${told(first.event)}`,
    receipts: witnesses.map(m => eventReceipt(m.event, 'against', c.asOf)),
    coverage,
  }
}

/** A dated or datable act: is there an event that shows it? */
export const judgeEvent: Judge = c => judgeAct(c, thresholds().lookback.event)

export const judgeAct = async (c: Case, lookback: number): Promise<Finding> => {
  const { claim, asOf } = c
  if (claim.time?.from && hasOwnTime(claim) && claim.time.from > asOf)
    return {
      verdict: 'pending',
      because: `Its time, from ${inWords(claim.time.from)}, had not come by ${inWords(asOf)}`,
    }
  const sought = soughtOf(claim)
  const days = daysOf(c, lookback)
  const { witnesses, near } = await findWitnesses(c, sought, days)
  if (claim.negated) return judgeAbsence(c, witnesses, days)
  const named = landmarksNamed(c).map(l => landmarkReceipt(l, 'for', asOf))
  const succession = isSuccession(sought.terms) ? judgeSuccession(c, sought.people) : null
  const context = near.slice(0, 3).map(m => eventReceipt(m.event, 'context', asOf))
  const first = witnesses[0]
  if (first) {
    const receipts = [
      ...witnesses.map(m => eventReceipt(m.event, 'for', asOf)),
      ...(succession?.receipts ?? []),
      ...named,
    ]
    const rivals = rivalsOf(witnesses, await candidates(c, sought, { from: addDays(days.from, -400), to: c.until }))
    const denials = rivals.filter(e => e.status === 'denied' || e.day > days.to || e.day_to < days.from)
    if (denials[0])
      return {
        verdict: 'disputed',
        because: `Sources disagree: ${told(first.event)}; but also ${told(denials[0])}`,
        receipts: [...receipts, ...denials.map(e => eventReceipt(e, 'against', asOf))],
      }
    return { verdict: 'supported', because: `On record for ${told(first.event)}`, receipts }
  }
  if (succession) return { ...succession, receipts: [...(succession.receipts ?? []), ...named] }
  if (named.length > 0)
    return { verdict: 'supported', because: `A dated landmark: ${named[0]?.summary}`, receipts: named }
  const elsewhere = await outside(c, sought, days)
  const finding = await nothingFound(c, 'such act', days, [...elsewhere, ...context])
  const hint = elsewhere[0] && 'day' in elsewhere[0] ? `; a like act is dated ${inWords(elsewhere[0].day)}` : ''
  return { ...finding, because: `${finding.because}${hint}${c.dateNote}` }
}
