import { placesOfCoded, withCodedRows } from './all-events.ts'
import { acting, beginningIn, both, during, ofPair, visible, type Where } from './as-of.ts'
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
  return [
    ofPair(pair),
    during(q.from, q.to),
    q.within ? beginningIn(q.within) : null,
    acting(q.acting),
    origin,
  ].reduce<Where>(both, visible(q.asOf))
}

/** All rows of the day on which the page ends: which of them are on it, their ids decide. */
const ofPage = (sql: string, last: number): string =>
  `select seq::varchar as seq from (select seq, rank() over (order by day) as nth from dyad_rows where ${sql}) where nth <= ${last}`

/**
 * The table that a query of events reads. For a page of one pair, or some stretches of its days: the coded rows up to the day on which the
 * page ends, found by the index of pairs, and all of the own format. The query's own conditions, order and limit apply to it as to the whole.
 */
export const tableFor = async (engine: SqlEngine, q: EventQuery): Promise<string> => {
  const { events, ownRows, indexOfPairs } = engine.dialect
  if (q.own) return ownRows
  if (!indexOfPairs || q.pair === undefined || (q.limit === undefined && q.within === undefined) || asksMore(q))
    return events
  const { sql, parameters } = inIndex(q, q.pair)
  const last = q.limit === undefined ? null : Math.max(1, Math.trunc(q.limit) + Math.trunc(q.offset ?? 0))
  const found = last === null ? `select seq::varchar as seq from dyad_rows where ${sql}` : ofPage(sql, last)
  const rows = await engine.rows<{ seq: string }>(`${found} limit ${MAX_NAMED + 1}`, parameters)
  if (rows.length > MAX_NAMED) return events
  if (rows.length === 0) return withCodedRows([])
  const places = await engine.rows<{ place: string }>(placesOfCoded(rows.map(({ seq }) => seq)))
  return withCodedRows(places.map(({ place }) => place))
}
