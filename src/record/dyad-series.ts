import { type ClosedInterval, type Day, dyad, minDay } from '../domain/index.ts'
import { between, both, visible, type Where } from './as-of.ts'
import type { Engine } from './engine.ts'
import { eventPoints } from './event-points.ts'
import { pairDayRows, scorePoints } from './score-points.ts'
import type { DyadQuery, DyadSeries } from './series.ts'

/** From the first to the last day of the pair's rows, where the query does not say. Nothing after as-of. */
const range = async (engine: Engine, q: DyadQuery, rows: Where, table: string): Promise<ClosedInterval | null> => {
  const [found] = await engine.rows<{ first: Day | null; last: Day | null }>(
    `select min(day) as first, max(day) as last from ${table} where ${rows.sql}`,
    rows.parameters,
  )
  const from = q.from ?? found?.first
  const to = minDay(q.to ?? found?.last ?? q.asOf, q.asOf)
  return from && from <= to ? { from, to } : null
}

const holdsScores = async (engine: Engine, origin: string): Promise<boolean> =>
  (await engine.rows('select 1 from pair_days where origin = $origin limit 1', { origin })).length > 0

const originsIn = async (engine: Engine, rows: Where): Promise<string[]> => {
  const found = await engine.rows<{ origin: string }>(
    `select distinct origin from versions where ${rows.sql} order by origin`,
    rows.parameters,
  )
  return found.map(({ origin }) => origin)
}

/** Counts and Goldstein sums of a pair by period, as of a day. */
export const queryDyad = async (engine: Engine, q: DyadQuery): Promise<DyadSeries> => {
  const head = { schema: 'detente.dyad/1', dyad: dyad(q.a, q.b), as_of: q.asOf, by: q.by } as const
  if (q.source !== undefined && (await holdsScores(engine, q.source))) {
    const days = await range(engine, q, pairDayRows(q, q.source), 'pair_days')
    const points = days ? await scorePoints(engine, q, q.source, days) : []
    return { ...head, sources: [q.source], points, turning_points: [] }
  }
  const origin: Where | null =
    q.source === undefined ? null : { sql: 'origin = $origin', parameters: { origin: q.source } }
  const world = both(visible(q.asOf), origin)
  const pair = both(world, between([q.a, q.b]))
  const days = await range(engine, q, pair, 'versions')
  const points = days ? await eventPoints(engine, q, days, { pair, world }) : []
  return { ...head, sources: await originsIn(engine, pair), points, turning_points: [] }
}
