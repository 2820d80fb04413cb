import type { Day } from '../domain/index.ts'
import type { Where } from './as-of.ts'
import type { Engine } from './engine.ts'

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

/** Publishers of a pair by period, the period's first day given as an expression over `day`. `pair` is asked of the index of pairs. */
export const publishersBy = (
  engine: Engine,
  start: string,
  rows: Where,
  pair: Where,
): Promise<{ readonly start: Day; readonly publisher: string }[]> =>
  engine.rows(
    `${ofVersions(start, rows.sql)}
     union select ${start} as start, publisher from dyad_rows where ${pair.sql} and publisher is not null`,
    { ...rows.parameters, ...pair.parameters },
  )

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
