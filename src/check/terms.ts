import type { EventType } from '../domain/index.ts'
import { plain } from '../facts/index.ts'
import { remembered } from './remembered.ts'
import { actWords, termsFile } from './thresholds.ts'

/** Endings that make a word of another, longest first; their last e is gone by then. */
const ENDINGS = 'fulness ement ship ment ness enc anc ity ful ion ist ism ous ian at iz is iv er or ly al ic y i'.split(
  ' ',
)

/** Inflection: visits, visited, visiting. */
const uninflected = (word: string): string => {
  if (/ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`
  if (/[^sui]s$/.test(word) && word.length > 3) return word.slice(0, -1)
  const base = word.replace(/(?:ed|ing)$/, '')
  return base.length > 2 && /[aeiouy]/.test(base) ? base : word
}

const withoutE = (word: string): string => (word.length > 3 ? word.replace(/e$/, '') : word)

const cut = (word: string): string => {
  const ending = ENDINGS.find(e => word.endsWith(e) && word.length - e.length >= (e === 'at' ? 5 : 4))
  return withoutE(ending ? word.slice(0, -ending.length) : word)
}

/**
 * A word without its endings: annexation and annexed are both `annex`, receive and received both `rec`. Coarse on purpose:
 * it only ever compares words.
 */
export const stem = (word: string): string => {
  let rest = withoutE(uninflected(word))
  for (let next = cut(rest); next !== rest; next = cut(rest)) rest = next
  return rest.replace(/([a-z])\1$/, '$1')
}

interface Table {
  readonly canonical: ReadonlyMap<string, string>
  readonly weak: ReadonlySet<string>
  readonly irregular: ReadonlyMap<string, string>
}

let table: Table | null = null
const read = (): Table => {
  if (table) return table
  const file = termsFile()
  const canonical = new Map<string, string>()
  for (const group of file.groups)
    for (const word of group) {
      const key = stem(plain(word))
      if (!canonical.has(key)) canonical.set(key, stem(plain(group[0] ?? word)))
    }
  table = { canonical, weak: new Set(file.weak.map(w => stem(w))), irregular: new Map(Object.entries(file.irregular)) }
  return table
}

/** The key under which a word is compared: its stem, or that of the word that stands for its group. */
export const termKey = remembered((word: string): string => {
  const { canonical, irregular } = read()
  const lower = plain(word)
  const stemmed = stem(irregular.get(lower) ?? lower)
  return canonical.get(stemmed) ?? stemmed
})

const isWeak = remembered((word: string): boolean => {
  const lower = plain(word)
  return lower.length < 3 || read().weak.has(stem(read().irregular.get(lower) ?? lower))
})

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []

/** All keys of a text, weak words included. */
export const keysOf = remembered((text: string): ReadonlySet<string> => {
  const keys = new Set<string>()
  for (const word of wordsOf(text)) {
    keys.add(termKey(word))
    if (word.includes('-')) for (const part of word.split('-')) keys.add(termKey(part))
  }
  return keys
})

/** Keys of the words that tell what a claim is about, in order, each once; words of `without` (names of its actors) left out. */
export const contentKeys = (words: readonly string[], without: readonly string[] = []): string[] => {
  const names = new Set(without.flatMap(wordsOf).map(termKey))
  const keys = words
    .flatMap(wordsOf)
    .filter(w => !isWeak(w) && !/^\d+$/.test(w))
    .map(termKey)
  return [...new Set(keys)].filter(key => !names.has(key))
}

/** The event types that words of a claim suggest, best first; empty when none does. */
export const typesOf = (keys: readonly string[]): EventType[] => {
  const found = new Set(keys)
  const hits = actWords().filter(entry => entry.words.some(w => found.has(termKey(w))))
  return [...new Set(hits.flatMap(h => h.types))]
}

/** Words that any act of a type shows. */
export const generalKeys = (type: EventType): ReadonlySet<string> =>
  new Set(actWords().flatMap(entry => (entry.types[0] === type ? (entry.general ?? []).map(termKey) : [])))

/** Whether a key is one of a list of words in data/check/terms.yaml. */
export const isAmong = (key: string, words: readonly string[]): boolean => words.some(w => termKey(w) === key)
