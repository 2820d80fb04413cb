import { plain } from '../facts/index.ts'

/** A run of letters and digits; apostrophes, hyphens and dots lie between words. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case without marks: what names are compared by. */
  readonly key: string
  readonly capital: boolean
  readonly upper: boolean
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
const ASCII = /^[A-Za-z0-9]+$/
const CAPITAL = /^[\p{Lu}\p{Lt}]/u
const LOWER = /\p{Ll}/u

export const wordsOf = (text: string): Word[] => {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    const capital = CAPITAL.test(word)
    words.push({
      start: match.index,
      end: match.index + word.length,
      text: word,
      key: ASCII.test(word) ? word.toLowerCase() : plain(word),
      capital,
      upper: capital && !LOWER.test(word),
    })
  }
  return words
}

/** Blanks and at most one line break: names run over the end of a line, not over the end of a paragraph. */
const BLANK = /^[ \t\u00a0]*\r?\n?[ \t\u00a0]*$/
const JOINT = /^(?:[-–‑.'’+&]| [-–&] )$/
const INITIAL_DOT = /^\.[ \t\u00a0]*\r?\n?[ \t\u00a0]*$/

export const isBlank = (gap: string): boolean => gap !== '' && BLANK.test(gap)

/** Whether what lies between two words lets them be parts of one name. */
export const joins = (text: string, left: Word, right: Word): boolean => {
  const gap = text.slice(left.end, right.start)
  if (gap === ' ' || isBlank(gap) || JOINT.test(gap)) return true
  return left.text.length <= 2 && INITIAL_DOT.test(gap)
}

/** Whether no more than blanks lies between two words. */
export const touches = (text: string, left: Word, right: Word): boolean => isBlank(text.slice(left.end, right.start))

const POSSESSIVE = /^['’]$/

/** Index of the word after a possessive ("Iran's", "the Emirates'"), or after the word itself. */
export const afterPossessive = (text: string, words: readonly Word[], last: number): number => {
  const [word, next] = [words[last], words[last + 1]]
  if (word && next && next.key === 's' && POSSESSIVE.test(text.slice(word.end, next.start))) return last + 2
  return last + 1
}
