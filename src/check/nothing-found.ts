import type { ActorId, Receipt } from '../domain/index.ts'
import { actorsOf, type Case, type Finding } from './case.ts'
import { coverageOf } from './coverage.ts'
import type { Days } from './search.ts'
import { betweenDays, counted, namesOf } from './wording.ts'

/** Who was searched for, in words: "Azerbaijan and Iran". */
const subject = (actors: readonly ActorId[]): string => (actors.length === 0 ? 'the actors named' : namesOf(actors))

/**
 * The measured answer when evidence is missing: not found where the record would have seen it, not covered where it could
 * not have. `what` completes "no … is on record".
 */
export const nothingFound = async (
  c: Case,
  what: string,
  days: Days,
  receipts: readonly Receipt[] = [],
  actors: readonly ActorId[] = actorsOf(c.claim),
): Promise<Finding> => {
  const coverage = await coverageOf(c.search, actors, days)
  const seen = coverage.pair_events > 0 ? coverage.pair_events : coverage.actor_events
  const searched = `${counted(seen, 'event')} of ${subject(actors)} ${betweenDays(coverage.from, coverage.to)}, from ${counted(coverage.independent_sources, 'independent source')}`
  return coverage.adequate
    ? { verdict: 'not_found', because: `No ${what} is on record among ${searched}`, receipts, coverage }
    : {
        verdict: 'not_covered',
        because: `The record is too thin to tell (no ${what}): it holds ${searched}`,
        receipts,
        coverage,
      }
}
