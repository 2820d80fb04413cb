import { addDays, type Bearing, type Day } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type Case, daysOf, type Finding, hasOwnTime } from './case.ts'
import { coverageOf } from './coverage.ts'
import { signsIn } from './first-signs.ts'
import { likeActs } from './like-acts.ts'
import { nothingFound } from './nothing-found.ts'
import type { Pair } from './pair-acts.ts'
import { eventReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { precedingOf } from './sides.ts'
import { thresholds } from './thresholds.ts'
import { inWords, told } from './wording.ts'

/** The day of the act that is called the latest: by its own time, else by the act that the sentence spoke of before. */
const claimedDay = async (c: Case): Promise<Day | null> => {
  // A time still ahead is that of what was announced.
  if (hasOwnTime(c.claim) && (c.claim.time?.from ?? '') <= c.until) return daysOf(c, thresholds().lookback.event).to
  for (const other of precedingOf(c.claim, c.ledger.claims)) {
    if (other.sentence !== c.claim.sentence) continue
    const finding = await c.consult(other)
    const days = (finding?.receipts ?? []).flatMap(r => (r.bearing === 'for' && 'event' in r ? [r.day] : [])).sort()
    const last = days.at(-1)
    if (last) return last
  }
  return null
}

/** "The latest sign": anything of the kind between it and the document's date speaks against it. `side` null: of one kind of act. */
export const judgeLatest = async (c: Case, pair: Pair, side: 1 | -1 | null): Promise<Finding> => {
  const alike = async (days: Days): Promise<readonly AsOfEvent[]> =>
    side ? signsIn(c, pair, side, days) : (await likeActs(c, days.to)).map(m => m.event).filter(e => e.day >= days.from)
  const actors = pair.flatMap(id => id ?? [])
  const claimed = await claimedDay(c)
  const recent = { from: addDays(c.until, -thresholds().extremum.first_signs), to: c.until }
  const lately = [...(await alike(recent))].sort((a, b) => b.day.localeCompare(a.day))
  const show = (events: readonly AsOfEvent[], bearing: Bearing) => events.map(e => eventReceipt(e, bearing, c.asOf))
  if (claimed === null)
    return nothingFound(c, 'trace of the act called the latest', recent, show(lately, 'context'), actors)
  const since = { from: addDays(claimed, 1), to: c.until }
  const later = lately.filter(e => e.day >= since.from)
  const own = lately.filter(e => e.day <= claimed)
  const coverage = await coverageOf(c.search, actors, since)
  if (later[0])
    return {
      verdict: 'disputed',
      because: `A later one is on record for ${told(later[0])}`,
      receipts: [...show(later, 'against'), ...show(own, 'context')],
      coverage,
    }
  if (own[0] && coverage.adequate)
    return {
      verdict: 'supported',
      because: `None is on record after ${inWords(claimed)} until the document's date, ${inWords(c.day)}`,
      receipts: show(own.slice(0, 3), 'for'),
      coverage,
    }
  return nothingFound(c, 'later one', since, show(own, 'context'), actors)
}
