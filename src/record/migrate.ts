import type { Engine } from './engine.ts'
import { damaged, newer } from './engine-failure.ts'
import { CURRENT, MIGRATIONS } from './migrations.ts'
import { inTransaction } from './transaction.ts'

const tables = async (engine: Engine): Promise<ReadonlySet<string>> => {
  const found = await engine.rows<{ name: string }>(
    'select table_name as name from duckdb_tables() where not temporary',
  )
  return new Set(found.map(({ name }) => name))
}

/** The number of the last step that a record has taken; 0 for an empty file. */
export const versionOf = async (engine: Engine): Promise<number> => {
  const present = await tables(engine)
  if (present.size === 0) return 0
  if (!present.has('migrations')) throw damaged(engine.path, 'it is a database of something else')
  const [last] = await engine.rows<{ number: number }>(
    'select coalesce(max(number), 0)::integer as number from migrations',
  )
  const version = last?.number ?? 0
  if (version > CURRENT) throw newer(engine.path, `its tables are version ${version}, this program knows ${CURRENT}`)
  return version
}

/** Brings a record opened for writing to the tables of this program, all steps or none. */
export const migrate = async (engine: Engine): Promise<void> => {
  const version = await versionOf(engine)
  const steps = MIGRATIONS.filter(({ number }) => number > version)
  if (steps.length === 0) return
  await inTransaction(engine, undefined, async () => {
    if (version === 0) await engine.run('create table migrations (number integer not null, name varchar not null)')
    for (const { number, name, sql } of steps) {
      for (const statement of sql) await engine.run(statement)
      await engine.run('insert into migrations values ($number, $name)', { number, name })
    }
  })
}
