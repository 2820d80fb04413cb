import type { ActorId, Day } from '../domain/index.ts'
import { type AsOfEvent, type Counts, independent } from '../record/index.ts'

/** Coverage counted from rows that were fetched already: the same figures as the record's own, without another question. */

/** Rows of bulk data name no page's publisher where there is none: the data set stands in its place, and is no witness. */
const publishersOf = ({ sources, origin }: AsOfEvent, asOf: Day): string[] =>
  sources.flatMap(({ publisher, published }) =>
    published !== null && published <= asOf && publisher !== origin ? [publisher] : [],
  )

/** `rows`: of all the actors, in the days asked for; one that several of them share may come more than once. */
export const countRows = (rows: readonly AsOfEvent[], pair: readonly [ActorId, ActorId] | null, asOf: Day): Counts => {
  const distinct = [...new Map(rows.map(row => [row.id, row])).values()]
  const isOfPair = ({ source, target }: AsOfEvent): boolean =>
    pair !== null && ((source === pair[0] && target === pair[1]) || (source === pair[1] && target === pair[0]))
  return {
    pair_events: distinct.filter(isOfPair).length,
    actor_events: distinct.length,
    independent_sources: independent(distinct.flatMap(row => publishersOf(row, asOf))),
  }
}
