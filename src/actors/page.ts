import type { Day } from '../domain/index.ts'
import { CueCounter } from './ambiguity.ts'
import { type Found, findForms } from './find.ts'
import { afterPossessive, type Word, wordsOf } from './words.ts'

/** A text as the readers of offices and people see it: its words, and the actors found in them. */
export interface Page {
  readonly text: string
  readonly words: readonly Word[]
  readonly found: readonly Found[]
  /** Actors by the word that follows them, a possessive skipped. */
  readonly before: ReadonlyMap<number, Found>
  /** Actors by their first word. */
  readonly from: ReadonlyMap<number, Found>
  readonly on: Day | null
}

export const pageOf = (text: string, on: Day | null): Page => {
  const words = wordsOf(text)
  const found = findForms(text, words, { on, cues: new CueCounter(text) })
  const before = new Map<number, Found>()
  for (const f of found) before.set(afterPossessive(text, words, f.to - 1), f)
  return { text, words, found, before, from: new Map(found.map(f => [f.from, f])), on }
}
