import type { Finding, Judge } from './case.ts'
import { coverageSinceFirst, isClearly, likeActs } from './like-acts.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { told } from './wording.ts'

/** "The only …": a second act of the kind speaks against it. */
export const judgeOnly: Judge = async (c): Promise<Finding> => {
  const all = await likeActs(c, c.until)
  const acts = all.filter(m => m.terms >= Math.max(...all.map(other => other.terms)))
  const { days, coverage } = await coverageSinceFirst(c, c.until)
  const [first, second] = acts
  if (first && second)
    return {
      verdict: acts.filter(isClearly).length > 1 && coverage.adequate ? 'contradicted' : 'disputed',
      because: `More than one act of the kind is on record: ${told(first.event)}; ${told(second.event)}`,
      receipts: acts.map(m => eventReceipt(m.event, 'against', c.asOf)),
      coverage,
    }
  if (!first) return nothingFound(c, 'such act', days)
  if (coverage.adequate)
    return {
      verdict: 'supported',
      because: `No other one is on record than ${told(first.event)}`,
      receipts: [eventReceipt(first.event, 'for', c.asOf)],
      coverage,
    }
  return nothingFound(c, 'second act of the kind', days, [eventReceipt(first.event, 'context', c.asOf)])
}
