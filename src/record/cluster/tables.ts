import { ALL_EVENTS } from '../all-events.ts'

/**
 * The tables of a record away from its file: in canonical Parquet, and on a cluster. They hold what questions read, spelt out: days as
 * texts, events with summary and sources, who reported which row, the roll-ups. A change here is a new FORM.
 */
export const FORM = 2

export interface CanonicalTable {
  readonly name: string
  /** Columns and their types on a cluster; each is a column or an expression's name in `rows`. */
  readonly columns: readonly (readonly [name: string, type: string])[]
  /** In this order rows are written and lie; the first column decides on which shard. */
  readonly order: readonly string[]
  /** A part a month of `day`, or one part. */
  readonly monthly: boolean
  /** Where the embedded engine looks for the months. */
  readonly from: string
  /** A SELECT of the embedded engine, of rows that fit a condition on `day`. */
  readonly rows: (where: string) => string
}

const PAIR = "case when source <> target then least(source, target) || '-' || greatest(source, target) else '' end"

/** Texts of few kinds are kept by number, which makes them short and quick to compare. */
const KIND = 'LowCardinality(String)'
const MAYBE_KIND = 'LowCardinality(Nullable(String))'
const TEXT = 'String'
const MAYBE_TEXT = 'Nullable(String)'
const DAY = KIND

const EVENTS_DAYS = '(select day from versions union all select day from coded)'

const EVENTS: CanonicalTable = {
  name: 'events',
  columns: [
    ['pair', KIND],
    ['coded', 'Bool'],
    ['day', DAY],
    ['id', TEXT],
    ['seq', 'Int64'],
    ['day_to', DAY],
    ['known', DAY],
    ['until', MAYBE_KIND],
    ['known_basis', KIND],
    ['official', 'Bool'],
    ['source', KIND],
    ['target', MAYBE_KIND],
    ['reciprocal', 'Bool'],
    ['people', TEXT],
    ['type', MAYBE_KIND],
    ['cameo', MAYBE_KIND],
    ['mode', MAYBE_KIND],
    ['status', KIND],
    ['announces', MAYBE_TEXT],
    ['magnitude', 'Nullable(Float64)'],
    ['summary', TEXT],
    ['place', MAYBE_TEXT],
    ['document', MAYBE_TEXT],
    ['sentence', 'Nullable(Int32)'],
    ['span_start', 'Nullable(Int32)'],
    ['span_end', 'Nullable(Int32)'],
    ['confidence', MAYBE_KIND],
    ['disputes', MAYBE_TEXT],
    ['sources', TEXT],
    ['goldstein', 'Nullable(Int32)'],
    ['source_role', MAYBE_KIND],
    ['target_role', MAYBE_KIND],
    ['words', TEXT],
    ['origin', KIND],
    ['file', 'Int32'],
    ['line', 'Int64'],
  ],
  order: ['pair', 'coded', 'day', 'id', 'seq'],
  monthly: true,
  from: EVENTS_DAYS,
  rows: where => `select *, ${PAIR} as pair from ${ALL_EVENTS} where ${where}`,
}

/** Who reported which rows, and when: one row for equal ones, since reports are counted by name. */
const REPORTS: CanonicalTable = {
  name: 'reports',
  columns: [
    ['pair', KIND],
    ['day', DAY],
    ['publisher', TEXT],
    ['published', DAY],
    ['day_to', DAY],
    ['known', DAY],
    ['until', MAYBE_KIND],
    ['official', 'Bool'],
    ['source', KIND],
    ['target', MAYBE_KIND],
    ['origin', KIND],
  ],
  order: ['pair', 'day', 'publisher', 'published', 'day_to', 'known', 'origin', 'source'],
  monthly: true,
  from: EVENTS_DAYS,
  rows: where => `
    select distinct ${PAIR} as pair, day, publisher, published, day_to, known, until, official, source, target, origin from (
      select day, s.publisher as publisher, s.published as published, day_to, known, until, true as official, source, target, origin
      from (select *, unnest(from_json(sources, '[{"publisher":"VARCHAR","published":"VARCHAR"}]')) as s from versions where ${where})
      where s.published is not null and s.publisher is not null
      union all
      select day, publisher, known::varchar, day_to, known, until, official, source, target, origin
      from coded where ${where} and publisher is not null and known_basis <> 'occurred')`,
}

/** Lines of the ledger that say the same are one line; those that take each other back are none. */
const DYAD_DAYS: CanonicalTable = {
  name: 'dyad_days',
  columns: [
    ['pair', KIND],
    ['day', DAY],
    ['source', KIND],
    ['target', KIND],
    ['origin', KIND],
    ['known', DAY],
    ['until', MAYBE_KIND],
    ['official', 'Bool'],
    ['counted', 'Bool'],
    ['reciprocal', 'Bool'],
    ['type', MAYBE_KIND],
    ['root', MAYBE_KIND],
    ['rows', 'Int32'],
    ['weighted', 'Int32'],
    ['tenths', 'Int32'],
  ],
  order: ['pair', 'day', 'source', 'origin', 'known'],
  monthly: true,
  from: 'dyad_days',
  rows: where => `
    select pair, day, source, target, origin, known, until, official, counted, reciprocal, type, root,
      sum(rows)::integer as rows, sum(weighted)::integer as weighted, sum(tenths)::integer as tenths
    from dyad_days where ${where} group by all having sum(rows) <> 0 or sum(weighted) <> 0 or sum(tenths) <> 0`,
}

const WORLD_DAYS: CanonicalTable = {
  name: 'world_days',
  columns: [
    ['origin', KIND],
    ['day', DAY],
    ['known', DAY],
    ['until', MAYBE_KIND],
    ['rows', 'Int32'],
  ],
  order: ['origin', 'day', 'known'],
  monthly: false,
  from: 'world_days',
  rows: where =>
    `select origin, day, known, until, sum(rows)::integer as rows from world_days where ${where} group by all having sum(rows) <> 0`,
}

const ACTOR_DAYS: CanonicalTable = {
  name: 'actor_days',
  columns: [
    ['actor', KIND],
    ['day', DAY],
    ['origin', KIND],
    ['known', DAY],
    ['until', MAYBE_KIND],
    ['rows', 'Int32'],
  ],
  order: ['actor', 'day', 'origin', 'known'],
  monthly: true,
  from: 'actor_days',
  rows: where =>
    `select actor, day, origin, known, until, sum(rows)::integer as rows from actor_days where ${where} group by all having sum(rows) <> 0`,
}

const PAIR_DAYS: CanonicalTable = {
  name: 'pair_days',
  columns: [
    ['origin', KIND],
    ['a', KIND],
    ['b', KIND],
    ['day', DAY],
    ['seq', 'Int64'],
    ['score', 'Decimal(18, 6)'],
    ['file', 'Int32'],
    ['line', 'Int64'],
    ['replaced', 'Bool'],
  ],
  order: ['origin', 'a', 'b', 'day', 'seq'],
  monthly: true,
  from: 'pair_days',
  rows: where => `select * from pair_days where ${where}`,
}

const MENTIONS: CanonicalTable = {
  name: 'mentions',
  columns: [
    ['origin', KIND],
    ['event', TEXT],
    ['day', DAY],
    ['url', TEXT],
    ['publisher', MAYBE_TEXT],
    ['sentence', 'Nullable(Int32)'],
    ['confidence', 'Nullable(Int32)'],
    ['file', 'Int32'],
    ['line', 'Int64'],
  ],
  order: ['origin', 'event', 'day', 'url', 'file', 'line'],
  monthly: true,
  from: 'mentions',
  rows: where => `select * from mentions where ${where}`,
}

const whole = (name: string, columns: CanonicalTable['columns'], order: readonly string[]): CanonicalTable => ({
  name,
  columns,
  order,
  monthly: false,
  from: name,
  rows: where => `select * from ${name} where ${where}`,
})

const PAIR_YEARS = whole(
  'pair_years',
  [
    ['origin', KIND],
    ['source', KIND],
    ['target', KIND],
    ['year', 'Int32'],
    ['seq', 'Int64'],
    ['verbal_cooperation', 'Int32'],
    ['material_cooperation', 'Int32'],
    ['verbal_conflict', 'Int32'],
    ['material_conflict', 'Int32'],
    ['file', 'Int32'],
    ['line', 'Int64'],
    ['replaced', 'Bool'],
  ],
  ['origin', 'source', 'target', 'year', 'seq'],
)

const RUNS = whole(
  'runs',
  [
    ['run', 'Int32'],
    ['started', TEXT],
    ['program', TEXT],
  ],
  ['run'],
)

const FILES = whole(
  'files',
  [
    ['file', 'Int32'],
    ['run', 'Int32'],
    ['path', TEXT],
    ['bytes', 'Int64'],
    ['sha256', TEXT],
    ['format', TEXT],
    ['origin', TEXT],
    ['accepted', 'Int32'],
    ['duplicate', 'Int32'],
    ['rejected', 'Int32'],
  ],
  ['file'],
)

const REJECTIONS = whole(
  'rejections',
  [
    ['run', 'Int32'],
    ['file', 'Int32'],
    ['line', 'Int64'],
    ['reason', TEXT],
  ],
  ['run', 'file', 'line', 'reason'],
)

export const TABLES: readonly CanonicalTable[] = [
  EVENTS,
  REPORTS,
  DYAD_DAYS,
  WORLD_DAYS,
  ACTOR_DAYS,
  PAIR_DAYS,
  PAIR_YEARS,
  MENTIONS,
  RUNS,
  FILES,
  REJECTIONS,
]
