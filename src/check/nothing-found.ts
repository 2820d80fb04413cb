import type { ActorId, Coverage, Receipt } from '../domain/index.ts'
import type { Case, Finding } from './case.ts'
import { coverageOf, pairAmong } from './coverage.ts'
import type { Days } from './search.ts'
import { thresholds } from './thresholds.ts'
import { counted, fromTo, namesOf } from './wording.ts'

/** "45 events between Azerbaijan and Iran from 1 April to 17 July 2014". */
const searched = (coverage: Coverage, actors: readonly ActorId[]): string => {
  const pair = pairAmong(actors)
  const whose = pair ? `between ${namesOf(pair)}` : `with ${namesOf(actors, 'or')}`
  return `${counted(pair ? coverage.pair_events : coverage.actor_events, 'event')} ${whose} from ${fromTo(coverage)}`
}

/** Where a record is thin though it holds enough events, too few independent sources told of them. */
const witnessed = ({ independent_sources }: Coverage): string =>
  independent_sources > 0 && independent_sources < thresholds().coverage.pair.sources
    ? `, with ${counted(independent_sources, 'independent source')}`
    : ''

/**
 * The measured answer when evidence is missing: not found where the record would have seen it, not covered where it could
 * not have. `what` completes "no … is on record".
 */
export const nothingFound = async (
  c: Case,
  what: string,
  days: Days,
  receipts: readonly Receipt[] = [],
  actors: readonly ActorId[] = c.actors,
): Promise<Finding> => {
  const coverage = await coverageOf(c.search, actors, days)
  if (actors.length === 0)
    return {
      verdict: 'not_covered',
      because: 'It names nobody whose acts the record could be searched for',
      receipts,
      coverage,
    }
  const held = searched(coverage, actors)
  return coverage.adequate
    ? { verdict: 'not_found', because: `No ${what} is on record among ${held}`, receipts, coverage }
    : {
        verdict: 'not_covered',
        because: `No ${what} is on record, but the record is too thin to tell: it holds ${held}${witnessed(coverage)}`,
        receipts,
        coverage,
      }
}
