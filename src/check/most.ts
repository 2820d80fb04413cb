import { addDays, type Bearing, type Day, dayNumber } from '../domain/index.ts'
import { type PairRelation, passedBetween, sumsOf, type Temperature, temperatureOf } from '../relations/index.ts'
import { type Case, type Finding, hasOwnTime } from './case.ts'
import { coverageOf } from './coverage.ts'
import { relationUntil } from './measured.ts'
import { nothingFound } from './nothing-found.ts'
import { carrying, type Pair } from './pair-acts.ts'
import { eventReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { standingIn } from './standing.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { degrees, fromTo, pairName } from './wording.ts'

const YEAR = 365

interface Year {
  readonly days: Days
  /** In degrees, against all years compared: one yardstick for each of them. */
  readonly temperature: Temperature
}

/** Years back from a day with days enough to be compared, the latest first. */
const yearsBack = (relation: PairRelation, last: Day, first: Day): Year[] => {
  const sums = sumsOf(relation.balance)
  const all = passedBetween(sums, dayNumber(first), dayNumber(last))
  const years: Year[] = []
  for (let to = last; to > first; to = addDays(to, -YEAR)) {
    const days = { from: addDays(to, 1 - YEAR), to }
    const passed = passedBetween(sums, dayNumber(days.from), dayNumber(to))
    // The first year may begin before the record does: its days count all the same.
    const temperature = temperatureOf({ ...passed, days: YEAR }, all)
    if (temperature && standingIn(relation, days).acts >= thresholds().extremum.least_days)
      years.push({ days, temperature })
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
  const relation = await relationUntil(c, pair)
  const all = relation.events.filter(e => e.day_to >= since)
  const days = { from: all[0]?.day ?? c.until, to: c.until }
  const [now, ...compared] = yearsBack(relation, c.until, days.from)
  if (!now || now.days.to !== c.until || compared.length === 0)
    return nothingFound(c, `series of acts long enough to compare the years of ${pairName(pair)}`, days, [], actors)
  const rivals = compared
    .filter(year => (year.temperature.value - now.temperature.value) * side > 0)
    .sort((a, b) => (b.temperature.value - a.temperature.value) * side)
  const [rival] = rivals
  const coverage = await coverageOf(c.search, actors, days)
  const show = (year: Year, bearing: Bearing) => {
    const acts = all.filter(e => e.day >= year.days.from && e.day <= year.days.to)
    return [...carrying(acts, side), ...carrying(acts, side === 1 ? -1 : 1)].map(e => eventReceipt(e, bearing, c.asOf))
  }
  const best = side === 1 ? 'warmer' : 'colder'
  const at = ({ temperature: t }: Year) => `${degrees(t.value)}, ${degrees(t.low)} to ${degrees(t.high)}`
  if (rival) {
    const isApart =
      side === 1 ? rival.temperature.low > now.temperature.high : rival.temperature.high < now.temperature.low
    const surely = isStated && isApart && coverage.adequate
    return {
      verdict: surely ? 'contradicted' : 'disputed',
      because: isApart
        ? `relations of ${pairName(pair)} were ${best} from ${fromTo(rival.days)} (${at(rival)} degrees) than from ${fromTo(now.days)} (${at(now)})`
        : `relations of ${pairName(pair)} were as ${side === 1 ? 'warm' : 'cold'} from ${fromTo(rival.days)} (${at(rival)} degrees) as from ${fromTo(now.days)} (${at(now)}): the two cannot be told apart`,
      receipts: [...show(rival, 'against'), ...show(now, 'for')],
      coverage,
    }
  }
  return {
    verdict: 'supported',
    because: `relations of ${pairName(pair)} were ${best} from ${fromTo(now.days)} (${at(now)} degrees) than in ${compared.length === 1 ? 'the one year' : `any of the ${compared.length} years`} before that can be compared`,
    receipts: show(now, 'for'),
    coverage,
  }
}
