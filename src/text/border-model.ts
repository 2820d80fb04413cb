/**
 * Sentence borders as learned from treebanks: for the places where no rule of punctuation decides, as behind headings, captions,
 * signatures and questions that go on with a small letter. A logistic model over the words about a place.
 */
import type { Word } from './document.ts'
import { type Weights, weightOf } from './weights.ts'
import { lowerForm, plainForm, shapeOf } from './word-form.ts'

/** A place behind `words[i]` in a sentence that began at `words[first]`, with what the rules say of it. */
export interface Place {
  readonly words: readonly Word[]
  readonly first: number
  readonly i: number
  /** Whether a blank stands there. */
  readonly blank: boolean
  readonly ruled: boolean
  /** The last word of its paragraph. */
  readonly paragraphEnd: number
}

/** Says whether a sentence ends at a place that `isOpen`. */
export type BorderModel = (place: Place) => boolean

const INSIDE = /^(?:[:•·▪*]|[-–—]+)$/u
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u

/** `3.` before a heading or in a list. */
const isNumbering = (words: readonly Word[], first: number, i: number): boolean =>
  i === first + 1 && words[i]?.form === '.' && /^\p{N}+$/u.test(words[first]?.form ?? '')

/**
 * Between a word and a small letter, before a comma, behind a colon, a dash, a bullet or a number in a list nothing is weighed: the
 * rules' answer stands.
 */
export const isOpen = ({ words, first, i }: Place): boolean => {
  const [word, next] = [words[i]?.form ?? '', words[i + 1]?.form ?? '']
  if (next === ',' || next === '.' || INSIDE.test(word) || isNumbering(words, first, i)) return false
  return !LETTER_OR_DIGIT.test(word) || !/^[\p{Ll}'’]/u.test(next)
}

/** Words that open a sentence far more often than they follow an abbreviation or stand in a name. */
export const STARTERS: ReadonlySet<string> = new Set(
  'the a an this that these those it he she they we i you there but and in on at for as while when after before since if although however his her their its our'.split(
    ' ',
  ),
)

const isOpener = (plain: string, lower: string): boolean => STARTERS.has(lower) && plain !== lower && plain !== 'I'

const LENGTHS = [1, 2, 3, 4, 6, 9, 14, 25]

const lengthClass = (length: number): number => LENGTHS.filter(bound => length > bound).length

/** What is known of a place, each as a name. */
export const featuresOf = (place: Place): string[] => {
  const { words, first, i, blank, ruled } = place
  const plain = (at: number) => plainForm(words[at]?.form ?? '')
  const [last, word, next, second, third] = [plain(i - 1), plain(i), plain(i + 1), plain(i + 2), plain(i + 3)]
  const before = i > first ? lowerForm(last) : '^'
  const [w, n, s] = [lowerForm(word), lowerForm(next), lowerForm(second)]
  const shapes = [i > first ? shapeOf(last) : '^', shapeOf(word), shapeOf(next), shapeOf(second), shapeOf(third)]
  const length = lengthClass(i - first + 1)
  const rule = `${ruled ? 'r' : 'n'}${blank ? ' ' : ''}`
  return [
    rule,
    `${rule} w ${w}`,
    `${rule} n ${n}`,
    `b ${before}`,
    `s ${s}`,
    `${rule} W ${shapes[1]}`,
    `${rule} N ${shapes[2]}`,
    `WN ${shapes[1]} ${shapes[2]} ${length}`,
    `BWN ${shapes[0]} ${shapes[1]} ${shapes[2]}`,
    `WNS ${shapes[1]} ${shapes[2]} ${shapes[3]}`,
    `NST ${shapes[2]} ${shapes[3]} ${shapes[4]}`,
    `wN ${w} ${shapes[2]}`,
    `Wn ${shapes[1]} ${n}`,
    `wn ${w} ${n}`,
    `ns ${n} ${s}`,
    // "In the" opens what "in the" goes on with; "The Hague" may do either.
    `nNS ${n} ${shapes[2]} ${shapes[3]} ${rule}`,
    `WnS ${shapes[1]} ${n} ${shapes[2]} ${shapes[3]}`,
    ...(isOpener(next, n) ? [`O ${shapes[3]} ${rule}`, `OW ${shapes[1]} ${shapes[3]}`, `Ow ${w}`] : []),
    `L ${length} ${rule}`,
    `f ${lowerForm(plain(first))} ${shapes[2]}`,
    `F ${shapeOf(plain(first))} ${shapes[1]} ${shapes[2]}`,
    ...sentenceSoFar(words, first, i).map(name => `${name} ${shapes[2]} ${rule}`),
    ...quotationAbout(place).map(name => `${name} ${rule}`),
  ]
}

/** Open brackets and quotes, capitals all along, a verb-like small word at all. */
const sentenceSoFar = (words: readonly Word[], first: number, i: number): string[] => {
  let brackets = 0
  let quotes = 0
  let small = 0
  for (let at = Math.max(first, i - 60); at <= i; at++) {
    const form = words[at]?.form ?? ''
    if (form === '(' || form === '[') brackets++
    else if (form === ')' || form === ']') brackets--
    else if (form === '“') quotes++
    else if (form === '”') quotes--
    else if (form === '"') quotes = quotes > 0 ? quotes - 1 : quotes + 1
    else if (/^\p{Ll}{2}/u.test(form)) small++
  }
  return [
    brackets > 0 ? 'in brackets' : 'no bracket',
    quotes > 0 ? 'in quotes' : 'no quote',
    `small ${Math.min(small, 4)}`,
  ]
}

const QUOTE = /^["“”]$/

/** Of a place between quotation marks of one paragraph: what leads in to the quotation, and what follows it. */
const quotationAbout = ({ words, first, i, paragraphEnd }: Place): string[] => {
  let open = -1
  for (let at = Math.max(first, i - 60); at <= i; at++) if (QUOTE.test(words[at]?.form ?? '')) open = open < 0 ? at : -1
  if (open < 0) return []
  let close = i + 1
  while (close <= paragraphEnd && !QUOTE.test(words[close]?.form ?? '')) close++
  const before = words[open - 1]?.form ?? ''
  const lead = open === first ? 'begins' : /^[,:]$/.test(before) ? 'mark' : 'word'
  const after = words[close + 1]?.form ?? ''
  const end =
    close > paragraphEnd
      ? 'open'
      : close >= paragraphEnd - 1
        ? 'end'
        : /^[-–—]/.test(after)
          ? 'dash'
          : /^\p{Lu}/u.test(after)
            ? 'X'
            : 'x'
  return [`Q ${lead}`, `Q ${lead} ${end}`, `QE ${end}`]
}

export const borderModelOf =
  (weights: Weights): BorderModel =>
  place =>
    weightOf(featuresOf(place), weights) > 0

/** The format of the file of its weights. */
export const BORDERS = 'detente.borders/1'
