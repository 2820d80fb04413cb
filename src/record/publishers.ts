import type { Day } from '../domain/index.ts'
import type { Where } from './as-of.ts'
import type { SqlEngine } from './sql-engine.ts'
import { witnesses } from './witness.ts'

/** Who reported the rows chosen: independent witnesses are counted, not names. */

/**
 * Independent witnesses of a pair by period, the period's first day given as an expression over `day`. `pair` is asked of the index of
 * pairs. Names are looked at once each and counted by the engine: a pair in the news has more names a month than can be handed over.
 */
export const witnessesBy = async (
  engine: SqlEngine,
  start: string,
  rows: Where,
  pair: Where,
): Promise<ReadonlyMap<Day, number>> => {
  const parameters = { ...rows.parameters, ...pair.parameters }
  const { literal, reportsOfPair } = engine.dialect
  const told = `(${reportsOfPair(start, rows.sql, pair.sql)})`
  const names = await engine.rows<{ publisher: string }>(`select distinct publisher from ${told}`, parameters)
  // By number: that is quicker to tell apart than a name.
  const numbers = new Map<string, number>()
  const numberOf = (witness: string): number => {
    const number = numbers.get(witness) ?? numbers.size
    numbers.set(witness, number)
    return number
  }
  const pairs = names.flatMap(({ publisher }) =>
    witnesses(publisher).map(witness => `(${literal(publisher)}, ${numberOf(witness)})`),
  )
  if (pairs.length === 0) return new Map()
  const counts = await engine.rows<{ start: Day; witnesses: number }>(
    `select start, count(distinct witness)::integer as witnesses
     from ${told} as told join (values ${pairs.join(', ')}) as known (name, witness) on name = publisher group by start`,
    parameters,
  )
  return new Map(counts.map(row => [row.start, row.witnesses]))
}

/** Publishers of any rows. */
export const publishersOf = async (engine: SqlEngine, where: Where): Promise<string[]> => {
  const rows = await engine.rows<{ publisher: string }>(
    `select distinct publisher from (${engine.dialect.reports(where.sql)}) order by publisher`,
    where.parameters,
  )
  return rows.map(({ publisher }) => publisher)
}
