import { PUSHED_PARTS, PUSHES } from './ledger.ts'
import { localTable } from './statements.ts'
import { TABLES } from './tables.ts'

/** What a folder of canonical Parquet holds, as far as loading it needs to know. */
interface Loaded {
  readonly form: number
  readonly program: string
  readonly record: string
  readonly runs: number
  readonly fingerprint: string
  readonly tables: readonly { readonly name: string; readonly parts: readonly { readonly file: string }[] }[]
}

const DATABASE = 'detente'

/** Statements that load the folder into a database of one server; after the last of them `--record clickhouse://…` answers. */
export const loadingScript = ({ form, program, record, runs, fingerprint, tables }: Loaded): string => {
  const place = { database: DATABASE, cluster: null }
  const inserts = TABLES.flatMap(({ name, columns }) =>
    (tables.find(table => table.name === name)?.parts ?? []).map(
      ({ file }) =>
        `insert into ${DATABASE}.${name} (${columns.map(([column]) => column).join(', ')}) from infile '${file}' format Parquet`,
    ),
  )
  const lines = [
    `create database if not exists ${DATABASE}`,
    ...[...TABLES, PUSHES, PUSHED_PARTS].map(table => localTable(table, place)),
    ...inserts,
    `insert into ${DATABASE}.pushes values (1, 'by hand', 'complete', ${form}, '${record}', ${runs}, '${fingerprint}', '${program}', '')`,
  ]
  return `-- clickhouse-client --queries-file clickhouse.sql, in this folder; into an empty database.\n${lines.map(line => `${line};\n`).join('')}`
}
