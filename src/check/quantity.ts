import { type Bearing, daysBetween } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type Case, daysOf, type Finding, hasOwnTime, type Judge } from './case.ts'
import { coverageOf } from './coverage.ts'
import { judgeEvent } from './event.ts'
import { agrees, allows, countsAlike, type Figure, figuresIn } from './figures.ts'
import { isWitness, matchOf, termsHit } from './matching.ts'
import { involves } from './mentions.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { soughtOf, termsOf } from './sought.ts'
import { keysOf } from './terms.ts'
import { thresholds } from './thresholds.ts'
import { told } from './wording.ts'

interface Reported {
  readonly event: AsOfEvent
  readonly figures: readonly Figure[]
}

/** Numbers of an event that count what the claim counts: by the words behind them, or the event's own magnitude. */
const figuresOf = (event: AsOfEvent, counted: ReadonlySet<string>): Figure[] => {
  const own = figuresIn(event.summary).filter(f => countsAlike(f.counts, counted))
  // "One agreement and three memoranda" are four agreements.
  const sum =
    own.length > 1 ? [{ value: own.reduce((s, f) => s + f.value, 0), bound: 'exact' as const, counts: counted }] : []
  const magnitude =
    event.magnitude === null ? [] : [{ value: event.magnitude, bound: 'exact' as const, counts: counted }]
  return [...own, ...sum, ...magnitude]
}

const daysApart = (a: AsOfEvent, b: AsOfEvent): number => Math.abs(daysBetween(a.day, b.day))

/** A number: do figures on record for the same thing agree with it? Counts grow, so only reports of the same dated act can speak against. */
export const judgeQuantity: Judge = async (c): Promise<Finding> => {
  const { reading } = c.claim
  if (reading.kind !== 'quantity') return judgeEvent(c)
  const { value, approximate } = reading
  const days = daysOf(c, thresholds().lookback.event)
  const terms = termsOf(c.claim)
  const counted = new Set([...terms, ...c.claim.actors.flatMap(a => [...keysOf(a.mention)])])
  const others = c.actors.filter(id => id !== c.source)
  const events = (await c.search.involving(c.actors, days)).filter(e => e.day <= days.to && e.status !== 'cancelled')
  const reported = events
    .filter(e => termsHit(e, terms) > 0 && (others.length === 0 || others.every(id => involves(e, id))))
    .map((event): Reported => ({ event, figures: figuresOf(event, counted) }))
    .filter(r => r.figures.length > 0)
    .sort((a, b) => termsHit(b.event, terms) - termsHit(a.event, terms) || b.event.day.localeCompare(a.event.day))
  const agreeing = reported.filter(r => r.figures.some(f => agrees(f, value, approximate)))
  const isTold = (r: Reported) =>
    agreeing.length === 0 || agreeing.some(a => daysApart(a.event, r.event) <= thresholds().extremum.same_act)
  const differing = reported.filter(
    r => isTold(r) && !agreeing.includes(r) && !r.figures.some(f => allows(f, value)) && isSameAct(c, r.event),
  )
  const show = (list: readonly Reported[], bearing: Bearing) => list.map(r => eventReceipt(r.event, bearing, c.asOf))
  const [yes, no] = [agreeing[0], differing[0]]
  if (yes)
    return {
      verdict: no ? 'disputed' : 'supported',
      because: no
        ? `Reports differ: ${told(yes.event)}; but ${told(no.event)}`
        : `A figure that agrees is on record for ${told(yes.event)}`,
      receipts: [...show(agreeing, 'for'), ...show(differing, 'against')],
    }
  if (no) {
    const coverage = await coverageOf(c.search, c.actors, days)
    return {
      verdict: coverage.adequate ? 'contradicted' : 'disputed',
      because: `Another figure is on record for ${told(no.event)}`,
      receipts: show(differing, 'against'),
      coverage,
    }
  }
  return nothingFound(c, 'figure near this one', days, show(reported.slice(0, 3), 'context'))
}

/** Whether an event is the very act, at the very time, that a claim counts within. */
const isSameAct = (c: Case, event: AsOfEvent): boolean => {
  if (!hasOwnTime(c.claim)) return false
  const sought = soughtOf(c)
  const match = matchOf(event, sought)
  return match !== null && isWitness(match, sought)
}
