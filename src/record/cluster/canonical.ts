import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { addMonths, type Day } from '../../domain/index.ts'
import { type Engine, literal } from '../engine.ts'
import { type CanonicalTable, TABLES } from './tables.ts'

/** Canonical Parquet: a record's tables, a file a part, in one order: the same record gives the same bytes. */

export interface Part {
  readonly table: CanonicalTable
  /** `2014-04`, or `all`. */
  readonly name: string
}

export const WHOLE = 'all'

export interface WrittenPart extends Part {
  readonly rows: number
  readonly sha256: string
}

const monthsOf = async (engine: Engine, table: CanonicalTable): Promise<string[]> => {
  const rows = await engine.rows<{ month: Day }>(
    `select distinct date_trunc('month', day)::date as month from ${table.from} order by month`,
  )
  return rows.map(({ month }) => month.slice(0, 7))
}

const isFilled = async (engine: Engine, table: CanonicalTable): Promise<boolean> =>
  (await engine.rows(`select 1 from ${table.from} limit 1`)).length > 0

/** All parts of a record that hold a row. */
export const partsOf = async (engine: Engine): Promise<Part[]> => {
  const parts: Part[] = []
  for (const table of TABLES) {
    const names = table.monthly ? await monthsOf(engine, table) : (await isFilled(engine, table)) ? [WHOLE] : []
    parts.push(...names.map(name => ({ table, name })))
  }
  return parts
}

const inPart = ({ table, name }: Part): string =>
  table.monthly ? `day >= '${name}-01' and day < '${addMonths(`${name}-01`, 1)}'` : 'true'

/** Days as texts: not every engine's dates reach as far back, or as far on. */
const DAYS = new Set(['day', 'day_to', 'known', 'until', 'published'])
/** Of closed lists in the record's file. */
const LISTS = new Set(['type', 'known_basis'])

const column = (name: string): string => (DAYS.has(name) || LISTS.has(name) ? `${name}::varchar as ${name}` : name)

const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Writes a part to a file. */
export const writePart = async (engine: Engine, part: Part, file: string): Promise<WrittenPart> => {
  const { columns, order, rows } = part.table
  const rest = columns.map(([name]) => name).filter(name => !order.includes(name))
  await engine.run(
    `copy (select ${columns.map(([name]) => column(name)).join(', ')} from (${rows(inPart(part))}) order by ${[...order, ...rest].join(', ')})
     to ${literal(file)} (format parquet, compression zstd)`,
  )
  const [found] = await engine.rows<{ n: string }>(
    `select sum(num_rows)::varchar as n from parquet_file_metadata(${literal(file)})`,
  )
  return { ...part, rows: Number(found?.n ?? 0), sha256: await sha256Of(file) }
}
