import type { Staging } from './staging.ts'

/**
 * Published bulk on its way in: one file at a time as table `staged_raw` of its staging, its rows in the order of the file, and how a row's
 * place becomes a line of the file. What the engine could not read stands in `refused` (line, reason) beside it.
 */
export interface RawStage {
  /** The staging, in SQL, and the table in it. */
  readonly name: string
  readonly table: string
  /** The line of a row, in SQL over `s`, an alias of the table. */
  readonly line: string
  /** The place of a row in the file, from 0, in SQL over `s`. */
  readonly place: string
  /** A join that `line` needs, or nothing. */
  readonly join: string
  readonly rows: number
  /** The columns that the format has. */
  readonly columns: ReadonlySet<string>
}

const takeRefused = async ({ engine, name }: Staging): Promise<number> => {
  const tables = await engine.rows("select 1 from duckdb_tables() where table_name = 'reject_errors'")
  await engine.run(`create table ${name}.refused (line bigint, reason varchar)`)
  if (tables.length === 0) return 0
  await engine.run(`
    insert into ${name}.refused
    select line, 'unreadable: ' || lower(min(error_type::varchar)) from reject_errors where line is not null group by line`)
  await engine.run('drop table reject_errors')
  await engine.run('drop table reject_scans')
  const [count] = await engine.rows<{ n: number }>(`select count(*)::integer as n from ${name}.refused`)
  return count?.n ?? 0
}

/**
 * A row's line is its place below the header; line breaks inside quoted values of the rows above move it down, and so do lines that the
 * engine refused: the i-th refused line, at r, has r - i kept lines before it.
 */
const LINES = (name: string, firstLine: number, breaks: boolean): string => `
  create table ${name}.staged_lines as
  with counted as (
    select rowid as rid, rowid + ${firstLine} + ${breaks ? 'coalesce(sum(breaks) over (order by rowid rows between unbounded preceding and 1 preceding), 0)' : '0'} as line
    from ${name}.staged_raw)
  select rid, (line + (select count(*) from (select line - row_number() over (order by line) as kept from ${name}.refused) r where r.kept < counted.line))::bigint as line
  from counted`

const columnsOf = async ({ engine, name }: Staging): Promise<ReadonlySet<string>> => {
  const found = await engine.rows<{ name: string }>(
    `select column_name as name from duckdb_columns() where database_name = '${name}' and table_name = 'staged_raw'`,
  )
  return new Set(found.map(column => column.name))
}

export const stageRaw = async (staging: Staging, select: string, firstLine: number): Promise<RawStage> => {
  const { engine, name } = staging
  const table = `${name}.staged_raw`
  await engine.run(`create table ${table} as ${select}`)
  const refused = await takeRefused(staging)
  const columns = await columnsOf(staging)
  const breaks = columns.has('breaks')
  const [found] = await engine.rows<{ rows: number; last: string; broken: boolean }>(
    `select count(*)::integer as rows, coalesce(max(rowid), -1)::varchar as last,
       ${breaks ? 'coalesce(sum(breaks) > 0, false)' : 'false'} as broken from ${table}`,
  )
  const { rows = 0, last = '-1', broken = false } = found ?? {}
  if (BigInt(last) + 1n !== BigInt(rows)) throw new Error('the staged rows are not numbered one by one')
  const moved = refused > 0 || broken
  if (moved) await engine.run(LINES(name, firstLine, breaks))
  return {
    name,
    table,
    ...(moved
      ? { line: 'l.line', join: `join ${name}.staged_lines l on l.rid = s.rowid` }
      : { line: `s.rowid + ${firstLine}`, join: '' }),
    place: 's.rowid',
    rows: rows + refused,
    columns,
  }
}
