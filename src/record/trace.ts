import type { Day } from '../domain/index.ts'
import { acting, beginning, both, visible, type Where } from './as-of.ts'
import { type Cell, parseCell } from './cell.ts'
import { type AsOfEvent, EVENT_COLUMNS, type EventRow, toEvent } from './events.ts'
import type { Rejection } from './import-report.ts'
import { type Layer, queryLayers } from './layers.ts'
import { pairDayRows } from './score-points.ts'
import type { SqlEngine } from './sql-engine.ts'

/** Where a row stands: the file as it was named, its fingerprint, the line, the import. */
export interface Place {
  readonly file: string
  readonly sha256: string
  readonly line: number
  readonly run: string
}

/** One version of an event; `until` is the day on which a correction became known. */
export interface TracedVersion extends Place {
  readonly until: Day | null
  readonly event: AsOfEvent
}

export interface TracedRow extends Place {
  readonly id: string
  readonly day: Day
  readonly summary: string
}

/** A page that reported the event, from a data set of reports. */
export interface Mention {
  readonly day: Day
  readonly publisher: string | null
  readonly url: string
}

export interface TracedRun {
  readonly started: string
  readonly program: string
  readonly files: readonly {
    readonly path: string
    readonly bytes: number
    readonly sha256: string
    readonly format: string
    readonly origin: string
    readonly accepted: number
    readonly duplicate: number
    readonly rejected: number
  }[]
  readonly rejections: readonly Rejection[]
}

export type Trace =
  | {
      readonly kind: 'event'
      readonly id: string
      readonly versions: readonly TracedVersion[]
      readonly mentions?: readonly Mention[]
    }
  | { readonly kind: 'import'; readonly id: string; readonly run: TracedRun }
  | {
      readonly kind: 'cell'
      readonly id: string
      readonly cell: Cell
      readonly rows: readonly TracedRow[]
      readonly layers: readonly Layer[]
    }

const PLACE = "f.path as file, f.sha256 as sha256, t.line::integer as line, 'run:' || f.run as run"

const traceEvent = async (engine: SqlEngine, id: string): Promise<Trace | null> => {
  const rows = await engine.rows<EventRow & Place & { until: Day | null; path: string }>(
    `select ${EVENT_COLUMNS.split(',').map(column => `t.${column.trim()} as ${column.trim()}`)}, t.until as until, ${PLACE}
     from ${engine.dialect.events} t join files f on f.file = t.file where t.id = $id order by t.known, t.seq`,
    { id },
  )
  if (rows.length === 0) return null
  const versions = rows.map(({ file, sha256, line, run, until, ...row }) => ({
    file,
    sha256,
    line,
    run,
    until,
    event: toEvent(row),
  }))
  const mentions = await engine.rows<Mention>(
    "select day, publisher, url from mentions where origin || ':' || event = $id order by day, url",
    { id },
  )
  return { kind: 'event', id, versions, ...(mentions.length === 0 ? {} : { mentions }) }
}

const traceRun = async (engine: SqlEngine, id: string): Promise<Trace | null> => {
  const run = Number(/^run:(\d{1,9})$/.exec(id)?.[1])
  if (!Number.isInteger(run)) return null
  const [found] = await engine.rows<{ started: string; program: string }>(
    'select started, program from runs where run = $run',
    { run },
  )
  if (!found) return null
  const files = await engine.rows<TracedRun['files'][number] & { bytes: string }>(
    'select path, bytes, sha256, format, origin, accepted, duplicate, rejected from files where run = $run order by file',
    { run },
  )
  const rejections = await engine.rows<Rejection>(
    `select f.path as file, r.line::integer as line, r.reason as reason
     from rejections r join files f on f.file = r.file where r.run = $run order by r.file, r.line`,
    { run },
  )
  return {
    kind: 'import',
    id,
    run: { ...found, files: files.map(file => ({ ...file, bytes: Number(file.bytes) })), rejections },
  }
}

/** All rows of the pair in the cell, whether its counts take them in (their status says so) or only its coverage. */
const traceCell = async (engine: SqlEngine, id: string, cell: Cell): Promise<Trace> => {
  const pair = both(both(visible(cell.asOf), engine.dialect.between([cell.a, cell.b])), acting('state'))
  const origin: Where | null =
    cell.source === null ? null : { sql: 't.origin = $origin', parameters: { origin: cell.source } }
  const events = both(both(pair, beginning(cell)), origin)
  const rows = await engine.rows<TracedRow>(
    `select t.id as id, t.day as day, t.summary as summary, ${PLACE} from ${engine.dialect.events} t join files f on f.file = t.file where ${events.sql} order by day, id`,
    events.parameters,
  )
  if (rows.length > 0 || cell.source === null) {
    const { a, b, from, to, asOf } = cell
    return { kind: 'cell', id, cell, rows, layers: await queryLayers(engine, { pair: [a, b], from, to, asOf }) }
  }
  const scores = both(pairDayRows(cell, cell.source), beginning(cell))
  const scored = await engine.rows<TracedRow>(
    `select t.a || '-' || t.b as id, t.day as day, 'score ' || t.score as summary, ${PLACE}
     from (select * from pair_days where ${scores.sql}) t join files f on f.file = t.file order by t.day`,
    scores.parameters,
  )
  if (scored.length > 0) return { kind: 'cell', id, cell, rows: scored, layers: [] }
  const years = await engine.rows<TracedRow>(
    `select t.source || '>' || t.target as id, ${engine.dialect.newYear('t.year')} as day,
       'verbal co-operation ' || verbal_cooperation || ', material co-operation ' || material_cooperation ||
         ', verbal conflict ' || verbal_conflict || ', material conflict ' || material_conflict as summary, ${PLACE}
     from pair_years t join files f on f.file = t.file
     where t.origin = $origin and ((source = $a and target = $b) or (source = $b and target = $a)) and not replaced
       and ${engine.dialect.newYear('t.year')} between $from and $to order by day, id`,
    { origin: cell.source, a: cell.a, b: cell.b, from: cell.from, to: cell.to },
  )
  return { kind: 'cell', id, cell, rows: years, layers: [] }
}

/** From an id down to rows, files and lines; null when the record holds nothing of that name. */
export const queryTrace = async (engine: SqlEngine, id: string): Promise<Trace | null> => {
  if (id.startsWith('run:')) return traceRun(engine, id)
  const cell = parseCell(id)
  return cell ? traceCell(engine, id, cell) : traceEvent(engine, id)
}
