import { addDays, type Day } from '../domain/index.ts'
import { acting, both, during, visible, type Where } from './as-of.ts'
import type { Period } from './periods.ts'
import type { SqlEngine } from './sql-engine.ts'
import { ACT_COUNTS } from './tally.ts'

export interface AllPairsQuery {
  readonly by: Period
  readonly asOf: Day
  readonly from?: Day
  readonly to?: Day
  readonly source?: string
}

/**
 * Every pair with acts in every period, both directions together. As columns of equal length, sorted by pair, then period: as objects,
 * half a million of them would take longer to make than to count.
 */
export interface AllPairs {
  readonly pair: readonly string[]
  readonly from: readonly Day[]
  readonly events: readonly number[]
  readonly verbal_cooperation: readonly number[]
  readonly material_cooperation: readonly number[]
  readonly verbal_conflict: readonly number[]
  readonly material_conflict: readonly number[]
  /** Of the acts that have a weight. */
  readonly goldstein_sum: readonly number[]
}

const counted: Where = { sql: 'counted', parameters: {} }

const whereOf = (q: AllPairsQuery): Where => {
  const days = during(q.from, q.to)
  const origin: Where | null =
    q.source === undefined ? null : { sql: 'origin = $origin', parameters: { origin: q.source } }
  // A line of the roll-up is one day: its first day is its last.
  const oneDay = days && { ...days, sql: days.sql.replace('day_to', 'day') }
  return [acting('state'), counted, oneDay, origin].reduce<Where>(both, visible(q.asOf))
}

export const queryAllPairs = async (engine: SqlEngine, q: AllPairsQuery): Promise<AllPairs> => {
  const { sql, parameters } = whereOf(q)
  const columns = await engine.columns(
    `select pair, ${engine.dialect.dayInColumn(engine.dialect.period(q.by))} as start, ${ACT_COUNTS}
     from dyad_days where ${sql} group by pair, start having sum(rows) > 0 order by pair, start`,
    parameters,
  )
  const [pair = [], start = [], events = [], , tenths = [], vc = [], mc = [], vk = [], mk = []] = columns
  const numbers = (values: readonly unknown[]): number[] => values as number[]
  const days = new Map<number, Day>()
  const dayOf = (value: unknown): Day => {
    if (typeof value !== 'number') return String(value)
    const known = days.get(value) ?? addDays('1970-01-01', value)
    days.set(value, known)
    return known
  }
  return {
    pair: pair as string[],
    from: start.map(dayOf),
    events: numbers(events),
    verbal_cooperation: numbers(vc),
    material_cooperation: numbers(mc),
    verbal_conflict: numbers(vk),
    material_conflict: numbers(mk),
    goldstein_sum: numbers(tenths).map(sum => sum / 10),
  }
}
