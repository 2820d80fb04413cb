import { actorName } from '../actors/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { weightOf } from '../relations/index.ts'
import { daysOf, type Finding, type Judge } from './case.ts'
import { type Content, contentShare, thirdParties } from './content.ts'
import { termsHit } from './matching.ts'
import { involves } from './mentions.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { termsOf } from './sought.ts'
import { thresholds } from './thresholds.ts'
import { told } from './wording.ts'

const weigh = (event: AsOfEvent): number => Math.abs(weightOf(event))

/**
 * What an actor wants, fears or believes shows in what it says and does: acts of its own that bear enough of what the claim
 * says. A want denied, or trust, is shown by no act: then what bears on it is context.
 */
export const judgeInterest: Judge = async (c): Promise<Finding> => {
  const holder = c.source
  const days = daysOf(c, thresholds().lookback.interest)
  const parties = thirdParties(
    c.claim.actors.map(a => a.id),
    [holder],
  )
  const content: Content = { terms: termsOf(c.claim), parties }
  const acts = (await c.search.involving(holder ? [holder] : c.actors, days)).filter(
    e => e.day <= days.to && e.status !== 'cancelled' && e.status !== 'denied',
  )
  const { least_terms, least_share } = thresholds().interest
  const ranked = acts
    .filter(e => holder === null || e.source === holder || (e.reciprocal && e.target === holder))
    .map(event => ({ event, share: contentShare(event, content), hits: termsHit(event, content.terms) }))
    .filter(r => r.hits > 0 && (parties.length === 0 || parties.some(id => involves(r.event, id))))
    // Deeds tell more of a want than words.
    .sort(
      (a, b) =>
        b.share - a.share ||
        weigh(b.event) - weigh(a.event) ||
        b.event.day.localeCompare(a.event.day) ||
        (a.event.id < b.event.id ? -1 : 1),
    )
  const expressed = ranked.filter(r => r.hits >= least_terms && r.share >= least_share)
  const first = expressed[0]
  if (first && !c.claim.negated)
    return {
      verdict: 'supported',
      because: `It shows in what is on record for ${told(first.event)}`,
      receipts: expressed.map(r => eventReceipt(r.event, 'for', c.asOf)),
    }
  const context = ranked.slice(0, 3).map(r => eventReceipt(r.event, 'context', c.asOf))
  return nothingFound(c, `statement or act${holder ? ` of ${actorName(holder)}` : ''} that shows this`, days, context)
}
