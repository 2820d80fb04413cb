import { termsFile } from './thresholds.ts'

/** How two sides talked: face to face, or by telephone, screen or letter; null where the words do not say. */
export type Manner = 'presence' | 'distance'

const known = new Map<string, Manner | null>()

export const mannerOf = (text: string): Manner | null => {
  const before = known.get(text)
  if (before !== undefined) return before
  const { distance, presence } = termsFile().manner
  // "Met by video link" is talk at a distance, whatever the verb.
  const is = (words: string) => new RegExp(words, 'iu').test(text)
  const manner = is(distance) ? 'distance' : is(presence) ? 'presence' : null
  known.set(text, manner)
  return manner
}

/** Whether an act as told cannot be the one claimed: a call for a visit, a visit for a call. */
export const isOtherManner = (claimed: Manner | null, told: string): boolean => {
  if (claimed === null) return false
  const manner = mannerOf(told)
  return claimed === 'distance' ? manner !== 'distance' : manner === 'distance'
}
