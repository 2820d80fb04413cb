import { addDays, type ClosedInterval, type Day } from '../domain/index.ts'
import { formatNamed } from '../sources/index.ts'
import type { Engine } from './engine.ts'

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
  readonly kind: 'events' | 'pair-days'
  /** Events (not their versions), or scores. */
  readonly rows: number
  /** Days on which there is a row. */
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
  format: string
  rows: number
  days: number
  first: Day
  last: Day
}

const EVENTS = { kind: 'events', table: 'versions', where: 'until is null', gap: 31 } as const
const PAIR_DAYS = { kind: 'pair-days', table: 'pair_days', where: 'not replaced', gap: 1 } as const
type Kind = typeof EVENTS | typeof PAIR_DAYS

const extents = (engine: Engine, { table, where }: Kind): Promise<Extent[]> =>
  engine.rows<Extent>(
    `select t.origin as origin, min(f.format) as format, count(*)::integer as rows, count(distinct day)::integer as days,
            min(day) as first, max(day) as last
     from ${table} t join files f on f.file = t.file where ${where} group by t.origin order by t.origin`,
  )

const gapsOf = async (engine: Engine, { table, where, gap }: Kind, origin: string): Promise<ClosedInterval[]> => {
  const rows = await engine.rows<{ before: Day; after: Day }>(
    `select before, after from (
       select day as before, lead(day) over (order by day) as after
       from (select distinct day from ${table} where ${where} and origin = $origin))
     where date_diff('day', before, after) > ${gap} order by before`,
    { origin },
  )
  return rows.map(({ before, after }) => ({ from: addDays(before, 1), to: addDays(after, -1) }))
}

/** The files that a data set's rows came from, in the order of their import; duplicates of them are listed as well. */
const importsOf = async (engine: Engine, { table }: Kind, origin: string): Promise<ImportedFile[]> => {
  const rows = await engine.rows<ImportedFile & { bytes: string }>(
    `select 'run:' || f.run as run, r.started, f.path, f.bytes, f.sha256, f.accepted, f.duplicate, f.rejected
     from files f join runs r on r.run = f.run
     where f.origin = $origin or f.file in (select distinct file from ${table} where origin = $origin)
     order by f.file`,
    { origin },
  )
  return rows.map(row => ({ ...row, bytes: Number(row.bytes) }))
}

/** What the record holds, a data set each, events first. */
export const querySources = async (engine: Engine): Promise<SourceSummary[]> => {
  const summaries: SourceSummary[] = []
  for (const kind of [EVENTS, PAIR_DAYS]) {
    for (const extent of await extents(engine, kind)) {
      const format = formatNamed(extent.format)
      summaries.push({
        origin: extent.origin,
        format: extent.format,
        kind: kind.kind,
        rows: extent.rows,
        days: extent.days,
        first: extent.first,
        last: extent.last,
        gaps: await gapsOf(engine, kind, extent.origin),
        licence: format?.licence ?? null,
        citation: format?.citation ?? null,
        defects: format?.defects ?? [],
        imports: await importsOf(engine, kind, extent.origin),
      })
    }
  }
  return summaries
}
