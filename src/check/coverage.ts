import { type ActorId, addDays, type Coverage, isState, lengthInDays, minDay } from '../domain/index.ts'
import type { Days, Search } from './search.ts'
import { thresholds } from './thresholds.ts'

/** Too short a window says little about who was looking: it is widened, never beyond as-of. */
const wideEnough = ({ from, to }: Days, asOf: string): Days => {
  const end = minDay(to, asOf)
  const start = minDay(from, end)
  const missing = thresholds().coverage.least_window - lengthInDays({ from: start, to: end })
  if (missing <= 0) return { from: start, to: end }
  const later = minDay(addDays(end, Math.ceil(missing / 2)), asOf)
  return { from: minDay(addDays(later, 1 - thresholds().coverage.least_window), start), to: later }
}

/** The two whose own events decide what the record could have seen: two states, or any two; null of one or of many. */
export const pairAmong = (actors: readonly ActorId[]): readonly [ActorId, ActorId] | null => {
  const all = [...new Set(actors)]
  const states = all.filter(isState)
  const [a, b, ...more] = states.length === 2 ? states : all
  return a && b && more.length === 0 ? [a, b] : null
}

/** What the record could have seen of some actors in some days: of a pair its own events decide, else all events with any of them. */
export const coverageOf = async (search: Search, actors: readonly ActorId[], days: Days): Promise<Coverage> => {
  const pair = pairAmong(actors)
  const window = wideEnough(days, search.asOf)
  const counts = await search.counts(actors, pair, window)
  const need = thresholds().coverage[pair ? 'pair' : 'actor']
  const seen = pair ? counts.pair_events : counts.actor_events
  const adequate =
    seen >= need.in_all &&
    seen >= (need.a_year * lengthInDays(window)) / 365 &&
    counts.independent_sources >= need.sources
  return { ...window, ...counts, adequate }
}
