import type { Day } from '../../domain/index.ts'
import { readShippedYaml } from '../../shipped/index.ts'

/** An entry of `boilerplate` in data/claims/document.yaml. */
export interface BoilerplateEntry {
  readonly why: string
  readonly pattern: string
  /** True: such a line is no analysis wherever it stands; else at the head and the foot alone. */
  readonly anywhere?: boolean
  /** True: a paragraph that opens so is all of this kind. */
  readonly whole?: boolean
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

export interface DocumentWords {
  readonly name: { readonly particles: readonly string[]; readonly not: readonly string[] }
  readonly boilerplate: readonly BoilerplateEntry[]
  readonly by_line: readonly Example[]
  readonly biography: {
    readonly professions: readonly string[]
    readonly verbs: readonly string[]
    readonly must: readonly string[]
    readonly mustNot: readonly string[]
  }
  readonly publisher: readonly Example[]
  readonly dateline: Example
  readonly dateline_full: Example
  readonly date_line: Example
  readonly press_release: string
  readonly news: { readonly speech: string; readonly least_speech: number }
}

/** A pattern with named groups, and sentences that must or must not match. */
export interface Example {
  readonly pattern: string
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

export interface ScopeWords {
  readonly least_share: number
  readonly least_sentences: number
  readonly politics: readonly string[]
  readonly other: Readonly<Record<string, readonly string[]>>
}

/** A name of data/claims/eras.yaml, and the days between which it was written. */
export interface Era {
  readonly words: readonly string[]
  readonly from?: Day
  readonly to?: Day
  readonly says: string
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
}

let document: DocumentWords | null = null
export const documentWords = (): DocumentWords => {
  document ??= readShippedYaml<DocumentWords>('claims', 'document.yaml')
  return document
}

let scope: ScopeWords | null = null
export const scopeWords = (): ScopeWords => {
  scope ??= readShippedYaml<ScopeWords>('claims', 'scope.yaml')
  return scope
}

let ages: readonly Era[] | null = null
export const eras = (): readonly Era[] => {
  ages ??= readShippedYaml<{ readonly eras: readonly Era[] }>('claims', 'eras.yaml').eras
  return ages
}

const compiled = new Map<string, RegExp>()

/**
 * A pattern of the data as it is matched: without regard to case, except within `{NAME}`, which stands for a person's name,
 * `{Word}` for a capitalised word, and in character classes.
 */
export const shapeOf = (pattern: string, flags = 'u'): RegExp => {
  const key = `${flags} ${pattern}`
  const kept = compiled.get(key)
  if (kept) return kept
  const shape = new RegExp(caseless(pattern).replaceAll('{NAME}', nameSource()).replaceAll('{Word}', WORD), flags)
  compiled.set(key, shape)
  return shape
}

/** What must stand as it is in a pattern: escapes, classes, names of groups, placeholders; any other letter is of either case. */
const PARTS = /\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]])*\]|\(\?<[^>=!]*>|\{[A-Za-z]+\}|\p{L}|[\s\S]/gu

const caseless = (pattern: string): string =>
  pattern.replace(PARTS, part =>
    /^\p{L}$/u.test(part) && part.toLowerCase() !== part.toUpperCase()
      ? `[${part.toLowerCase()}${part.toUpperCase()}]`
      : part,
  )

const WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}’'&.-]*"

/** A person's name: two to five words with capitals, initials among them, small particles between. */
const nameSource = (): string => {
  const particles = documentWords().name.particles.join('|')
  const word = `(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}’'-]*\\p{L})`
  return `${word}(?:[ ](?:(?:${particles})[ ]){0,2}${word}){1,4}`
}

/** Words as they stand, for a regular expression; any blank may part them. */
export const literally = (words: string): string =>
  words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/ /gu, '\\s+')
