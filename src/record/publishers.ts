import type { Day } from '../domain/index.ts'
import type { Where } from './as-of.ts'
import { type Engine, literal } from './engine.ts'
import { witnesses } from './witness.ts'

/**
 * Who reported the rows chosen, by as-of: whoever reported later, or nobody knows when, saw nothing then. Asked of both tables apart:
 * rows of the own format list their sources, coded rows have at most one, known on the row's own day.
 */
const VERSIONS = '(select *, true as official from versions)'

const ofVersions = (start: string, sql: string): string => `
  select distinct start, s.publisher as publisher
  from (select ${start} as start, unnest(from_json(sources, '[{"publisher":"VARCHAR","published":"VARCHAR"}]')) as s
        from ${VERSIONS} where ${sql})
  where s.published <= $asOf`

/**
 * Independent witnesses of a pair by period, the period's first day given as an expression over `day`. `pair` is asked of the index of
 * pairs. Names are looked at once each and counted by the engine: a pair in the news has more names a month than can be handed over.
 */
export const witnessesBy = async (
  engine: Engine,
  start: string,
  rows: Where,
  pair: Where,
): Promise<ReadonlyMap<Day, number>> => {
  const parameters = { ...rows.parameters, ...pair.parameters }
  const told = `(${ofVersions(start, rows.sql)}
    union all select ${start} as start, publisher from dyad_rows where ${pair.sql} and publisher is not null)`
  const names = await engine.rows<{ publisher: string }>(`select distinct publisher from ${told}`, parameters)
  const pairs = names.flatMap(({ publisher }) =>
    witnesses(publisher).map(witness => `(${literal(publisher)}, ${literal(witness)})`),
  )
  if (pairs.length === 0) return new Map()
  const counts = await engine.rows<{ start: Day; witnesses: number }>(
    `select start, count(distinct witness)::integer as witnesses
     from ${told} join (values ${pairs.join(', ')}) as known (name, witness) on name = publisher group by start`,
    parameters,
  )
  return new Map(counts.map(row => [row.start, row.witnesses]))
}

/** Publishers of any rows. */
export const publishersOf = async (engine: Engine, where: Where): Promise<string[]> => {
  const rows = await engine.rows<{ publisher: string }>(
    `select distinct publisher from (
       ${ofVersions('1', where.sql)}
       union select 1, publisher from coded where ${where.sql} and publisher is not null and known_basis <> 'occurred')
     order by publisher`,
    where.parameters,
  )
  return rows.map(({ publisher }) => publisher)
}
