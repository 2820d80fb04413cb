import { addDays, maxDay, minDay } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { actorsOf, type Case, type Finding, hasOwnTime, type Judge } from './case.ts'
import { candidates, findWitnesses } from './event.ts'
import { isWitness, matchesOf, type Sought } from './matching.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { soughtOf } from './sought.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { betweenDays, inWords } from './wording.ts'

/** "The recent announcement that …": the announcing is the claim, not what was announced. */
export const isAnnouncement = (c: Case): boolean =>
  c.claim.event?.status !== 'occurred' && new RegExp(termsFile().announcements, 'iu').test(c.claim.quote)

const PROMISED = new Set(['announced', 'planned', 'cancelled'])

/** The announcing itself: rows that announce a like act. The document that tells of it is no witness. */
const judgeAnnouncement = async (c: Case, sought: Sought): Promise<Finding> => {
  const days = { from: addDays(c.until, -thresholds().lookback.announcement), to: c.until }
  const rows = (await candidates(c, sought, days)).filter(e => PROMISED.has(e.status))
  const found = matchesOf(rows, sought).filter(m => isWitness(m, sought))
  if (found[0])
    return {
      verdict: 'supported',
      because: `It was announced by ${inWords(found[0].event.day_to)}: ${found[0].event.summary}`,
      receipts: found.map(m => eventReceipt(m.event, 'for', c.asOf)),
    }
  return nothingFound(c, 'announcement of this by anyone but the document itself', days)
}

/** An act said to be coming: pending until its due day has passed, then looked for where it was to be, and after. */
export const judgeAnnouncedEvent: Judge = async c => {
  const { claim, asOf } = c
  const sought = soughtOf(claim)
  if (isAnnouncement(c)) return judgeAnnouncement(c, sought)
  const { grace, open_due } = thresholds().announced
  const stated = claim.due ?? (hasOwnTime(claim) ? (claim.time?.to ?? null) : null)
  const due = stated ?? addDays(c.day, open_due)
  const start = claim.time?.from && hasOwnTime(claim) ? addDays(claim.time.from, -grace) : c.day
  const days = { from: minDay(start, due), to: minDay(addDays(due, grace), asOf) }
  const onTime = asOf < days.from ? [] : (await findWitnesses(c, sought, days)).witnesses
  if (onTime[0])
    return {
      verdict: 'supported',
      because: `It came about: ${onTime[0].event.summary} (${inWords(onTime[0].event.day)})`,
      receipts: onTime.map(m => eventReceipt(m.event, 'for', asOf)),
    }
  if (asOf <= due) {
    const open = stated ? `It is due by ${inWords(due)}` : `No day is given; it stays open until ${inWords(due)}`
    return { verdict: 'pending', because: `${open}, after the day of asking, ${inWords(asOf)}${c.dateNote}` }
  }
  return judgeOverdue(c, sought, days, stated ?? due)
}

const isLater = (event: AsOfEvent, day: string): boolean => event.day > day

/** Due and not seen: what the record holds of a like act later on is context, never support. */
const judgeOverdue = async (
  c: Case,
  sought: Sought,
  days: { readonly from: string; readonly to: string },
  due: string,
): Promise<Finding> => {
  const after = { from: addDays(due, 1), to: maxDay(c.asOf, addDays(due, 1)) }
  const later = (await findWitnesses(c, sought, after)).witnesses
    .map(m => m.event)
    .filter(e => isLater(e, days.to))
    .sort((a, b) => a.day.localeCompare(b.day) || (a.id < b.id ? -1 : 1))
    .slice(0, 2)
  const dropped = matchesOf(
    (await candidates(c, sought, { from: c.day, to: c.asOf })).filter(e => e.status === 'cancelled'),
    sought,
  ).filter(m => isWitness(m, sought))
  const receipts = [
    ...later.map(e => eventReceipt(e, 'context', c.asOf)),
    ...dropped.map(m => eventReceipt(m.event, 'against', c.asOf)),
  ]
  const actors = sought.source && sought.target ? [sought.source, sought.target] : actorsOf(c.claim)
  const finding = await nothingFound(c, `such act ${betweenDays(days.from, days.to)}`, days, receipts, actors)
  const first = later[0]
  const then = first ? `; a like act is on record for ${inWords(first.day)}: ${first.summary.replace(/\.$/, '')}` : ''
  return { ...finding, because: `${finding.because}${then}${c.dateNote}` }
}
