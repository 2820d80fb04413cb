import { ALL_EVENTS } from './all-events.ts'
import { VISIBLE } from './as-of.ts'
import type { Engine } from './engine.ts'
import type { EventQuery } from './event-query.ts'
import { type AsOfEvent, EVENT_COLUMNS, type EventRow, toEvent, whereOf } from './events.ts'
import { folded } from './words.ts'

/**
 * Full-text search with BM25 over the inverted index. Only texts known by as-of count, in the frequencies of words and in the mean length
 * too: what became known later changes no rank. A word finds words that begin with it; `"word"` in quotation marks finds itself alone.
 */
export interface SearchQuery extends EventQuery {
  readonly search: string
}

export interface Found {
  readonly event: AsOfEvent
  /** In millionths, so that sums are exact; higher is better. */
  readonly score: number
}

/** The usual constants of BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework). */
const K1 = 1.2
const B = 0.75

const RANKED = `
  with asked as (
    select distinct trim(${folded('w')}) as word, starts_with(w, '"') as exact
    from (select unnest(regexp_extract_all($search, '"[^"]+"|[^\\s"]+')) as w)),
  seen as (select coded, seq, length from texts where ${VISIBLE}),
  all_texts as (select count(*)::double as n, avg(length) as mean from seen),
  hits as (
    select a.word, p.coded, p.seq, sum(p.times)::integer as times, any_value(s.length) as length
    from asked a join postings p on p.term = a.word or (not a.exact and starts_with(p.term, a.word))
    join seen s on s.coded = p.coded and s.seq = p.seq
    where a.word <> '' group by all),
  spread as (select word, count(*)::double as texts from hits group by word)
  select h.coded, h.seq,
    sum(round(1e6 * ln(1 + (n - s.texts + 0.5) / (s.texts + 0.5)) * times * ${K1 + 1} / (times + ${K1} * (1 - ${B} + ${B} * length / mean)))::bigint) as score
  from hits h join spread s using (word), all_texts
  group by all having count(*) = (select count(*) from asked where word <> '')`

/** Texts with all the words, the best first; of equal ones the earlier. */
export const searchTexts = async (engine: Engine, q: SearchQuery): Promise<Found[]> => {
  const { search, ...rest } = q
  const { sql, parameters } = whereOf(rest, engine.dialect)
  const limit = Math.max(0, Math.trunc(q.limit ?? 50))
  const rows = await engine.rows<EventRow & { score: string }>(
    `select ${EVENT_COLUMNS}, score::varchar as score from ${ALL_EVENTS} join (${RANKED}) using (coded, seq)
     where ${sql} order by score::bigint desc, day, id limit ${limit} offset ${Math.max(0, Math.trunc(q.offset ?? 0))}`,
    { ...parameters, search },
  )
  return rows.map(({ score, ...row }) => ({ event: toEvent(row), score: Number(score) }))
}
