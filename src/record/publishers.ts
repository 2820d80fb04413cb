import type { Day } from '../domain/index.ts'
import type { Where } from './as-of.ts'
import type { SqlEngine } from './sql-engine.ts'
import { witnesses } from './witness.ts'

/** Who reported the rows chosen: independent witnesses are counted, not names. */

/** Names that stand for another witness than for the one they spell, with those they stand for. */
const otherwise = (publishers: readonly string[]): [string, readonly string[]][] =>
  publishers.flatMap((name): [string, readonly string[]][] => {
    const behind = witnesses(name)
    return behind.length === 1 && behind[0] === name ? [] : [[name, behind]]
  })

/**
 * Independent witnesses of a pair by period, the period's first day given as an expression over `day`. `pair` is asked of the index of
 * pairs. Counted by the engine: a pair in the news has more names a month than can be handed over. Most names are the witness
 * themselves; of the others it is told whom they stand for.
 */
export const witnessesBy = async (
  engine: SqlEngine,
  start: string,
  rows: Where,
  pair: Where,
): Promise<ReadonlyMap<Day, number>> => {
  const parameters = { ...rows.parameters, ...pair.parameters }
  const { literal, reportsOfPair } = engine.dialect
  const told = `with told as (${reportsOfPair(start, rows.sql, pair.sql)})`
  const names = await engine.rows<{ publisher: string }>(`${told} select distinct publisher from told`, parameters)
  const others = otherwise(names.map(({ publisher }) => publisher))
  const known = others.flatMap(([name, behind]) => behind.map(witness => `(${literal(name)}, ${literal(witness)})`))
  const standing =
    known.length === 0
      ? ''
      : `union all select start, witness from told join (values ${known.join(', ')}) as known (name, witness) on name = publisher`
  const named =
    others.length === 0
      ? 'told'
      : `(select start, publisher from told where publisher not in (${others.map(([name]) => literal(name)).join(', ')}) ${standing}) as named`
  const counts = await engine.rows<{ start: Day; witnesses: number }>(
    `${told} select start, count(*)::integer as witnesses from (select distinct start, publisher from ${named}) as seen group by start`,
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
