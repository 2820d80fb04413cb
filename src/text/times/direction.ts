import type { Direction } from './time-mention.ts'
import { plain, tenseWords, thresholds } from './vocabulary.ts'

/**
 * Whether the words around a time put it ahead or behind: the nearest tell-tale before it in its clause, else the first after it.
 * A stand-in for the parser's tense, on words alone.
 */
export const directionAround = (text: string, start: number, end: number): Direction => {
  const reach = thresholds().tense_window
  const before = text.slice(sentenceStart(text, start, start - reach), start)
  const after = text.slice(end, sentenceEnd(text, end, end + reach))
  // "He said that on Friday they will meet": what stands before "that" governs another clause.
  const own = before.slice(before.search(/\bthat\b(?!.*\bthat\b)/s) + 1)
  return lastTelling(own) ?? firstTelling(after) ?? lastTelling(before)
}

/** Where the sentence around an offset begins: after a full stop that is no abbreviation's, or a blank line. */
export const sentenceStart = (text: string, offset: number, floor: number): number => {
  const from = Math.max(0, floor)
  const stretch = text.slice(from, offset)
  let start = 0
  for (const found of stretch.matchAll(SENTENCE_END)) {
    if (!isAbbreviation(stretch.slice(0, found.index))) start = found.index + found[0].length
  }
  return from + start
}

const sentenceEnd = (text: string, offset: number, ceiling: number): number => {
  const stretch = text.slice(offset, ceiling)
  for (const found of stretch.matchAll(SENTENCE_END)) {
    if (!isAbbreviation(stretch.slice(0, found.index))) return offset + found.index
  }
  return offset + stretch.length
}

const SENTENCE_END = /[.!?]['"”’)]{0,3}\s{1,8}(?=[\p{Lu}\p{N}"“'‘(])|\n[ \t]{0,8}\r?\n/gu
const isAbbreviation = (before: string): boolean => {
  const word = /(?:^|[\s(])([\p{L}.]{1,5})$/u.exec(before.slice(-8))?.[1]
  return word !== undefined && (tenseWords().abbreviations.includes(word) || /^\p{Lu}$/u.test(word))
}

const lastTelling = (stretch: string): Direction => {
  let direction: Direction = null
  let at = -1
  for (const [side, position] of telling(stretch)) {
    if (position >= at) [direction, at] = [side, position]
  }
  return direction
}

const firstTelling = (stretch: string): Direction => {
  let direction: Direction = null
  let at = Number.POSITIVE_INFINITY
  for (const [side, position] of telling(stretch)) {
    if (position < at) [direction, at] = [side, position]
  }
  return direction
}

/** Every tell-tale word with its place; a phrase ("agreed to") stands at its end, so that it outdoes its own first word. */
function* telling(stretch: string): Generator<readonly ['past' | 'future', number]> {
  const lower = plainStretch(stretch)
  for (const found of lower.matchAll(/'ll|[a-z']+/g)) {
    const word = found[0]
    if (cues().future.has(word) || word.endsWith("'ll")) yield ['future', found.index]
    else if ((cues().past.has(word) || isRegularPast(word)) && !INFINITIVE.test(lower.slice(0, found.index)))
      yield ['past', found.index]
  }
  for (const found of lower.matchAll(cues().phrases)) yield ['future', found.index + found[0].lastIndexOf(' ') + 1]
}

/** "will be decided", "to be held": the participle says nothing of when. */
const INFINITIVE = /\bbe (?:[a-z]+ly )?$/

let kept:
  | { readonly future: ReadonlySet<string>; readonly past: ReadonlySet<string>; readonly phrases: RegExp }
  | undefined
const cues = () => {
  const { future, past } = tenseWords()
  kept ??= {
    future: new Set(future.words),
    past: new Set(past.words),
    phrases: new RegExp(`\\b(?:${future.phrases.join('|')})\\b`, 'g'),
  }
  return kept
}

const isRegularPast = (word: string): boolean => {
  const { past } = tenseWords()
  return word.length > 4 && word.endsWith(past.suffix) && !past.not.includes(word)
}

/** Lower case, same length. */
const plainStretch = (stretch: string): string =>
  stretch
    .replace(/[’‘]/g, "'")
    .replace(/\s/g, ' ')
    .replace(/[A-Z]/g, letter => plain(letter))
