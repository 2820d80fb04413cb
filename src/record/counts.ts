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

type Rows = Pick<Counts, 'pair_events' | 'actor_events'>

/** Both counts in one look at the rows of `any`. */
const countRows = async (engine: SqlEngine, pair: Where | null, actors: Where, any: Where): Promise<Rows> => {
  const [row] = await engine.rows<Rows>(
    `select ${pair ? `count(*) filter (where ${pair.sql})::integer` : '0'} as pair_events,
       count(*) filter (where ${actors.sql})::integer as actor_events
     from ${engine.dialect.sides} where ${any.sql}`,
    any.parameters,
  )
  return row ?? { pair_events: 0, actor_events: 0 }
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
  const rows = both(base, any)
  return {
    ...(await countRows(engine, pair, actors, rows)),
    independent_sources: independent(await publishersOf(engine, rows)),
  }
}
