import { type ClosedInterval, type Day, dyad, minDay } from '../domain/index.ts'
import { acting, both, ofPair, visible, type Where } from './as-of.ts'
import { eventPoints } from './event-points.ts'
import { pairDayRows, scorePoints } from './score-points.ts'
import type { DyadQuery, DyadSeries } from './series.ts'
import type { SqlEngine } from './sql-engine.ts'
import { holdsYears, yearPoints } from './year-points.ts'

/** From the first to the last day of the pair's rows, where the query does not say. Nothing after as-of. */
const range = (q: DyadQuery, days: readonly Day[]): ClosedInterval | null => {
  const from = q.from ?? days[0]
  const to = minDay(q.to ?? days.at(-1) ?? q.asOf, q.asOf)
  return from && from <= to ? { from, to } : null
}

/** First and last day with a row. */
const ends = async (engine: SqlEngine, { sql, parameters }: Where, table: string): Promise<Day[]> => {
  const [found] = await engine.rows<{ first: Day | null; last: Day | null }>(
    `select min(day) as first, max(day) as last from ${table} where ${sql}`,
    parameters,
  )
  return found?.first && found.last ? [found.first, found.last] : []
}

/** Of lines that may take each other back. */
const LEDGER = (where: string): string =>
  `(select day, sum(rows) as rows from dyad_days where ${where} group by day having sum(rows) > 0)`

const holdsScores = async (engine: SqlEngine, origin: string): Promise<boolean> =>
  (await engine.rows('select 1 from pair_days where origin = $origin limit 1', { origin })).length > 0

const originsIn = async (engine: SqlEngine, rows: Where): Promise<string[]> => {
  const found = await engine.rows<{ origin: string }>(
    `select origin from dyad_days where ${rows.sql} group by origin having sum(rows) > 0 order by origin`,
    rows.parameters,
  )
  return found.map(({ origin }) => origin)
}

/** Counts and Goldstein sums of a pair by period, as of a day. */
export const queryDyad = async (engine: SqlEngine, q: DyadQuery): Promise<DyadSeries> => {
  const head = { schema: 'detente.dyad/1', dyad: dyad(q.a, q.b), as_of: q.asOf, by: q.by } as const
  if (q.source !== undefined && (await holdsScores(engine, q.source))) {
    const days = range(q, await ends(engine, pairDayRows(q, q.source), 'pair_days'))
    const points = days ? await scorePoints(engine, q, q.source, days) : []
    return { ...head, sources: [q.source], points, turning_points: [] }
  }
  if (q.source !== undefined && (await holdsYears(engine, q.source)))
    return { ...head, sources: [q.source], points: await yearPoints(engine, q, q.source), turning_points: [] }
  const origin: Where | null =
    q.source === undefined ? null : { sql: 'origin = $origin', parameters: { origin: q.source } }
  const world = both(visible(q.asOf), origin)
  const pair = both(both(world, ofPair([q.a, q.b])), acting(q.acting))
  const rows = both(both(world, engine.dialect.between([q.a, q.b])), acting(q.acting))
  const found = await ends(engine, { sql: 'true', parameters: pair.parameters }, LEDGER(pair.sql))
  const days = range(q, found)
  const points = days ? await eventPoints(engine, q, days, { pair, rows, world }) : []
  return { ...head, sources: await originsIn(engine, pair), points, turning_points: [] }
}
