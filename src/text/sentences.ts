import { isDottedLetters, OTHERS, TITLES } from './abbreviations.ts'
import { type BorderModel, isOpen } from './border-model.ts'
import type { Word } from './document.ts'

const TERMINATOR = /^(?:[.!?]+|…)$/u
const CLOSER = /^["'”’)\]»]+$/u
const OPENER = /^["'“‘([«]+$/u
const DASH_OR_BULLET = /^(?:[-–—*•·]|--)$/u

/** Words that open a sentence far more often than they follow an abbreviation inside one. */
const STARTERS = new Set(
  'the a an this that these those it he she they we i you there but and in on at for as while when after before since if although however his her their its our'.split(
    ' ',
  ),
)

/**
 * Groups words into sentences. A border stands behind a terminator (and the quotes and brackets that close with it) when
 * what follows can open a sentence; at a blank line; and at a line break behind a finished or a heading-like line. Where no line
 * breaks, `model`, if given, has the last word.
 */
export const groupSentences = (text: string, words: readonly Word[], model?: BorderModel): (readonly Word[])[] => {
  const sentences: (readonly Word[])[] = []
  const rules = borderRules(text, words)
  let first = 0
  words.forEach((_, i) => {
    if (i + 1 < words.length && !isBorder(rules(first, i), words, first, i, model)) return
    sentences.push(words.slice(first, i + 1))
    first = i + 1
  })
  return sentences
}

/** What the rules say of a place; a line break is theirs alone to judge. */
export interface Ruling {
  readonly ends: boolean
  readonly lineBreak: boolean
  readonly blank: boolean
}

const isBorder = (
  { ends, lineBreak, blank }: Ruling,
  words: readonly Word[],
  first: number,
  i: number,
  model: BorderModel | undefined,
): boolean => {
  const place = { words, first, i, blank, ruled: ends }
  return model && !lineBreak && isOpen(place) ? model(place) : ends
}

/** The rules, for the place behind word `i` in a sentence that began with word `first`. */
export const borderRules = (text: string, words: readonly Word[]): ((first: number, i: number) => Ruling) => {
  const width = wrapWidth(text)
  return (first, i) => {
    const gap = text.slice((words[i] as Word).end, (words[i + 1] as Word).start)
    const lineBreaks = gap.match(/\r\n|\n|\r|\u2028|\u2029/gu)?.length ?? 0
    const ends = lineBreaks > 1 || endsHere(text, words, i, first, gap, lineBreaks, width)
    return { ends, lineBreak: lineBreaks > 0, blank: gap !== '' }
  }
}

const endsHere = (
  text: string,
  words: readonly Word[],
  i: number,
  first: number,
  gap: string,
  lineBreaks: number,
  width: number,
): boolean => {
  const word = words[i] as Word
  const next = words[i + 1] as Word
  const terminator = closingTerminator(words, i, first)
  if (lineBreaks === 1) return terminator !== null || isOwnLine(text, word, next, width)
  if (terminator === null) return isAbbreviationAtEnd(word, next, gap)
  if (belongsToTerminator(words, i, gap)) return false
  return canOpen(words, i + 1, terminator.form, gap) || isWithoutCapitals(words, first, i, terminator.form, gap)
}

/** Who opens one sentence with a small letter opens the next with one too: "are you kidding? why would you?" */
const isWithoutCapitals = (
  words: readonly Word[],
  first: number,
  i: number,
  terminator: string,
  gap: string,
): boolean =>
  gap !== '' &&
  /^[.!?]+$/.test(terminator) &&
  !/^\.{2}/.test(terminator) &&
  i - first > 1 &&
  /^\p{Ll}/u.test(words[first]?.form ?? '') &&
  /^\p{Ll}/u.test(words[i + 1]?.form ?? '')

/** The terminator that the words up to `i` end with; quotes, brackets and citations behind it are passed over. */
const closingTerminator = (words: readonly Word[], i: number, first: number): Word | null => {
  let at = i
  while (isCitation(words, at - 2)) at -= 3
  for (let k = 0; k < 4 && at - k >= first; k++) {
    const word = words[at - k]
    if (!word) return null
    if (TERMINATOR.test(word.form)) return word
    if (!CLOSER.test(word.form)) return null
  }
  return null
}

/** `[17]`, at most a blank behind the word before it: the reference behind a sentence. */
const isCitation = (words: readonly Word[], at: number): boolean => {
  const [before, open, number, close] = [words[at - 1], words[at], words[at + 1], words[at + 2]]
  return (
    open?.form === '[' &&
    close?.form === ']' &&
    /^(?:\d{1,3}|\p{Ll})$/u.test(number?.form ?? '') &&
    open.start - (before?.end ?? 0) <= 1 &&
    open.end === number?.start &&
    number.end === close.start
  )
}

/** A closing quote or bracket or a citation that touches the terminator is still part of the sentence. */
const belongsToTerminator = (words: readonly Word[], i: number, gap: string): boolean => {
  const next = words[i + 1]
  if (isCitation(words, i + 1)) return true
  return next !== undefined && gap === '' && (CLOSER.test(next.form) || TERMINATOR.test(next.form))
}

const canOpen = (words: readonly Word[], at: number, terminator: string, gap: string): boolean => {
  if (gap === '' && !/^[“‘"([]/u.test(words[at]?.form ?? '')) return glued(words, at)
  let first = at
  while (
    first < words.length &&
    (OPENER.test(words[first]?.form ?? '') || DASH_OR_BULLET.test(words[first]?.form ?? ''))
  )
    first++
  const form = words[first]?.form ?? ''
  if (/^[\p{Lu}\p{Lt}\p{Lo}\p{N}$€£#@]/u.test(form)) return true
  // Behind dots that trail off, and behind a question inside a sentence ("why?" he asked), a small letter goes on.
  return terminator === '.' ? first > at && !/^\p{Ll}/u.test(form) : false
}

/** "ended.The next": a full stop without its blank, between a small letter and a capital. */
const glued = (words: readonly Word[], at: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(words[at]?.form ?? '') && /\p{Ll}$/u.test(words[at - 2]?.form ?? '')

/** `etc.` or `U.S.` carries its own full stop: it ends the sentence when a word follows that opens one. */
const isAbbreviationAtEnd = (word: Word, next: Word, gap: string): boolean => {
  if (gap === '' || !word.form.endsWith('.') || word.form.length < 3) return false
  const bare = word.form.slice(0, -1).toLowerCase()
  if (TITLES.has(bare)) return false
  if (!OTHERS.has(bare) && !isDottedLetters(word.form)) return false
  return /^\p{Lu}/u.test(next.form) && STARTERS.has(next.form.toLowerCase())
}

/** Lines longer than this were not wrapped by hand: each is a paragraph. */
const WIDEST_WRAP = 120

/** The width that the text is wrapped to, i.e. its longest line; infinite when lines are paragraphs. */
const wrapWidth = (text: string): number => {
  let longest = 0
  for (const line of text.split(/[\n\r\u2028\u2029]/u)) longest = Math.max(longest, line.length)
  return longest > WIDEST_WRAP ? Number.POSITIVE_INFINITY : longest
}

/**
 * Whether a single line break behind an unfinished sentence parts two units, as behind headings and bylines. In wrapped prose a
 * line is left only when the next word would not have fitted: a line with room to spare was ended.
 */
const isOwnLine = (text: string, word: Word, next: Word, width: number): boolean => {
  const lineStart = Math.max(...['\n', '\r', '\u2028', '\u2029'].map(end => text.lastIndexOf(end, word.start - 1))) + 1
  const line = text.slice(lineStart, word.end).trim()
  if (/^(?:[•·▪*]|\d{1,2}[.)]\s)/u.test(text.slice(next.start, next.start + 4))) return true
  if (/[,;–—-]$/u.test(line) || !/^[\p{Lu}\p{N}"“‘'([]/u.test(next.form)) return false
  return line.length + 1 + next.form.length < width * 0.8
}
