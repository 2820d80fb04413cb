import type { Claim, Reading, Valence } from '../domain/index.ts'
import type { Case } from './case.ts'
import { pairFirst } from './sides.ts'
import { termsFile } from './thresholds.ts'

/** The side that the words of a quote take; 0 where they take none, or both. */
const sideOfWords = (quote: string, { good, bad }: { readonly good: string; readonly bad: string }): Valence => {
  const [isGood, isBad] = [good, bad].map(words => new RegExp(words, 'iu').test(quote))
  if (isGood === isBad) return 0
  return isGood ? 1 : -1
}

/** The side that verbs and superlatives give to relations: "growing ties", "their lowest point". */
export const directionIn = (quote: string): Valence => sideOfWords(quote, termsFile().directions)

const namesRelations = (quote: string): boolean => new RegExp(termsFile().relations, 'iu').test(quote)

/** A change of relations by its noun, else by a verb beside a word for relations. */
const moveIn = (quote: string): Valence => {
  const byNoun = sideOfWords(quote, termsFile().moves)
  return byNoun !== 0 || !namesRelations(quote) ? byNoun : directionIn(quote)
}

/** "Its ally", "an old enemy": a bond that lasts. */
export const namesBond = (quote: string): boolean => sideOfWords(quote, termsFile().bonds) !== 0

/**
 * A claim about two actors that names their bond ("its ally") or a change of their relations ("a rapprochement"), read as one
 * about relations; null where its words name none.
 */
export const asRelation = (c: Case, aspect: 'level' | 'trend'): Case | null => {
  const { quote } = c.claim
  const side = aspect === 'level' ? sideOfWords(quote, termsFile().bonds) : moveIn(quote)
  const [a, b] = c.source && c.target ? [c.source, c.target] : pairFirst(c.actors)
  if (side === 0 || !a || !b) return null
  const valence: Valence = c.claim.negated ? (side === 1 ? -1 : 1) : side
  const reading: Reading = { kind: 'relation', pair: [a, b], aspect, valence }
  const claim: Claim = { ...c.claim, reading }
  return { ...c, claim }
}
