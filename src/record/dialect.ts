import type { ActorId } from '../domain/index.ts'
import { ALL_EVENTS, ALL_SIDES, withCodedRows } from './all-events.ts'
import { between, ofPair, type Where } from './as-of.ts'
import type { Period } from './periods.ts'
import { literal } from './sql-text.ts'

/**
 * Every place where the texts for DuckDB and for ClickHouse differ; all other SQL of the questions is spoken by both. Two differences lie
 * behind most of it: a cluster holds events as they are read (one table, each row spelt out), and its days are texts, YYYY-MM-DD,
 * because ClickHouse's own dates begin in 1900 and end in 2299.
 */
export interface Dialect {
  /** A text as a literal. */
  literal(text: string): string
  /** All events, in all their versions, as a table. */
  readonly events: string
  /** The same with nothing but days and sides: for counts, since planning a query on all columns takes longer than counting. */
  readonly sides: string
  /** Ids of the events of the own format, as a table of `id`, `known`, `until`, `origin`, `file`. */
  readonly ownEvents: string
  /** `events` of the own format alone. */
  readonly ownRows: string
  /** Whether rows of a pair are found by an index of their own instead of by the order of the events. */
  readonly indexOfPairs: boolean
  /** Rows of a pair, in either direction, in `events`. */
  between(pair: readonly [ActorId, ActorId]): Where
  /** The first day of the period that `day` lies in. */
  period(by: Period): string
  /** A day in an answer by column: days since 1970, or a text. */
  dayInColumn(day: string): string
  /** Days from one day to another. */
  daysBetween(from: string, to: string): string
  /** New Year's Day of a number of a year. */
  newYear(year: string): string
  /**
   * Who reported what, by as-of: whoever reported later, or nobody knows when, saw nothing then. A SELECT of `start` and `publisher`;
   * `rows` is a condition on events, `pair` the same on the index of pairs.
   */
  reportsOfPair(start: string, rows: string, pair: string): string
  /** The same of any rows: a SELECT of `publisher`. */
  reports(rows: string): string
}

/** Rows of the own format list their sources; coded rows have at most one, known on the row's own day. */
const ofVersions = (start: string, where: string): string => `
  select distinct ${start} as start, s.publisher as publisher
  from (select day, unnest(from_json(sources, '[{"publisher":"VARCHAR","published":"VARCHAR"}]')) as s
        from (select *, true as official from versions) where ${where})
  where s.published <= $asOf`

export const duckdb: Dialect = {
  literal,
  events: ALL_EVENTS,
  sides: ALL_SIDES,
  ownEvents: 'versions',
  ownRows: withCodedRows([]),
  indexOfPairs: true,
  between,
  period: by => (by === 'day' ? 'day' : `date_trunc('${by}', day)::date`),
  dayInColumn: day => `date_diff('day', date '1970-01-01', ${day})::integer`,
  daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
  newYear: year => `make_date(${year}, 1, 1)`,
  reportsOfPair: (start, rows, pair) => `${ofVersions(start, rows)}
    union all select ${start} as start, publisher from dyad_rows where ${pair} and publisher is not null`,
  reports: rows => `select publisher from (${ofVersions('1', rows)})
    union all select publisher from coded where ${rows} and publisher is not null and known_basis <> 'occurred'`,
}

/** The calendar repeats itself after 400 years, to the weekday: so ClickHouse's dates, of 1900 to 2299, serve for any year. */
const ERA_DAYS = 146_097
const era = (day: string): string => `(intDiv(toInt32(substring(${day}, 1, 4)) + 500, 400) - 6)`
const inEra = (day: string): string =>
  `toDate32(toString(toInt32(substring(${day}, 1, 4)) - 400 * ${era(day)}) || substring(${day}, 5))`
const dayNumber = (day: string): string => `(toInt32(${inEra(day)}) + ${ERA_DAYS} * ${era(day)})`

const monday = (day: string): string => {
  const start = `addDays(${inEra(day)}, 1 - toDayOfWeek(${inEra(day)}))`
  return `(lpad(toString(toYear(${start}) + 400 * ${era(day)}), 4, '0') || substring(toString(${start}), 5))`
}

const QUARTER =
  "substring(day, 1, 5) || lpad(toString(toInt32(substring(day, 6, 2)) - (toInt32(substring(day, 6, 2)) - 1) % 3), 2, '0')"

const PERIODS: Readonly<Record<Period, string>> = {
  day: 'day',
  week: monday('day'),
  month: "(substring(day, 1, 7) || '-01')",
  quarter: `(${QUARTER} || '-01')`,
  year: "(substring(day, 1, 4) || '-01-01')",
}

export const clickhouse: Dialect = {
  // A backslash is a letter like any other in DuckDB's literals, and not in ClickHouse's.
  literal: text => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  events: 'events',
  sides: 'events',
  ownEvents: '(select id, known, until, origin, file from events where not coded)',
  ownRows: '(select * from events where not coded)',
  indexOfPairs: false,
  between: ofPair,
  period: by => PERIODS[by],
  dayInColumn: day => day,
  daysBetween: (from, to) => `(${dayNumber(to)} - ${dayNumber(from)})`,
  newYear: year => `(lpad(toString(${year}), 4, '0') || '-01-01')`,
  reportsOfPair: (start, _rows, pair) =>
    `select distinct ${start} as start, publisher from reports where ${pair} and published <= $asOf`,
  reports: rows => `select distinct publisher from reports where ${rows} and published <= $asOf`,
}
