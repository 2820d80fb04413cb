import { slotSource } from './slots.ts'
import { words } from './vocabulary.ts'

/** A gap inside a time: spaces, at most one line end. A blank line ends a time. */
const GAP = '(?:[ \\t\\u00a0]{1,4}(?:\\r?\\n[ \\t]{0,8})?|\\r?\\n[ \\t]{0,8})'
const DASH = '[-–—‑]'
const APOSTROPHE = "['’‘`]"

/** Not inside a word or a longer number. */
const LEFT = '(?<![\\p{L}\\p{N}_]|\\d[.,/:])'
const RIGHT = '(?![\\p{L}\\p{N}_]|[.,/:]\\d)'

export interface PatternSides {
  readonly pattern: string
  readonly after?: string
  readonly not_after?: string
  readonly before?: string
  readonly not_before?: string
}

/** A pattern as data/times/patterns writes it, to a regular expression whose named groups are the slots. */
export const compilePattern = (sides: PatternSides): RegExp => {
  const around = (sign: string, source: string | undefined): string => (source ? `(?${sign}${translate(source)})` : '')
  const behind = around('<=', sides.after && `(^|[^\\w])(?:${sides.after})`)
  const notBehind = around('<!', sides.not_after)
  const ahead = around('=', sides.before) + around('!', sides.not_before)
  const shape = withoutNamesakes(translate(sides.pattern))
  // Looking back is dear: it is done only where the pattern itself could match.
  const worthwhile = behind || notBehind ? `(?=${shape.replace(/\(\?<[a-z]+[\d$]*>/g, '(?:')})` : ''
  return new RegExp(`${LEFT}${worthwhile}${behind}${notBehind}(?:${shape})${RIGHT}${ahead}`, 'gu')
}

/** A slot may stand in two branches of a pattern; Node 20 allows each group name once, so the later ones are numbered. */
const withoutNamesakes = (source: string): string => {
  const seen = new Map<string, number>()
  return source.replace(/\(\?<([a-z]+\d?)>/g, (whole, name: string) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? whole : `(?<${name}$${count}>`
  })
}

/** What the slots of a match hold; of namesakes the one that matched. */
export const slotsOf = (found: RegExpExecArray): Readonly<Record<string, string | undefined>> => {
  const slots: Record<string, string | undefined> = {}
  for (const [name, held] of Object.entries(found.groups ?? {})) slots[name.split('$')[0] as string] ??= held
  return slots
}

/**
 * Slots, lists, gaps, dashes and apostrophes are spelled out; groups capture nothing; a word may begin with a capital, since it may
 * begin a sentence.
 */
export const translate = (source: string): string => {
  let out = ''
  for (let i = 0; i < source.length; ) {
    const rest = source.slice(i)
    const piece = PIECES.find(([shape]) => shape.test(rest))
    const found = piece?.[0].exec(rest)
    if (piece && found) {
      out += piece[1](found)
      i += found[0].length
      continue
    }
    const letter = source[i] as string
    const startsWord = /[a-z]/.test(letter) && !/[\p{L}\\]/u.test(source[i - 1] ?? ' ')
    out += startsWord ? `[${letter}${letter.toUpperCase()}]` : letter
    i += 1
  }
  return out
}

/** Of one piece of a pattern: its shape, and what it is translated to. The first that fits is taken. */
const PIECES: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^\\./, found => found[0]],
  [/^\[[^\]]*\]/, found => (found[0].startsWith('[-') ? found[0].replace('[-', '[-–—‑') : found[0])],
  [/^\(\?(?:[:=!]|<[=!])/, found => found[0]],
  [/^\(/, () => '(?:'],
  [/^\{([a-z]+)(\d?)\}/, ([, name, copy]) => `(?<${name}${copy}>${slotSource(name as string)})`],
  [/^\{[\d,]+\}/, found => found[0]],
  [/^<([a-z]+)>/, ([, name]) => wholeWord(alternatives(words().lists[name as string] ?? missing(name as string)))],
  [/^ /, () => GAP],
  [/^-/, () => DASH],
  [/^'/, () => APOSTROPHE],
]

/** Any of these, the longest first, so that "early in" is not cut to "early". */
const alternatives = (entries: readonly string[]): string =>
  `(?:${[...entries]
    .sort((a, b) => b.length - a.length)
    .map(translate)
    .join('|')})`

const wholeWord = (source: string): string => `(?<!\\p{L})${source}(?!\\p{L})`

const missing = (name: string): never => {
  throw new Error(`data/times: no list ${JSON.stringify(name)} in words.yaml`)
}
