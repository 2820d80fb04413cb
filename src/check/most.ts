import { addDays, type Bearing, type Day } from '../domain/index.ts'
import { changeBetween, type DayBalance, dayBalances, mean } from '../relations/index.ts'
import { type Case, type Finding, hasOwnTime } from './case.ts'
import { coverageOf } from './coverage.ts'
import { nothingFound } from './nothing-found.ts'
import { carrying, eventsOf, type Pair } from './pair-acts.ts'
import { eventReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { fromTo, pairName } from './wording.ts'

const YEAR = 365

interface Year {
  readonly days: Days
  readonly balances: readonly DayBalance[]
}

/** Years back from a day, the latest first, as far as the claim reaches or the record does. */
const yearsBack = async (c: Case, pair: Pair, last: Day, first: Day): Promise<Year[]> => {
  const events = await eventsOf(c, pair, { from: first, to: last })
  const years: Year[] = []
  for (let to = last; to > first; to = addDays(to, -YEAR)) {
    const days = { from: addDays(to, 1 - YEAR), to }
    years.push({ days, balances: dayBalances(events, days) })
  }
  return years
}

/** How far back a superlative reaches: "since 1974", "ever"; else as far as the longest memory of a level. */
const reachOf = (c: Case): { readonly since: Day; readonly isStated: boolean } => {
  const stated = hasOwnTime(c.claim) ? c.claim.time?.from : null
  if (stated) return { since: stated, isStated: true }
  if (new RegExp(termsFile().ever, 'iu').test(c.claim.quote)) return { since: '0001-01-01', isStated: true }
  return { since: addDays(c.until, -Math.max(...thresholds().level.windows)), isStated: false }
}

/** "At their worst since …", "closer than ever": the last year against each year before it. */
export const judgeMost = async (c: Case, pair: Pair, side: 1 | -1): Promise<Finding> => {
  const actors = pair.flatMap(id => id ?? [])
  const { since, isStated } = reachOf(c)
  const all = await eventsOf(c, pair, { from: since, to: c.until })
  const [now, ...others] = await yearsBack(c, pair, c.until, all[0]?.day ?? c.until)
  const enough = (year: Year) => year.balances.length >= thresholds().extremum.least_days
  const compared = others.filter(enough)
  const days = { from: all[0]?.day ?? c.until, to: c.until }
  if (!now || !enough(now) || compared.length === 0)
    return nothingFound(c, `series of acts long enough to compare the years of ${pairName(pair)}`, days, [], actors)
  const meanOf = (year: Year) => mean(year.balances.map(d => d.value))
  const rivals = compared
    .filter(year => (meanOf(year) - meanOf(now)) * side > 0)
    .sort((a, b) => (meanOf(b) - meanOf(a)) * side)
  const [rival] = rivals
  const coverage = await coverageOf(c.search, actors, days)
  const show = (year: Year, bearing: Bearing) => {
    const acts = all.filter(e => e.day >= year.days.from && e.day <= year.days.to)
    return [...carrying(acts, side), ...carrying(acts, side === 1 ? -1 : 1)].map(e => eventReceipt(e, bearing, c.asOf))
  }
  const best = side === 1 ? 'better' : 'worse'
  if (rival) {
    const surely = isStated && changeBetween(now.balances, rival.balances).direction === side && coverage.adequate
    return {
      verdict: surely ? 'contradicted' : 'disputed',
      because: `acts between ${pairName(pair)} were ${best} on the mean from ${fromTo(rival.days)} than from ${fromTo(now.days)}`,
      receipts: [...show(rival, 'against'), ...show(now, 'for')],
      coverage,
    }
  }
  return {
    verdict: 'supported',
    because: `acts between ${pairName(pair)} were ${best} on the mean from ${fromTo(now.days)} than in ${compared.length === 1 ? 'the one year' : `any of the ${compared.length} years`} before that can be compared`,
    receipts: show(now, 'for'),
    coverage,
  }
}
