import { type Day, dayNumber, type Span } from '../../../domain/index.ts'
import type { Document } from '../../../text/index.ts'
import { type Era, eras, literally } from '../vocabulary.ts'
import { type Evidence, tooEarly } from './evidence.ts'
import { subjectTense, wordAt } from './tense.ts'
import { dating } from './weights.ts'

/** Names that did not exist before a day, and things that are spoken of as existing. */
export const eraEvidence = (document: Document): Evidence[] => {
  const { text } = document
  return eras().flatMap((era): Evidence[] => {
    const places = namesIn(text, era)
    const first = places[0]
    if (!first) return []
    const present = era.to === undefined ? undefined : places.find(place => isPresent(document, place))
    const place = present ?? first
    if (!present && era.from === undefined) return []
    return [{ ...place, says: era.says, on: factorOf(era, present !== undefined) }]
  })
}

const factorOf = (era: Era, isPresentThing: boolean): ((day: number) => number) => {
  const [from, to] = [numberOf(era.from), isPresentThing ? numberOf(era.to) : null]
  const { soon_days, soon, before: earlier, after } = dating().era
  return day => {
    if (from !== null && day < from) return tooEarly(from - day, { soon_days, soon, earlier })
    return to !== null && day > to ? after : 1
  }
}

const numberOf = (day: Day | undefined): number | null => (day === undefined ? null : dayNumber(day))

const isPresent = (document: Document, { end }: Span): boolean => {
  const word = wordAt(document, end - 1)
  return word !== null && subjectTense(word.sentence, word.token) === 'present'
}

/** Where an era's words stand; at the head of a sentence a small letter may be a capital. */
export const namesIn = (text: string, { words }: Era): Span[] =>
  words
    .flatMap(word => {
      const shape = /^\p{Ll}/u.test(word)
        ? `[${word[0]}${(word[0] as string).toUpperCase()}]${literally(word.slice(1))}`
        : literally(word)
      return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${shape}(?![\\p{L}\\p{N}])`, 'gu'))]
    })
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .sort((a, b) => a.start - b.start)
