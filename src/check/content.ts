import { type ActorId, actorKind, type RecordEvent } from '../domain/index.ts'
import { termsHit } from './matching.ts'
import { involves } from './mentions.ts'
import { thresholds } from './thresholds.ts'

/** What was said or meant, apart from who said it to whom: content words, and third parties, which tell more than any word. */
export interface Content {
  readonly terms: readonly string[]
  readonly parties: readonly ActorId[]
}

/** How much there is to bear: words count one, third parties more. */
export const contentSize = ({ terms, parties }: Content): number =>
  terms.length + thresholds().saying.party * parties.length

/** The share of a content that an event bears; 1 where there is none to bear. */
export const contentShare = (event: RecordEvent, content: Content): number => {
  const all = contentSize(content)
  if (all === 0) return 1
  const parties = content.parties.filter(id => involves(event, id)).length
  return (termsHit(event, content.terms) + thresholds().saying.party * parties) / all
}

/**
 * Whether a share is more than chance: one word in common is none. Of a short content all must be borne, of a longer one a part, and two
 * words of it, or a third party; `isTelling`: who charged whom tells as much as a word.
 */
export const isBorne = (share: number, content: Content, isTelling: boolean): boolean => {
  const all = contentSize(content)
  const { least_share, least_hits } = thresholds().saying
  if (all <= least_hits) return share === 1 && (all === least_hits || isTelling)
  return share >= least_share && share * all >= least_hits - (isTelling ? 1 : 0)
}

/** The actors of a claim that are neither of its two sides; people are looked for by name, not here. */
export const thirdParties = (ids: readonly ActorId[], sides: readonly (ActorId | null)[]): ActorId[] => [
  ...new Set(ids.filter(id => actorKind(id) !== 'person' && !sides.includes(id))),
]
