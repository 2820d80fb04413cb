import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Failure, usageFailure } from '../domain/index.ts'
import type { EventField } from '../sources/index.ts'
import { ALL_EVENTS } from './all-events.ts'
import { type Engine, literal } from './engine.ts'
import type { EventQuery } from './event-query.ts'
import { whereOf } from './events.ts'

export type ExportFormat = 'csv' | 'parquet' | 'jsonl'

/** What was written: the data sets that rows came from, for the citation. */
export interface ExportResult {
  readonly rows: number
  readonly origins: readonly { readonly origin: string; readonly rows: number }[]
}

/** Fields of the own import format, and how they stand in the record's table; notes and tags of curators are not kept there. */
const FIELDS: Readonly<Partial<Record<EventField, string>>> = {
  id: 'id',
  day: "strftime(day, '%Y-%m-%d')",
  day_to: "strftime(day_to, '%Y-%m-%d')",
  known: "strftime(known, '%Y-%m-%d')",
  known_basis: 'known_basis',
  source: 'source',
  target: 'target',
  reciprocal: 'reciprocal',
  people: 'people',
  type: 'type',
  cameo: 'cameo',
  mode: 'mode',
  status: 'status',
  announces: 'announces',
  magnitude: 'magnitude',
  summary: 'summary',
  place: 'place',
  document: 'document',
  sentence: 'sentence',
  start: 'span_start',
  end: 'span_end',
  confidence: 'confidence',
  disputes: 'disputes',
  origin: 'origin',
  sources: 'sources',
}
export const EXPORTED_FIELDS = Object.keys(FIELDS) as EventField[]

/** Lists are JSON in JSON, and JSON text in tables. */
const LISTS: readonly EventField[] = ['people', 'sources']
const TEXTS: readonly EventField[] = ['id', 'mode', 'summary', 'place', 'document', 'confidence', 'origin']

/** A spreadsheet takes a cell that begins so for a formula; a quotation mark in front makes it a text again. */
const harmless = (text: string): string =>
  `case when regexp_matches(${text}, '^[=+\\-@\\t\\r]') then '''' || ${text} else ${text} end`

const column = (field: EventField, format: ExportFormat): string => {
  const sql = FIELDS[field] ?? 'null'
  if (format === 'jsonl' && LISTS.includes(field)) return `${sql}::json as "${field}"`
  if (format === 'csv' && TEXTS.includes(field)) return `${harmless(sql)} as "${field}"`
  return `${sql} as "${field}"`
}

const OPTIONS: Readonly<Record<ExportFormat, string>> = {
  csv: 'format csv, header true',
  parquet: 'format parquet, compression zstd',
  jsonl: 'format json',
}

const cannot = (path: string, why: string): Failure =>
  usageFailure(`${path} cannot be written: ${why}`, 'name another file with -o')

const write = async (engine: Engine, path: string, copy: string): Promise<void> => {
  const part = `${path}.part`
  try {
    await engine.run(copy.replace('$file', literal(part)))
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    const message = error instanceof Error ? error.message : String(error)
    if (/No space left|disk/i.test(message)) throw cannot(path, 'no space left on the disk')
    if (/Cannot open file|Permission denied|EISDIR|EACCES/i.test(message))
      throw cannot(path, 'no permission, or it is a folder')
    throw error
  }
}

/** Writes the events of a query, by day and id, in the fields of the own format: what is written can be imported again. */
export const exportEvents = async (
  engine: Engine,
  q: EventQuery,
  path: string,
  format: ExportFormat,
): Promise<ExportResult> => {
  if (!existsSync(dirname(path))) throw cannot(path, 'there is no such folder')
  const { sql, parameters } = whereOf(q, engine.dialect)
  const bound = Object.entries(parameters).reduce(
    (text, [name, value]) => text.replaceAll(`$${name}`, typeof value === 'string' ? literal(value) : String(value)),
    sql,
  )
  const columns = EXPORTED_FIELDS.map(field => column(field, format))
  const select = `select ${columns.join(', ')} from (select * from ${ALL_EVENTS} where ${bound}) order by day, id`
  await write(engine, path, `copy (${select}) to $file (${OPTIONS[format]})`)
  const origins = await engine.rows<{ origin: string; rows: number }>(
    `select origin, count(*)::integer as rows from ${ALL_EVENTS} where ${sql} group by origin order by origin`,
    parameters,
  )
  return { rows: origins.reduce((sum, { rows }) => sum + rows, 0), origins }
}
