/**
 * A small pattern language over a row of words, so that wordings can be data:
 * `want|seek` lemma or lower-case form · `=led` form only · `NOUN`, `MD` UPOS or Penn tag · `@state` a label that the caller
 * gave · `a|b&c` one of the first two and the third as well · `!a` not · `a?` may be missing · `..` up to six words, `...` any number · `^` and `$` the ends.
 */
export interface PatternWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly labels: ReadonlySet<string>
}

/** Indexes of the first and last word matched. */
export interface PatternMatch {
  readonly from: number
  readonly to: number
}

export type WordTest = (word: PatternWord) => boolean

type Item =
  | { readonly kind: 'word'; readonly test: WordTest; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }

export type TokenPattern = (words: readonly PatternWord[]) => PatternMatch | null

const SHORT_GAP = 6

const atom = (source: string): WordTest => {
  if (source.startsWith('!')) {
    const inner = atom(source.slice(1))
    return word => !inner(word)
  }
  if (source.startsWith('@')) {
    const label = source.slice(1)
    return word => word.labels.has(label)
  }
  if (source.startsWith('=')) {
    const form = source.slice(1).toLowerCase()
    return word => word.form.toLowerCase() === form
  }
  if (/^[A-Z]{2,5}\$?$/.test(source)) return word => word.upos === source || word.xpos === source
  const lower = source.toLowerCase()
  return word => word.lemma.toLowerCase() === lower || word.form.toLowerCase() === lower
}

const choice = (source: string): WordTest => {
  const parts = source.split('|').map(atom)
  return word => parts.some(part => part(word))
}

/** What a pattern asks of one word: `a|b&@c`. */
export const wordTest = (source: string): WordTest => {
  const parts = source.split('&').map(choice)
  return word => parts.every(part => part(word))
}

const itemOf = (source: string): Item => {
  if (source === '^') return { kind: 'start' }
  if (source === '$') return { kind: 'end' }
  if (source === '...') return { kind: 'gap', most: Number.POSITIVE_INFINITY }
  if (source === '..') return { kind: 'gap', most: SHORT_GAP }
  const optional = source.length > 1 && source.endsWith('?')
  return { kind: 'word', test: wordTest(optional ? source.slice(0, -1) : source), optional }
}

/** The index after the match of `items[at…]` from `word` on, or -1; the shortest gaps are tried first. */
const matchFrom = (items: readonly Item[], at: number, words: readonly PatternWord[], word: number): number => {
  const item = items[at]
  if (!item) return word
  if (item.kind === 'start') return word === 0 ? matchFrom(items, at + 1, words, word) : -1
  if (item.kind === 'end') return word === words.length ? matchFrom(items, at + 1, words, word) : -1
  if (item.kind === 'gap') {
    for (let skip = 0; skip <= item.most && word + skip <= words.length; skip++) {
      const end = matchFrom(items, at + 1, words, word + skip)
      if (end >= 0) return end
    }
    return -1
  }
  const next = words[word]
  if (next && item.test(next)) {
    const end = matchFrom(items, at + 1, words, word + 1)
    if (end >= 0) return end
  }
  return item.optional ? matchFrom(items, at + 1, words, word) : -1
}

/** Compiles a pattern once; throws a RangeError that names an empty one. */
export const tokenPattern = (source: string): TokenPattern => {
  const items = source.trim().split(/\s+/).filter(Boolean).map(itemOf)
  if (items.length === 0) throw new RangeError(`empty pattern: ${JSON.stringify(source)}`)
  return words => {
    for (let from = 0; from <= words.length; from++) {
      const end = matchFrom(items, 0, words, from)
      if (end >= 0) return { from, to: Math.max(from, end - 1) }
    }
    return null
  }
}
