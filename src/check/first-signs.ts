import { addDays, type Bearing } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { weightOf, withoutSecondAccounts } from '../relations/index.ts'
import { type Case, daysOf, type Finding, hasOwnTime } from './case.ts'
import { coverageOf } from './coverage.ts'
import { nothingFound } from './nothing-found.ts'
import { eventsOf, type Pair } from './pair-acts.ts'
import { byRank } from './rank.ts'
import { eventReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { thresholds } from './thresholds.ts'
import { betweenDays, counted, pairName, told } from './wording.ts'

/** Acts that lean to one side and begin in some days, the highest-ranking contacts first. */
export const signsIn = async (c: Case, pair: Pair, side: 1 | -1, days: Days): Promise<readonly AsOfEvent[]> => {
  const events = await eventsOf(c, pair, days)
  return byRank(
    withoutSecondAccounts(events).filter(e => weightOf(e) * side > 0 && e.day >= days.from && e.day <= days.to),
  )
}

/** "The first signs of warming appeared in early April": earlier acts of that side speak against it. */
export const judgeFirstSigns = async (c: Case, pair: Pair, side: 1 | -1): Promise<Finding> => {
  const { first_signs, contradicted_from } = thresholds().extremum
  const claimed = daysOf(c, first_signs)
  const before = { from: addDays(claimed.from, -first_signs), to: addDays(claimed.from, -1) }
  const searched = { from: before.from, to: claimed.to }
  const actors = pair.flatMap(id => id ?? [])
  const own = await signsIn(c, pair, side, claimed)
  // Without a time nobody can say what came before it.
  const earlier = hasOwnTime(c.claim) ? await signsIn(c, pair, side, before) : []
  const show = (events: readonly AsOfEvent[], bearing: Bearing) => events.map(e => eventReceipt(e, bearing, c.asOf))
  const coverage = await coverageOf(c.search, actors, searched)
  const [counter] = earlier
  if (counter) {
    const kind = side === 1 ? 'co-operative' : 'hostile'
    const days = `${counted(earlier.length, 'earlier day')} with ${kind} acts between ${pairName(pair)}`
    return {
      verdict: earlier.length >= contradicted_from && coverage.adequate ? 'contradicted' : 'disputed',
      because: `${days} ${earlier.length === 1 ? 'is' : 'are'} on record ${betweenDays(before)}, such as ${told(counter)}`,
      receipts: [...show(earlier, 'against'), ...show(own, 'context')],
      coverage,
    }
  }
  const first = [...own].sort((a, b) => a.day.localeCompare(b.day))[0]
  if (!first || !coverage.adequate || !hasOwnTime(c.claim))
    return nothingFound(c, 'act that would show which sign was the first', searched, show(own, 'context'), actors)
  return {
    verdict: 'supported',
    because: `No earlier sign is on record ${betweenDays(before)}, and the first then is of ${told(first)}`,
    receipts: show(own, 'for'),
    coverage,
  }
}
