import type { Bearing } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type Case, daysOf, type Finding, hasOwnTime, type Judge } from './case.ts'
import { coverageSinceFirst, isClearly, likeActs } from './like-acts.ts'
import type { Match } from './matching.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { thresholds } from './thresholds.ts'
import { told } from './wording.ts'

type Acts = readonly Match<AsOfEvent>[]

/** The act claimed to be the first, and those before it. Without a time of its own it is taken to be the latest of its kind. */
const split = (c: Case, acts: Acts): { readonly own: Acts; readonly earlier: Acts } => {
  if (!hasOwnTime(c.claim)) return { own: acts.slice(-1), earlier: acts.slice(0, -1) }
  const days = daysOf(c, thresholds().lookback.event)
  return {
    own: acts.filter(m => m.event.day_to >= days.from && m.event.day <= days.to),
    earlier: acts.filter(m => m.event.day_to < days.from),
  }
}

/** "The first visit of a minister": an earlier act of the kind, anywhere in the record, speaks against it. */
export const judgeFirstAct: Judge = async (c): Promise<Finding> => {
  const { own, earlier } = split(c, await likeActs(c, c.until))
  const { days, coverage } = await coverageSinceFirst(c, c.until)
  const show = (acts: Acts, bearing: Bearing) => acts.map(m => eventReceipt(m.event, bearing, c.asOf))
  // A meeting on neutral ground is no earlier visit: counter-examples bear as much of the claim as the act itself does.
  const least = Math.max(thresholds().stated.least_share, ...own.map(m => m.terms))
  const counters = earlier.filter(m => m.terms >= least).sort((a, b) => b.score - a.score)
  const [counter] = counters
  if (counter) {
    const surely = hasOwnTime(c.claim) && isClearly(counter) && coverage.adequate
    return {
      verdict: surely ? 'contradicted' : 'disputed',
      because: `An earlier act of the kind is on record for ${told(counter.event)}`,
      receipts: [...show(counters, 'against'), ...show(own, 'context')],
      coverage,
    }
  }
  const said = own.find(m => /\bfirst\b/i.test(m.event.summary))
  const shown = said ?? own[0]
  if (!shown) return nothingFound(c, 'such act', days)
  if (said || coverage.adequate) {
    const because = said
      ? `A source calls it the first, ${told(said.event)}`
      : `No earlier one is on record than ${told(shown.event)}`
    return { verdict: 'supported', because, receipts: show(own, 'for'), coverage }
  }
  return nothingFound(c, 'earlier act of the kind', days, show(own, 'context'))
}
