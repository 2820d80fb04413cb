import type { ActorId, Day } from '../domain/index.ts'
import { type Acting, acting, both, during, involving, visible, type Where } from './as-of.ts'
import { publishersOf } from './publishers.ts'
import type { SqlEngine } from './sql-engine.ts'
import { independent } from './witness.ts'

export interface Counts {
  readonly pair_events: number
  readonly actor_events: number
  readonly independent_sources: number
}

export interface CountsQuery {
  readonly pair?: readonly [ActorId, ActorId]
  readonly actors: readonly ActorId[]
  readonly from: Day
  readonly to: Day
  readonly asOf: Day
  /** Default `state`. */
  readonly acting?: Acting
}

const countRows = async (engine: SqlEngine, { sql, parameters }: Where): Promise<number> => {
  const [row] = await engine.rows<{ n: number }>(
    `select count(*)::integer as n from ${engine.dialect.events} where ${sql}`,
    parameters,
  )
  return row?.n ?? 0
}

/**
 * What the record holds of a pair and its actors in some days: its coverage there. Rows of every status count,
 * since an announcement or a denial shows as well that somebody was looking. Sources are those of all rows counted.
 */
export const queryCounts = async (engine: SqlEngine, q: CountsQuery): Promise<Counts> => {
  const base = both(both(visible(q.asOf), during(q.from, q.to)), acting(q.acting))
  const pair = q.pair ? engine.dialect.between(q.pair) : null
  const actors = involving(q.actors)
  const any: Where = pair
    ? { sql: `(${pair.sql}) or (${actors.sql})`, parameters: { ...pair.parameters, ...actors.parameters } }
    : actors
  return {
    pair_events: pair ? await countRows(engine, both(base, pair)) : 0,
    actor_events: await countRows(engine, both(base, actors)),
    independent_sources: independent(await publishersOf(engine, both(base, any))),
  }
}
