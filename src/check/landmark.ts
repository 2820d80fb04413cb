import type { Landmark } from '../domain/index.ts'
import { landmarks, plain } from '../facts/index.ts'
import type { Case } from './case.ts'
import { keysOf } from './terms.ts'

const FILLERS = new Set(['the', 'of', 'a', 'in', 's', 'and'])

/** The words of a landmark's name that must all stand in a claim, as keys. */
const nameKeys = (name: string): string[] =>
  [...keysOf(plain(name).replace(/ s /g, ' '))].filter(key => !FILLERS.has(key))

/**
 * Landmarks that a claim names and that lay behind the day of judging: all words of one of the names stand in the quote.
 * One word alone is no name.
 */
export const landmarksNamed = (c: Case): Landmark[] => {
  const quote = keysOf(c.claim.quote)
  const fits = (name: string) => {
    const keys = nameKeys(name)
    return keys.length > 1 && keys.every(key => quote.has(key))
  }
  return landmarks().filter(l => l.from <= c.until && l.names.some(fits))
}
