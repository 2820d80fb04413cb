import { type ActorId, actorKind, type RecordEvent } from '../domain/index.ts'
import { termsHit } from './matching.ts'
import { involves } from './mentions.ts'
import { thresholds } from './thresholds.ts'

/** What was said or meant, apart from who said it to whom: content words, and third parties, which tell more than any word. */
export interface Content {
  readonly terms: readonly string[]
  readonly parties: readonly ActorId[]
}

/** The share of a content that an event bears; 1 where there is none to bear. */
export const contentShare = (event: RecordEvent, { terms, parties }: Content): number => {
  const weight = thresholds().saying.party
  const all = terms.length + weight * parties.length
  if (all === 0) return 1
  return (termsHit(event, terms) + weight * parties.filter(id => involves(event, id)).length) / all
}

/** The actors of a claim that are neither of its two sides; people are looked for by name, not here. */
export const thirdParties = (ids: readonly ActorId[], sides: readonly (ActorId | null)[]): ActorId[] => [
  ...new Set(ids.filter(id => actorKind(id) !== 'person' && !sides.includes(id))),
]
