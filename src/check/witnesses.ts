import type { ActorId, RecordEvent } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import type { Case } from './case.ts'
import { isWitness, type Match, matchesOf, type Sought } from './matching.ts'
import { involves } from './mentions.ts'
import type { Days } from './search.ts'
import { thresholds } from './thresholds.ts'

const HAPPENED = new Set(['occurred', 'ongoing'])

/** Events of the claim's two sides, or of all its actors where it has no two. */
export const candidates = async (c: Case, sought: Sought, days: Days): Promise<readonly AsOfEvent[]> =>
  sought.source && sought.target
    ? c.search.between([sought.source, sought.target], days)
    : c.search.involving(c.actors, days)

export interface Witnesses {
  readonly witnesses: readonly Match<AsOfEvent>[]
  /** Alike, but not enough. */
  readonly near: readonly Match<AsOfEvent>[]
}

/** Where some fit far better, the others only look like it. */
const nearBest = (matches: readonly Match<AsOfEvent>[]): readonly Match<AsOfEvent>[] =>
  matches.filter(m => m.score >= thresholds().match.of_best * (matches[0]?.score ?? 0))

const isBetween = (event: RecordEvent, sides: readonly ActorId[]): boolean =>
  sides.includes(event.source) && event.target !== null && sides.includes(event.target)

/**
 * Events that show an act, and others like it. Where the pair's own events do not, those with any of its actors may (a
 * meeting of three states is on record once for each pair), but then they must name both, and people or most words must agree.
 */
export const findWitnesses = async (c: Case, sought: Sought, days: Days): Promise<Witnesses> => {
  const happened = (events: readonly AsOfEvent[]) => events.filter(e => HAPPENED.has(e.status) && e.day <= days.to)
  const own = matchesOf(happened(await candidates(c, sought, days)), sought)
  const direct = nearBest(own.filter(m => isWitness(m, sought)))
  const near = own.filter(m => m.score >= thresholds().match.near && !direct.includes(m))
  if (direct.length > 0) return { witnesses: direct, near }
  const open: Sought = { ...sought, source: null, target: null, directed: false }
  const others = happened(await c.search.involving(c.actors, days))
  const sides = [sought.source, sought.target].flatMap(id => id ?? [])
  const indirect = matchesOf(others, open).filter(
    m =>
      !(sides.length === 2 && isBetween(m.event, sides)) &&
      sides.every(id => involves(m.event, id)) &&
      isWitness(m, open) &&
      m.terms >= 0.5 &&
      (m.person || sought.terms.length > 1),
  )
  return { witnesses: indirect, near }
}

/** Rows that give another account of an event. */
export const rivalsOf = (event: RecordEvent, all: readonly AsOfEvent[]): AsOfEvent[] =>
  all.filter(e => e.id !== event.id && (event.disputes === e.id || e.disputes === event.id))
