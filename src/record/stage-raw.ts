import type { Engine } from './engine.ts'

/**
 * Published bulk on its way in: one file at a time as temporary table `staged_raw`, its rows in the order of the file, and how a row's
 * place becomes a line of the file. What the engine could not read stands in `refused` (line, reason).
 */
export interface RawStage {
  /** The line of a row, in SQL over `s`, an alias of staged_raw. */
  readonly line: string
  /** The place of a row in the file, from 0, in SQL over `s`: rows of a running transaction are numbered from a far higher base. */
  readonly place: string
  /** A join that `line` needs, or nothing. */
  readonly join: string
  readonly rows: number
  /** The columns that the format has. */
  readonly columns: ReadonlySet<string>
}

const exists = async (engine: Engine, table: string): Promise<boolean> =>
  (await engine.rows(`select 1 from duckdb_tables() where table_name = '${table}'`)).length > 0

const takeRefused = async (engine: Engine): Promise<number> => {
  await engine.run('create or replace temp table refused (line bigint, reason varchar)')
  if (!(await exists(engine, 'reject_errors'))) return 0
  await engine.run(`
    insert into refused
    select line, 'unreadable: ' || lower(min(error_type::varchar)) from reject_errors where line is not null group by line`)
  await engine.run('drop table reject_errors')
  await engine.run('drop table reject_scans')
  const [count] = await engine.rows<{ n: number }>('select count(*)::integer as n from refused')
  return count?.n ?? 0
}

/**
 * A row's line is its place below the header; line breaks inside quoted values of the rows above move it down, and so do lines that the
 * engine refused: the i-th refused line, at r, has r - i kept lines before it.
 */
const LINES = (place: string, firstLine: number, breaks: boolean): string => `
  create or replace temp table staged_lines as
  with counted as (
    select ${place} as rid, ${place} + ${firstLine} + ${breaks ? 'coalesce(sum(breaks) over (order by rowid rows between unbounded preceding and 1 preceding), 0)' : '0'} as line
    from staged_raw)
  select rid, (line + (select count(*) from (select line - row_number() over (order by line) as kept from refused) r where r.kept < counted.line))::bigint as line
  from counted`

const columnsOf = async (engine: Engine): Promise<ReadonlySet<string>> => {
  const found = await engine.rows<{ name: string }>(
    "select column_name as name from duckdb_columns() where table_name = 'staged_raw'",
  )
  return new Set(found.map(({ name }) => name))
}

export const stageRaw = async (engine: Engine, select: string, firstLine: number): Promise<RawStage> => {
  await engine.run(`create or replace temp table staged_raw as ${select}`)
  const refused = await takeRefused(engine)
  const columns = await columnsOf(engine)
  const breaks = columns.has('breaks')
  const [found] = await engine.rows<{ rows: number; first: string; last: string; broken: boolean }>(
    `select count(*)::integer as rows, coalesce(min(rowid), 0)::varchar as first, coalesce(max(rowid), -1)::varchar as last,
       ${breaks ? 'coalesce(sum(breaks) > 0, false)' : 'false'} as broken from staged_raw`,
  )
  const { rows = 0, first = '0', last = '-1', broken = false } = found ?? {}
  if (BigInt(last) - BigInt(first) + 1n !== BigInt(rows)) throw new Error('the staged rows are not numbered one by one')
  const place = `(s.rowid - ${first})`
  if (refused === 0 && !broken) return { line: `${place} + ${firstLine}`, place, join: '', rows, columns }
  await engine.run(LINES(`rowid - ${first}`, firstLine, breaks))
  return { line: 'l.line', place, join: `join staged_lines l on l.rid = ${place}`, rows: rows + refused, columns }
}
