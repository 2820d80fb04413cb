import { addDays, type Claim, type Day, maxDay, minDay } from '../domain/index.ts'
import { type Case, type Finding, hasOwnTime, type Judge } from './case.ts'
import { coverageOf } from './coverage.ts'
import { isWitness, matchesOf, type Sought } from './matching.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { soughtOf } from './sought.ts'
import { isAmong } from './terms.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { candidates, findWitnesses } from './witnesses.ts'
import { betweenDays, inWords, told, unstopped } from './wording.ts'

/** "The recent announcement that X will …": the announcing is the claim, not what was announced. */
export const isAnnouncement = ({ quote, type, event }: Claim): boolean =>
  (type === 'statement' || event?.status !== 'occurred') && new RegExp(termsFile().announcements, 'iu').test(quote)

const PROMISED = new Set(['announced', 'planned', 'cancelled'])

/** The announcing itself: rows that announce a like act. The document that tells of it is no witness. */
const judgeAnnouncement = async (c: Case, sought: Sought): Promise<Finding> => {
  const days = { from: addDays(c.until, -thresholds().lookback.announcement), to: c.until }
  const rows = (await candidates(c, sought, days)).filter(e => PROMISED.has(e.status))
  // The words of announcing are shown by the status of a row.
  const announced = { ...sought, terms: sought.terms.filter(key => !isAmong(key, termsFile().announcing)) }
  const found = matchesOf(rows, announced).filter(m => isWitness(m, announced))
  if (found[0])
    return {
      verdict: 'supported',
      because: `It was announced by ${inWords(found[0].event.day_to)}: ${unstopped(found[0].event.summary)}`,
      receipts: found.map(m => eventReceipt(m.event, 'for', c.asOf)),
    }
  return nothingFound(c, 'announcement of this by anyone but the document itself', days)
}

/** Rows by which the act was called off after the document. */
const calledOff = async (c: Case, sought: Sought) => {
  const rows = await candidates(c, sought, { from: c.day, to: c.asOf })
  return matchesOf(
    rows.filter(e => e.status === 'cancelled'),
    sought,
  )
    .filter(m => isWitness(m, sought))
    .map(m => m.event)
}

/** Due and not seen: a like act before or after the days it was due on is context, never support. */
const judgeOverdue = async (c: Case, sought: Sought, days: Days, due: Day): Promise<Finding> => {
  const since = { from: addDays(c.day, 1), to: maxDay(c.asOf, addDays(due, 1)) }
  const other = (await findWitnesses(c, sought, since)).witnesses
    .map(m => m.event)
    .filter(e => e.day > days.to || e.day_to < days.from)
    .slice(0, 3)
    .sort((a, b) => a.day.localeCompare(b.day) || (a.id < b.id ? -1 : 1))
  const context = other.map(e => eventReceipt(e, 'context', c.asOf))
  const off = await calledOff(c, sought)
  if (off[0]) {
    const coverage = await coverageOf(c.search, c.actors, days)
    return {
      verdict: coverage.adequate ? 'contradicted' : 'disputed',
      because: `It was called off, ${told(off[0])}`,
      receipts: [...off.map(e => eventReceipt(e, 'against', c.asOf)), ...context],
      coverage,
    }
  }
  const actors = sought.source && sought.target ? [sought.source, sought.target] : c.actors
  const finding = await nothingFound(c, `such act ${betweenDays(days)}`, days, context, actors)
  const then = other[0] ? `; a like act is on record for ${told(other[0])}` : ''
  return { ...finding, because: `${finding.because}${then}${c.dateNote}` }
}

/** An act said to be coming: pending until its due day has passed, then looked for where it was to be, and after. */
export const judgeAnnouncedEvent: Judge = async c => {
  const { claim, asOf } = c
  const sought = soughtOf(c)
  if (isAnnouncement(claim)) return judgeAnnouncement(c, sought)
  const { grace, open_due } = thresholds().announced
  const stated = claim.due ?? (hasOwnTime(claim) ? (claim.time?.to ?? null) : null)
  const due = stated ?? addDays(c.day, open_due)
  const start = claim.time?.from && hasOwnTime(claim) ? addDays(claim.time.from, -grace) : c.day
  const days = { from: minDay(start, due), to: minDay(addDays(due, grace), asOf) }
  const onTime = asOf < days.from ? [] : (await findWitnesses(c, sought, days)).witnesses
  if (onTime[0] && !claim.negated)
    return {
      verdict: 'supported',
      because: `It came about, ${told(onTime[0].event)}`,
      receipts: onTime.map(m => eventReceipt(m.event, 'for', asOf)),
    }
  if (onTime[0]) {
    const coverage = await coverageOf(c.search, c.actors, days)
    return {
      verdict: coverage.adequate ? 'contradicted' : 'disputed',
      because: `It came about all the same, ${told(onTime[0].event)}`,
      receipts: onTime.map(m => eventReceipt(m.event, 'against', asOf)),
      coverage,
    }
  }
  if (asOf <= due) {
    const open = stated ? `It is due by ${inWords(due)}` : `No day is given; it stays open until ${inWords(due)}`
    return { verdict: 'pending', because: `${open}${c.dateNote}` }
  }
  return judgeOverdue(c, sought, days, due)
}
