import { readShippedYaml } from '../../shipped/index.ts'
import type { Grain, Modifier, Signal } from './time-mention.ts'

export type Unit = 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year' | 'decade' | 'century'
type Narrowable = Exclude<Grain, 'day'>

interface Words {
  readonly months: Readonly<Record<string, readonly string[]>>
  readonly weekdays: Readonly<Record<string, readonly string[]>>
  readonly short_weekdays: readonly string[]
  readonly seasons: Readonly<Record<string, { readonly first: number; readonly code: string }>>
  readonly units: Readonly<
    Record<Unit, { readonly words: readonly string[]; readonly code: string; readonly times?: number }>
  >
  readonly clock_units: Readonly<Record<string, { readonly words: readonly string[]; readonly code: string }>>
  readonly numbers: Readonly<Record<string, number>>
  readonly vague_numbers: readonly string[]
  readonly ordinals: Readonly<Record<string, number>>
  readonly decades: Readonly<Record<string, number>>
  readonly modifiers: Readonly<Record<NonNullable<Modifier>, readonly string[]>>
  readonly which: Readonly<Record<string, number>>
  readonly day_words: Readonly<Record<string, number>>
  readonly parts_of_day: Readonly<Record<string, string>>
  readonly fixed_days: Readonly<Record<string, readonly [number, number]>>
  readonly halves: Readonly<Record<string, number>>
  readonly phrases: Readonly<Record<string, readonly string[]>>
  readonly frequencies: Readonly<Record<string, string>>
  readonly signals: Readonly<Record<Signal, readonly string[]>>
  readonly lists: Readonly<Record<string, readonly string[]>>
}

interface Thresholds {
  readonly narrowing: Readonly<
    Record<Narrowable, { readonly steps: 'days' | 'months' | 'years'; readonly early: number; readonly mid: number }>
  >
  readonly vague: Readonly<Record<Exclude<Unit, 'fortnight'>, number>>
  readonly years: { readonly bare: readonly [number, number]; readonly after_preposition: readonly [number, number] }
  readonly close: Readonly<Partial<Record<Grain, number>>>
  readonly two_digit_pivot: number
  readonly tense_window: number
}

interface TenseSide {
  readonly words: readonly string[]
  readonly examples: readonly { readonly text: string; readonly time: string; readonly direction: 'past' | 'future' }[]
}

interface TenseWords {
  readonly future: TenseSide & { readonly phrases: readonly string[] }
  readonly past: TenseSide & { readonly suffix: string; readonly not: readonly string[] }
  readonly abbreviations: readonly string[]
}

/** Each file of data/times is read once, when it is first needed. */
const once = <T>(read: () => T): (() => T) => {
  let kept: T | undefined
  return () => {
    kept ??= read()
    return kept
  }
}

export const words = once(() => readShippedYaml<Words>('times', 'words.yaml'))
export const thresholds = once(() => readShippedYaml<Thresholds>('times', 'thresholds.yaml'))
export const tenseWords = once(() => readShippedYaml<TenseWords>('times', 'tense.yaml'))

/** A word of the text as the lists have it: lower case, one space, plain apostrophe, no dot. */
export const plain = (word: string): string =>
  word.toLowerCase().replace(/\s+/g, ' ').replace(/[’‘`]/g, "'").replace(/[–—‑]/g, '-').replace(/\.$/, '').trim()

const keyOf = (table: Readonly<Record<string, readonly string[]>>, word: string): string | undefined =>
  Object.keys(table).find(key => table[key]?.some(entry => entry.toLowerCase() === word))

export const monthNumber = (word: string): number => Number(keyOf(words().months, plain(word)) ?? 0)
export const weekdayNumber = (word: string): number => Number(keyOf(words().weekdays, plain(word)) ?? 0)
export const modifierOf = (word: string): Modifier => (keyOf(words().modifiers, plain(word)) ?? null) as Modifier
export const unitOf = (word: string): Unit => {
  const found = Object.entries(words().units).find(([, unit]) => unit.words.includes(plain(word)))
  return (found?.[0] ?? 'day') as Unit
}

/** 21 for "twenty-one", 3.5 for none: halves are not counted. Null for what is no number. */
export const numberOf = (word: string): number | null => {
  const text = plain(word)
  if (/^\d+$/.test(text)) return Number(text)
  const whole = words().numbers[text]
  if (whole !== undefined) return whole
  const [tens, ones] = text.split(/[ -]/).map(part => words().numbers[part])
  return tens !== undefined && ones !== undefined ? tens + ones : null
}

/** 9 for "ninth", "9th" or "9". */
export const ordinalOf = (word: string): number => {
  const digits = /^\d+/.exec(word)
  return digits ? Number(digits[0]) : (words().ordinals[plain(word)] ?? 0)
}
