import { addDays, type Day } from '../../domain/index.ts'
import type { AsOfEvent, Counts, RecordReader } from '../../record/index.ts'
import type { PairRelation } from '../pair/index.ts'
import { phaseSettings } from '../phases/index.ts'
import { briefSettings } from './settings.ts'

/** What the record could see of a pair in the half year. */
export interface BriefCoverage extends Counts {
  readonly from: Day
  readonly days_without_rows: number
  /** The longest run of days without a row. */
  readonly longest_gap: { readonly from: Day; readonly to: Day; readonly days: number } | null
  /** The last day with a row of the pair, whenever that was. */
  readonly last_row: Day | null
  /** The data sets that speak of the pair, one after another, by time. */
  readonly asked: readonly { readonly source: string; readonly from: Day; readonly to: Day }[]
  /** Other data sets that hold rows of the pair, which were not asked: sets are never added up. */
  readonly not_asked: readonly string[]
  /** Told: there are rows. Quiet: there is none though the record looked at both states and told of them before. Not covered: nobody was looking. */
  readonly standing: 'told' | 'quiet' | 'not covered'
}

const longestGap = (from: Day, days: number, seen: ReadonlySet<Day>): BriefCoverage['longest_gap'] => {
  let longest: BriefCoverage['longest_gap'] = null
  let length = 0
  for (let i = 0; i < days; i++) {
    const day = addDays(from, i)
    length = seen.has(day) ? 0 : length + 1
    if (length > (longest?.days ?? 0)) longest = { from: addDays(day, 1 - length), to: day, days: length }
  }
  return longest
}

/** Days with rows of the pair: of events of whatever status, and of scores where single events are not known. */
const daysSeen = ({ events, balance }: PairRelation): ReadonlySet<Day> =>
  new Set([
    ...events.map(({ day }: AsOfEvent) => day),
    ...[...balance.rows].flatMap((n, i) => (n > 0 ? [addDays('1970-01-01', balance.from + i)] : [])),
  ])

export const coverageOf = async (record: RecordReader, relation: PairRelation): Promise<BriefCoverage> => {
  const { pair, as_of } = relation
  const { window } = phaseSettings()
  const from = addDays(as_of, 1 - window)
  const [counts, whole] = [
    await record.counts({ pair, actors: pair, from, to: as_of, asOf: as_of }),
    await record.dyad({ a: pair[0], b: pair[1], by: 'year', asOf: as_of }),
  ]
  const seen = daysSeen(relation)
  const inWindow = [...seen].filter(day => day >= from && day <= as_of)
  const asked = relation.parts.map(({ origin, from: first, to }) => ({
    source: origin,
    from: addDays('1970-01-01', first),
    to: addDays('1970-01-01', to),
  }))
  const names = new Set(relation.parts.flatMap(({ origin, files }) => [origin, ...files.map(file => file.origin)]))
  const { quiet_needs, quiet_years } = briefSettings()
  const last = [...seen].reduce<Day | null>((latest, day) => (latest === null || day > latest ? day : latest), null)
  return {
    ...counts,
    from,
    days_without_rows: window - inWindow.length,
    longest_gap: longestGap(from, window, seen),
    last_row: last,
    asked,
    not_asked: whole.sources.filter(name => !names.has(name)),
    standing:
      inWindow.length > 0
        ? 'told'
        : counts.actor_events >= quiet_needs && last !== null && last > addDays(as_of, -365 * quiet_years)
          ? 'quiet'
          : 'not covered',
  }
}
