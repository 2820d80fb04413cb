import type { Day } from '../domain/index.ts'
import { type Choice, type CueCounter, chooseSense } from './ambiguity.ts'
import { actorLexicon, type Form, type Sense } from './lexicon.ts'
import { notActors } from './not-actors.ts'
import { joins, type Word } from './words.ts'

/** A form of the lexicon found in a text: words `from` to `to` (excluded), and what was made of it. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** Null: the words are known to be no actor, and no shorter form inside them counts either. */
  readonly choice: Choice | null
}

const caseFits = (form: Word, word: Word): boolean => {
  if (form.upper && form.text.length > 1) return word.text === form.text
  if (form.capital) return word.capital
  return true
}

const fits = (text: string, words: readonly Word[], at: number, form: Form): boolean =>
  form.words.every((part, i) => {
    const word = words[at + i]
    if (!word || word.key !== part.key || !caseFits(part, word)) return false
    const left = words[at + i - 1]
    return i === 0 || (left !== undefined && joins(text, left, word))
  })

const lineOf = (text: string, at: number): string => {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end)
}

/** In a headline of capitals "US" may be the pronoun. */
const BEFORE_PRONOUN = new Set('about contact follow for give help join let like of support tell to with'.split(' '))
const isPronoun = (text: string, words: readonly Word[], at: number): boolean => {
  const [word, left] = [words[at], words[at - 1]]
  if (word?.text !== 'US' || !left || !BEFORE_PRONOUN.has(left.key) || !left.upper) return false
  return !/\p{Ll}/u.test(lineOf(text, word.start))
}

/** "post-Soviet" names a time, "Michael Jordan" a person. */
const isShadowed = (text: string, words: readonly Word[], at: number): boolean => {
  const [word, left] = [words[at], words[at - 1]]
  if (!word || !left) return false
  const gap = text.slice(left.end, word.start)
  if (gap === '-' && notActors('before').has(left.key)) return true
  return gap === ' ' && left.capital && notActors('also-person').has(word.key) && notActors('given-name').has(left.key)
}

const inItsDays = (sense: Sense, on: Day | null): boolean =>
  sense.only === null || (on !== null && sense.only.from <= on && on <= sense.only.to)

/** All forms in a text, longest first, none inside another. */
export const findForms = (
  text: string,
  words: readonly Word[],
  options: { readonly on: Day | null; readonly cues: CueCounter },
): Found[] => {
  const { byFirst } = actorLexicon()
  const found: Found[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    const forms = word ? byFirst.get(word.key) : undefined
    if (!word || !forms) continue
    for (const form of forms) {
      if (!fits(text, words, at, form) || isPronoun(text, words, at)) continue
      const last = words[at + form.words.length - 1]
      if (!last || (form.combining && !/[-–‑]/.test(text[last.end] ?? ''))) continue
      const senses = form.senses.filter(sense => inItsDays(sense, options.on))
      if (senses.length === 0) continue
      const end = form.endsInDot && text[last.end] === '.' ? last.end + 1 : last.end
      const shadowed = isShadowed(text, words, at)
      const choice = shadowed ? null : chooseSense(form.text, senses, word.start, options.cues)
      found.push({ from: at, to: at + form.words.length, start: word.start, end, choice })
      at += form.words.length - 1
      break
    }
  }
  return found
}
