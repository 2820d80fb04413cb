import { placesOfCoded, withCodedRows } from './all-events.ts'
import { acting, both, during, ofPair, visible, type Where } from './as-of.ts'
import type { EventQuery } from './event-query.ts'
import type { SqlEngine } from './sql-engine.ts'

/** More numbers than this in one query, and looking through all rows is faster. */
const MAX_NAMED = 5000

/** Filters that the index of pairs knows nothing of. */
const asksMore = (q: EventQuery): boolean =>
  q.types !== undefined || q.search !== undefined || q.ids !== undefined || q.actors !== undefined

const inIndex = (q: EventQuery, pair: readonly [string, string]): Where => {
  const origin: Where | null =
    q.origin === undefined ? null : { sql: 'origin = $origin', parameters: { origin: q.origin } }
  return [ofPair(pair), during(q.from, q.to), acting(q.acting), origin].reduce<Where>(both, visible(q.asOf))
}

/**
 * The table that a query of events reads. For a page of one pair: the coded rows up to the day on which the page ends, found by the index of
 * pairs, and all of the own format. The query's own conditions, order and limit apply to it as to the whole.
 */
export const tableFor = async (engine: SqlEngine, q: EventQuery): Promise<string> => {
  const { events, indexOfPairs } = engine.dialect
  if (!indexOfPairs || q.pair === undefined || q.limit === undefined || asksMore(q)) return events
  const { sql, parameters } = inIndex(q, q.pair)
  const rows = await engine.rows<{ seq: string }>(
    // All rows of the day on which the page ends: which of them are on it, their ids decide.
    `select seq::varchar as seq from (select seq, rank() over (order by day) as nth from dyad_rows where ${sql})
     where nth <= ${Math.max(1, Math.trunc(q.limit) + Math.trunc(q.offset ?? 0))} limit ${MAX_NAMED + 1}`,
    parameters,
  )
  if (rows.length > MAX_NAMED) return events
  if (rows.length === 0) return withCodedRows([])
  const places = await engine.rows<{ place: string }>(placesOfCoded(rows.map(({ seq }) => seq)))
  return withCodedRows(places.map(({ place }) => place))
}
