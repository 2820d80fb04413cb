import { type ClosedInterval, type Day, lengthInDays } from '../domain/index.ts'
import { beginning, both, type Where } from './as-of.ts'
import { cellId } from './cell.ts'
import { periodsOf } from './periods.ts'
import type { DyadPoint, DyadQuery } from './series.ts'
import type { SqlEngine } from './sql-engine.ts'
import { tally } from './tally.ts'

/** The scores of a pair in a data set of aggregates. They are known on their day, which is that of publication. */
export const pairDayRows = (q: Pick<DyadQuery, 'a' | 'b' | 'asOf'>, origin: string): Where => ({
  sql: 'origin = $origin and a = least($a, $b) and b = greatest($a, $b) and day <= $asOf and not replaced',
  parameters: { origin, a: q.a, b: q.b, asOf: q.asOf },
})

/** The points of a series of scores: no single events stand behind them, so every tally is empty. */
export const scorePoints = async (
  engine: SqlEngine,
  q: DyadQuery,
  origin: string,
  days: ClosedInterval,
): Promise<DyadPoint[]> => {
  const { sql, parameters } = both(pairDayRows(q, origin), beginning(days))
  const rows = await engine.rows<{ start: Day; days: number; sum: string }>(
    `select ${engine.dialect.period(q.by)} as start, count(*)::integer as days, sum(score)::varchar as sum
     from pair_days where ${sql} group by all`,
    parameters,
  )
  const scores = new Map(rows.map(row => [row.start, row]))
  const none = tally([])
  return periodsOf(days, q.by).map((part): DyadPoint => {
    const score = scores.get(part.start)
    return {
      from: part.from,
      to: part.to,
      cell: cellId({ ...q, from: part.from, to: part.to, source: origin }),
      a_to_b: none,
      b_to_a: none,
      pair: none,
      score: { days: score?.days ?? 0, sum: Number(score?.sum ?? 0) },
      temperature: null,
      phase: null,
      coverage: {
        pair_events: 0,
        actor_events: 0,
        world_events: 0,
        sources: 0,
        days_without_rows: lengthInDays(part) - (score?.days ?? 0),
      },
    }
  })
}
