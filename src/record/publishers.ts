import type { Day } from '../domain/index.ts'
import type { Where } from './as-of.ts'
import type { Engine } from './engine.ts'

/**
 * Who reported the rows chosen, by as-of: whoever reported later, or nobody knows when, saw nothing then. Asked of both tables apart:
 * rows of the own format list their sources, coded rows have at most one, known on the row's own day.
 */
const VERSIONS = '(select *, true as official from versions)'

const queryBy = (start: string, { sql }: Where): string => `
  select distinct start, s.publisher as publisher
  from (select ${start} as start, unnest(from_json(sources, '[{"publisher":"VARCHAR","published":"VARCHAR"}]')) as s
        from ${VERSIONS} where ${sql})
  where s.published <= $asOf
  union
  select ${start} as start, publisher from coded where ${sql} and publisher is not null and known_basis <> 'occurred'`

/** Publishers by period, the period's first day given as an expression over `day`. */
export const publishersBy = (
  engine: Engine,
  start: string,
  where: Where,
): Promise<{ readonly start: Day; readonly publisher: string }[]> =>
  engine.rows(queryBy(start, where), where.parameters)

export const publishersOf = async (engine: Engine, where: Where): Promise<string[]> => {
  const rows = await engine.rows<{ publisher: string }>(
    `select distinct publisher from (${queryBy('1', where)}) order by publisher`,
    where.parameters,
  )
  return rows.map(({ publisher }) => publisher)
}
