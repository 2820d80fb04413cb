import type { ActorId, Day } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type PairRelation, relationOf } from '../relations/index.ts'
import type { Case } from './case.ts'
import type { Pair } from './pair-acts.ts'
import type { Search } from './search.ts'

/** Stands for all others where a claim speaks of one actor's relations at large. */
const OTHERS: ActorId = 'nam:others'

const withOthers = (events: readonly AsOfEvent[], a: ActorId): AsOfEvent[] =>
  events.flatMap(event => {
    if (event.target === null || event.source === event.target) return []
    return [event.source === a ? { ...event, target: OTHERS } : { ...event, source: OTHERS, target: a }]
  })

const measured = new WeakMap<Search, Map<string, Promise<PairRelation>>>()

const measure = async (search: Search, [a, b]: Pair, until: Day): Promise<PairRelation> => {
  const events = await search.history(b === null ? a : [a, b], until)
  return b === null ? relationOf(withOthers(events, a), [a, OTHERS], until) : relationOf(events, [a, b], until)
}

/**
 * How a pair stood up to a day, by the measures that `brief` and `dyad` show: series, phases, turns. What became known after
 * as-of, and what only the document tells, is left out; each pair and day is measured once.
 */
export const relationUntil = (c: Case, pair: Pair, until: Day = c.until): Promise<PairRelation> => {
  const known = measured.get(c.search) ?? new Map<string, Promise<PairRelation>>()
  measured.set(c.search, known)
  const key = [...pair].sort().join(' ') + until
  const relation = known.get(key) ?? measure(c.search, pair, until)
  known.set(key, relation)
  return relation
}
