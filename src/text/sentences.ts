import { isDottedLetters, OTHERS, TITLES } from './abbreviations.ts'
import { type BorderModel, isOpen, STARTERS } from './border-model.ts'
import type { Word } from './document.ts'

const TERMINATOR = /^(?:[.!?]+|…)$/u
const CLOSER = /^["'”’)\]»]+$/u
const OPENER = /^["'“‘([«]+$/u
const DASH_OR_BULLET = /^(?:[-–—*•·]|--)$/u

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
  /** Nothing learned is asked about it. */
  readonly sure: boolean
  readonly blank: boolean
  /** The last word of its paragraph. */
  readonly paragraphEnd: number
}

const isBorder = (
  { ends, sure, blank, paragraphEnd }: Ruling,
  words: readonly Word[],
  first: number,
  i: number,
  model: BorderModel | undefined,
): boolean => {
  const place = { words, first, i, blank, ruled: ends, paragraphEnd }
  return model && !sure && isOpen(place) ? model(place) : ends
}

/** The rules, for the place behind word `i` in a sentence that began with word `first`. */
export const borderRules = (text: string, words: readonly Word[]): ((first: number, i: number) => Ruling) => {
  const width = wrapWidth(text)
  const isFilled = filledLines(text, width)
  const paragraphEnds = paragraphEndsOf(text, words)
  return (first, i) => {
    const gap = text.slice((words[i] as Word).end, (words[i + 1] as Word).start)
    const breaks = gap.match(LINE_BREAK)?.length ?? 0
    // Where the next word would not have fitted, the break is no more than a blank.
    const lineBreaks = breaks === 1 && isFilled(words[i] as Word, words[i + 1] as Word) ? 0 : breaks
    const paragraphEnd = paragraphEnds[i] as number
    const inside =
      lineBreaks === 0 &&
      (isLabel(text, words, first, i) || isLifeDate(words, i) || isSignature(words, i, paragraphEnd))
    const known =
      !inside &&
      (isCredit(words, i + 1) ||
        isDateLine(words, first, i) ||
        isDatedHeading(words, i, paragraphEnd) ||
        isAbbreviationAtEnd(words, i, gap))
    const ends = !inside && (lineBreaks > 1 || known || endsHere(text, words, i, first, gap, lineBreaks, width))
    return { ends, sure: lineBreaks > 0 || known || inside, blank: gap !== '', paragraphEnd }
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
  if (terminator === null || belongsToTerminator(words, i, gap)) return false
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
  for (let length = citationBefore(words, at); length > 0; length = citationBefore(words, at)) at -= length
  for (let k = 0; k < 4 && at - k >= first; k++) {
    const word = words[at - k]
    if (!word) return null
    if (TERMINATOR.test(word.form)) return word
    if (!CLOSER.test(word.form)) return null
  }
  return null
}

/** Words of `[17]` or `[citation needed]` from `at`, at most a blank behind the word before it: the reference behind a sentence. */
const citationLength = (words: readonly Word[], at: number): number => {
  const [before, open] = [words[at - 1], words[at]]
  if (open?.form !== '[' || open.start - (before?.end ?? 0) > 1) return 0
  const inside = words.slice(at + 1, at + 4).map(word => word.form)
  if (inside[1] === ']' && /^(?:\d{1,3}|\p{Ll})$/u.test(inside[0] ?? '')) return 3
  return /^(?:citation|clarification) needed \]$/.test(inside.join(' ')) ? 4 : 0
}

const citationBefore = (words: readonly Word[], at: number): number =>
  [3, 4].find(length => citationLength(words, at + 1 - length) === length) ?? 0

/** A closing quote or bracket or a citation that touches the terminator is still part of the sentence. */
const belongsToTerminator = (words: readonly Word[], i: number, gap: string): boolean => {
  const next = words[i + 1]
  if (citationLength(words, i + 1) > 0) return true
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
const isAbbreviationAtEnd = (words: readonly Word[], i: number, gap: string): boolean => {
  const [word, next] = [words[i] as Word, words[i + 1] as Word]
  if (gap === '' || !word.form.endsWith('.') || word.form.length < 3) return false
  const bare = word.form.slice(0, -1).toLowerCase()
  if (TITLES.has(bare) || LEADING.has(bare)) return false
  if (!OTHERS.has(bare) && !isDottedLetters(word.form)) return false
  return /^\p{Lu}/u.test(next.form) && STARTERS.has(next.form.toLowerCase())
}

/** What goes on behind them is what they announce: "e.g. The Hague". */
const LEADING = new Set(['e.g', 'i.e'])

/** "Image: Reuters." behind a caption. */
const isCredit = (words: readonly Word[], at: number): boolean =>
  words[at + 1]?.form === ':' && CREDITS.has(words[at]?.form ?? '')

const CREDITS = new Set(
  'Image Images Photo Photos Photograph Photographs Picture Credit Illustration Graphic'.split(' '),
)

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)'
const WHOLE_DATE = new RegExp(
  `^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day ,? ?)?(?:${MONTH} \\d{1,2} ,|\\d{1,2} ${MONTH}(?: ,)?) \\d{4}$`,
)

/** "Friday, 4 May 2012" and then a sentence: the day on which a report was written, on what was once a line of its own. */
const isDateLine = (words: readonly Word[], first: number, i: number): boolean => {
  const [length, next] = [i - first + 1, words[i + 1]?.form ?? '']
  if (length < 3 || length > 7 || !/^\d{4}$/.test(words[i]?.form ?? '') || !/^\p{Lu}/u.test(next)) return false
  const date = words.slice(first, i + 1).map(word => word.form)
  return WHOLE_DATE.test(date.join(' '))
}

/** The same behind a heading: "Talks on gas begin Friday, 4 May 2012", with nothing else before the paragraph ends. */
const isDatedHeading = (words: readonly Word[], i: number, paragraphEnd: number): boolean => {
  const length = paragraphEnd - i
  if (length < 5 || length > 7 || !/day$/u.test(words[i + 1]?.form ?? '')) return false
  const [before, date] = [words[i]?.form ?? '', words.slice(i + 1, paragraphEnd + 1).map(word => word.form)]
  return (
    /^[\p{L}\p{N}'’"”)?!]+$/u.test(before) && !BEFORE_DATES.has(before.toLowerCase()) && WHOLE_DATE.test(date.join(' '))
  )
}

const BEFORE_DATES = new Set('on of from since until till by before after for to through dated and or'.split(' '))

/** `3.` or `B.` before what it numbers, where a line begins. */
const isLabel = (text: string, words: readonly Word[], first: number, i: number): boolean => {
  if (i - first > 1) return false
  const label = words.slice(first, i + 1).map(word => word.form)
  if (!/^(?:\p{N}{1,2}|\p{Lu})\.$/u.test(label.join(''))) return false
  return (
    first === 0 || new RegExp(LINE_BREAK).test(text.slice((words[first - 1] as Word).end, (words[first] as Word).start))
  )
}

/** "(b. 1949; m. 1971)", "div. May 1980": the stop of a word about a life. */
const isLifeDate = (words: readonly Word[], i: number): boolean => {
  const [open, word, stop, next] = [words[i - 2]?.form, words[i - 1]?.form, words[i]?.form, words[i + 1]?.form ?? '']
  return (
    stop === '.' && /^[(;,]$/.test(open ?? '') && LIFE.has(word ?? '') && (/^\d/.test(next) || MONTH_WORD.test(next))
  )
}

const LIFE = new Set(['b', 'c', 'd', 'm', 'r', 'div'])
const MONTH_WORD = new RegExp(`^${MONTH}$`)

/** '"We agree." — The Minister': who said it, behind a quotation that is a paragraph of its own. */
const isSignature = (words: readonly Word[], i: number, paragraphEnd: number): boolean => {
  const [quote, dash, name] = [words[i]?.form ?? '', words[i + 1]?.form ?? '', words[i + 2]?.form ?? '']
  const last = words[paragraphEnd]?.form ?? ''
  const isShort = paragraphEnd - i <= LONGEST_SIGNATURE
  return (
    isShort && /^["”’]$/.test(quote) && /^(?:[-–—]|--)$/.test(dash) && /^\p{Lu}/u.test(name) && !TERMINATOR.test(last)
  )
}

const LONGEST_SIGNATURE = 8

/** The last word of each word's paragraph. */
const paragraphEndsOf = (text: string, words: readonly Word[]): Int32Array => {
  const ends = new Int32Array(words.length)
  let end = words.length - 1
  for (let i = words.length - 1; i >= 0; i--) {
    const next = words[i + 1]
    if (
      next &&
      next.start - (words[i] as Word).end > 1 &&
      (text.slice((words[i] as Word).end, next.start).match(LINE_BREAK)?.length ?? 0) > 1
    )
      end = i
    ends[i] = end
  }
  return ends
}

/** Lines longer than this were not wrapped by hand: each is a paragraph. */
const WIDEST_WRAP = 120

const LINE_BREAK = /\r\n|\n|\r|\u2028|\u2029/gu

/** The width that the text is wrapped to, i.e. its longest line of several words; infinite when lines are paragraphs. */
const wrapWidth = (text: string): number => {
  let longest = 0
  for (const line of text.split(LINE_BREAK))
    if (line.length > longest && /\S\s+\S/u.test(line)) longest = line.trimEnd().length
  return longest > WIDEST_WRAP ? Number.POSITIVE_INFINITY : longest
}

/** Fewer words to a line are verse, or a column of something else. */
const NARROWEST_WRAP = 50
/** So many lines near the full width show that a text is wrapped by machine. */
const LINES_TO_TELL = 3

/** Tells of a line break whether the line was full: by the width that most lines keep to. */
const filledLines = (text: string, width: number): ((word: Word, next: Word) => boolean) => {
  if (width < NARROWEST_WRAP || width === Number.POSITIVE_INFINITY) return () => false
  const near = text.split(LINE_BREAK).filter(line => line.length > width * 0.9).length
  if (near < LINES_TO_TELL) return () => false
  return (word, next) => {
    const line = word.end - lineStart(text, word)
    const chunk = /^\S+/u.exec(text.slice(next.start, next.start + width))?.[0].length ?? 0
    return line + 1 + chunk > width
  }
}

/** Looked for backwards, letter by letter: a search for a character that a long text lacks would read all of it at every line. */
const lineStart = (text: string, word: Word): number => {
  let at = word.start
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--
  return at
}

const isLineBreak = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029

/**
 * Whether a single line break behind an unfinished sentence parts two units, as behind headings and bylines. In wrapped prose a
 * line is left only when the next word would not have fitted: a line with room to spare was ended.
 */
const isOwnLine = (text: string, word: Word, next: Word, width: number): boolean => {
  const line = text.slice(lineStart(text, word), word.end).trim()
  if (/^(?:[•·▪*]|\d{1,2}[.)]\s)/u.test(text.slice(next.start, next.start + 4))) return true
  if (/[,;–—-]$/u.test(line) || !/^[\p{Lu}\p{N}"“‘'([]/u.test(next.form)) return false
  return line.length + 1 + next.form.length < width * 0.8
}
