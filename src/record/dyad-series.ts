import { type ClosedInterval, type Day, dyad, minDay } from '../domain/index.ts'
import { acting, both, ofPair, visible, type Where } from './as-of.ts'
import { eventPoints } from './event-points.ts'
import { pairDayRows, scorePoints } from './score-points.ts'
import type { DyadQuery, DyadSeries } from './series.ts'
import type { SqlEngine } from './sql-engine.ts'
import { holdsYears, yearPoints } from './year-points.ts'

/** A data set that has rows of the pair, and its first and last day with one. */
interface Span {
  readonly origin: string
  readonly first: Day
  readonly last: Day
}

/** From the first to the last day of the pair's rows, where the query does not say. Nothing after as-of. */
const range = (q: DyadQuery, spans: readonly Span[]): ClosedInterval | null => {
  const [first, last] = [
    spans.map(span => span.first).sort()[0],
    spans
      .map(span => span.last)
      .sort()
      .at(-1),
  ]
  const from = q.from ?? first
  const to = minDay(q.to ?? last ?? q.asOf, q.asOf)
  return from && from <= to ? { from, to } : null
}

const spansOfEvents = (engine: SqlEngine, { sql, parameters }: Where): Promise<Span[]> =>
  engine.rows<Span>(
    // Lines may take each other back.
    `select origin, min(day) as first, max(day) as last
     from (select origin, day from dyad_days where ${sql} group by origin, day having sum(rows) > 0) as days_of_pair group by origin order by origin`,
    parameters,
  )

const spansOfScores = (engine: SqlEngine, { sql, parameters }: Where): Promise<Span[]> =>
  engine.rows<Span>(
    `select origin, min(day) as first, max(day) as last from pair_days where ${sql} group by origin`,
    parameters,
  )

const holdsScores = async (engine: SqlEngine, origin: string): Promise<boolean> =>
  (await engine.rows('select 1 from pair_days where origin = $origin limit 1', { origin })).length > 0

/** Counts and Goldstein sums of a pair by period, as of a day. */
export const queryDyad = async (engine: SqlEngine, q: DyadQuery): Promise<DyadSeries> => {
  const head = { schema: 'detente.dyad/1', dyad: dyad(q.a, q.b), as_of: q.asOf, by: q.by } as const
  if (q.source !== undefined && (await holdsScores(engine, q.source))) {
    const days = range(q, await spansOfScores(engine, pairDayRows(q, q.source)))
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
  const spans = await spansOfEvents(engine, pair)
  const days = range(q, spans)
  const points = days ? await eventPoints(engine, q, days, { pair, rows, world }) : []
  return { ...head, sources: spans.map(({ origin }) => origin), points, turning_points: [] }
}
