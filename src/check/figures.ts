import { isAmong, keysOf } from './terms.ts'
import { termsFile, thresholds } from './thresholds.ts'

/** A number in a sentence and what it is said to count. */
export interface Figure {
  readonly value: number
  /** "More than thirty" says thirty or more, "up to thirty" thirty or less. */
  readonly bound: 'exact' | 'least' | 'most'
  /** Keys of the words that follow: of "thirty Azerbaijani fighters" the last two. */
  readonly counts: ReadonlySet<string>
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, i): [string, number] => [word, i]),
  ...TENS.split(' ').map((word, i): [string, number] => [word, 20 + 10 * i]),
])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const MONTH = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/
const LEAST = /(?:more than|over|at least|no (?:fewer|less) than|above|upwards of|as many as) $/
const MOST = /(?:up to|fewer than|less than|at most|no more than|under|below) $/

/** How many words behind a number may name what it counts. */
const REACH = 4

interface Token {
  readonly word: string
  readonly start: number
}

/** The number that begins at a token, and how many tokens it takes; null where none does. */
const numberAt = (tokens: readonly Token[], i: number): { readonly value: number; readonly length: number } | null => {
  const word = tokens[i]?.word ?? ''
  const next = tokens[i + 1]?.word ?? ''
  let value: number | null = null
  let length = 1
  if (/^\d/.test(word)) value = Number(word.replace(/,/g, ''))
  else if ((word === 'a' || word === 'an') && SCALES.has(next)) value = 1
  else value = WORDS.get(word) ?? null
  if (value === null) {
    const [ten = '', unit = ''] = word.split('-')
    const [high, low] = [WORDS.get(ten), WORDS.get(unit)]
    if (high === undefined || low === undefined || !word.includes('-')) return null
    value = high + low
  }
  // Years and days of the month count nothing.
  if (/^(1[5-9]|20)\d\d$/.test(word) || MONTH.test(next) || MONTH.test(tokens[i - 1]?.word ?? '')) return null
  for (
    let scale = SCALES.get(tokens[i + length]?.word ?? '');
    scale;
    scale = SCALES.get(tokens[i + length]?.word ?? '')
  ) {
    value *= scale
    length += 1
  }
  return { value, length }
}

/** The numbers in a text, each with what it counts. */
export const figuresIn = (text: string): readonly Figure[] => {
  const lower = text.toLowerCase()
  const tokens = [...lower.matchAll(/\d[\d,]*(?:\.\d+)?|\p{L}+(?:-\p{L}+)*/gu)].map(m => ({
    word: m[0],
    start: m.index,
  }))
  const figures: Figure[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const number = numberAt(tokens, i)
    if (!number) continue
    const before = lower.slice(0, tokens[i]?.start)
    const behind = tokens.slice(i + number.length, i + number.length + REACH).map(t => t.word)
    figures.push({
      value: number.value,
      bound: LEAST.test(before) ? 'least' : MOST.test(before) ? 'most' : 'exact',
      counts: keysOf(behind.join(' ')),
    })
    i += number.length - 1
  }
  return figures
}

/** Whether words behind two numbers name the same thing; people are counted under many nouns. */
export const countsAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const { people } = termsFile()
  const isPeople = (keys: ReadonlySet<string>) => [...keys].some(key => isAmong(key, people))
  return [...a].some(key => b.has(key)) || (isPeople(a) && isPeople(b))
}

/** Whether a reported figure says the same as a claimed number; a bound alone ("more than thirty") says as much only near it. */
export const agrees = (figure: Figure, value: number, approximate: boolean): boolean => {
  const share = thresholds().quantity[approximate || figure.bound !== 'exact' ? 'approximate' : 'exact']
  return Math.abs(figure.value - value) <= share * Math.max(value, figure.value)
}

/** A bound leaves a number open: "more than thirty" may be a hundred. */
export const allows = (figure: Figure, value: number): boolean =>
  (figure.bound === 'least' && figure.value <= value) || (figure.bound === 'most' && figure.value >= value)
