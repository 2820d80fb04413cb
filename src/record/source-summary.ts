import { addDays, type ClosedInterval, type Day } from '../domain/index.ts'
import { formatNamed } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import type { SqlEngine } from './sql-engine.ts'

export interface ImportedFile {
  readonly run: string
  /** A clock's time: the one thing here that two equal records do not share. */
  readonly started: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly accepted: number
  readonly duplicate: number
  readonly rejected: number
}

/** A data set in the record. */
export interface SourceSummary {
  readonly origin: string
  readonly format: string
  readonly kind: 'events' | 'pair-days' | 'pair-years' | 'mentions'
  /** Events (not their versions), or scores. */
  readonly rows: number
  /** Days on which there is a row (for counts of years: years). */
  readonly days: number
  readonly first: Day | null
  readonly last: Day | null
  /** Stretches without a row: of more than a month for events, of any day for aggregates. */
  readonly gaps: readonly ClosedInterval[]
  readonly licence: string | null
  readonly citation: string | null
  readonly defects: readonly string[]
  readonly imports: readonly ImportedFile[]
}

interface Extent {
  origin: string
  rows: number
  days: number
  first: Day
  last: Day
}

/** What a kind's rows add up to by day, and from which gap on a stretch without rows is said. */
interface Kind {
  readonly kind: SourceSummary['kind']
  readonly days: string
  readonly gap: number
}

const kindsFor = ({ newYear }: Dialect): readonly Kind[] => [
  {
    kind: 'events',
    days: '(select origin, day, sum(rows) as rows from world_days where until is null group by all having sum(rows) > 0)',
    gap: 31,
  },
  {
    kind: 'pair-days',
    days: '(select origin, day, count(*) as rows from pair_days where not replaced group by all)',
    gap: 1,
  },
  {
    kind: 'pair-years',
    days: `(select origin, ${newYear('year')} as day, count(*) as rows from pair_years where not replaced group by all)`,
    gap: 366,
  },
  {
    kind: 'mentions',
    days: '(select f.origin as origin, m.day as day, count(*) as rows from mentions m join files f on f.file = m.file group by all)',
    gap: 31,
  },
]

const extents = (engine: SqlEngine, { days }: Kind): Promise<Extent[]> =>
  engine.rows<Extent>(
    `select origin, sum(rows)::integer as rows, count(*)::integer as days, min(day) as first, max(day) as last
     from ${days} as days group by origin order by origin`,
  )

const gapsOf = async (engine: SqlEngine, { days, gap }: Kind, origin: string): Promise<ClosedInterval[]> => {
  const rows = await engine.rows<{ before: Day; after: Day }>(
    `select before, after from (
       select day as before, lead(day, 1, day) over (order by day) as after
       from (select day from ${days} as days where origin = $origin) as days) as stretches
     where ${engine.dialect.daysBetween('before', 'after')} > ${gap} order by before`,
    { origin },
  )
  return rows.map(({ before, after }) => ({ from: addDays(before, 1), to: addDays(after, -1) }))
}

/** The files that a data set's rows came from, in the order of their import; duplicates of them are listed as well. */
const importsOf = async (engine: SqlEngine, origin: string): Promise<(ImportedFile & { format: string })[]> => {
  const rows = await engine.rows<ImportedFile & { bytes: string; format: string }>(
    `select 'run:' || f.run as run, r.started as started, path, bytes, sha256, format, accepted, duplicate, rejected
     from files f join runs r on r.run = f.run
     where f.origin = $origin or f.file in (select file from ${engine.dialect.ownEvents} as own where origin = $origin)
     order by f.file`,
    { origin },
  )
  return rows.map(row => ({ ...row, bytes: Number(row.bytes) }))
}

/** What ships with the program is in the own format, which has no terms of its own. */
const SHIPPED = {
  path: 'data/chronology/events.jsonl',
  licence: 'CC BY 4.0',
  citation: 'The Détente chronology of Azerbaijan, Iran and their neighbours; each event names its sources',
}

/** What the record holds, a data set each, events first. */
export const querySources = async (engine: SqlEngine): Promise<SourceSummary[]> => {
  const summaries: SourceSummary[] = []
  for (const kind of kindsFor(engine.dialect)) {
    for (const extent of await extents(engine, kind)) {
      const imports = await importsOf(engine, extent.origin)
      const name = imports.find(({ accepted }) => accepted > 0)?.format ?? imports[0]?.format ?? ''
      const format = formatNamed(name)
      const shipped = imports.every(({ path }) => path === SHIPPED.path) ? SHIPPED : null
      summaries.push({
        origin: extent.origin,
        format: name,
        kind: kind.kind,
        rows: extent.rows,
        days: extent.days,
        first: extent.first,
        last: extent.last,
        gaps: await gapsOf(engine, kind, extent.origin),
        licence: format?.licence ?? shipped?.licence ?? null,
        citation: format?.citation ?? shipped?.citation ?? null,
        defects: format?.defects ?? [],
        imports: imports.map(({ format: _format, ...file }) => file),
      })
    }
  }
  return summaries
}
