import type { Case, Finding } from './case.ts'
import { daysOf } from './case.ts'
import { type Content, contentShare, thirdParties } from './content.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { termsOf } from './sought.ts'
import { thresholds } from './thresholds.ts'
import { told } from './wording.ts'

/**
 * Claims that no counting of events decides: only where an event on record says as much in its own words, nearly all of it
 * and with one of `words`, where given. `what` completes "no … is on record".
 */
export const judgeStated = async (c: Case, what: string, words: RegExp = /(?:)/): Promise<Finding> => {
  const days = daysOf(c, thresholds().lookback.statement)
  const parties = thirdParties(
    c.claim.actors.map(a => a.id),
    [c.source, c.target],
  )
  const content: Content = { terms: termsOf(c.claim), parties }
  const events = (await c.search.involving(c.actors, days)).filter(e => e.day <= days.to && e.status !== 'cancelled')
  const ranked = events
    .map(event => ({ event, share: contentShare(event, content) }))
    .sort((a, b) => b.share - a.share || b.event.day.localeCompare(a.event.day) || (a.event.id < b.event.id ? -1 : 1))
  const { least_share } = thresholds().stated
  const says = ranked.filter(r => content.terms.length > 1 && r.share >= least_share && words.test(r.event.summary))
  if (says[0])
    return {
      verdict: c.claim.negated ? 'disputed' : 'supported',
      because: `A source says so, ${told(says[0].event)}`,
      receipts: says.map(r => eventReceipt(r.event, c.claim.negated ? 'against' : 'for', c.asOf)),
    }
  const near = ranked.filter(r => r.share >= thresholds().saying.least_share && content.terms.length > 0).slice(0, 3)
  return nothingFound(
    c,
    what,
    days,
    near.map(r => eventReceipt(r.event, 'context', c.asOf)),
  )
}
