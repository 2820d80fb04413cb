import { ALSO_WORDS, isAbbreviation, isDottedLetters } from './abbreviations.ts'
import type { Word } from './document.ts'

/**
 * Words as UD English EWT cuts them. A chunk without blanks is cut from the left by the first rule that fits; every rule names
 * a stretch of the text, so that offsets are right by construction.
 */
type Rule = (rest: string, chunk: string, from: number) => number

const APOSTROPHE = "['’ʼ′]"
const pattern =
  (expression: RegExp): Rule =>
  rest =>
    expression.exec(rest)?.[0].length ?? 0

const url = /^(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]]/iu
const email = /^[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
const domain =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|mil|int|info)(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]])?(?![\p{L}\p{N}])/iu

/** `1,200`, `3.5`, `10:30`, `9/11`, `20th`, `1990s`, `the 80's`, `16-04-2001`, `555-123-4567`: digits with what holds them together. */
const number =
  /^(?:(?:1\d)?\d0['’]s(?![\p{L}\p{N}])|\+?(?:\d{1,4}[-/]\d{1,2}[-/]\d{2,4}|(?:\d{3}-)?\d{3}-\d{4}|\d{1,2}\/\d{1,2}(?!\/?\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)*)(?:st|nd|rd|th|s)?(?![\p{L}\p{N}]))/u
/** `10` of `10km`, `3` of `3bn`: the unit is a word of its own. */
const measure =
  /^\d+(?:[.,:]\d+)*(?=(?:km|kg|cm|mm|ft|hrs?|mins?|mph|am|pm|bn|mn|tn|m|k|mw|gw|kw|mb|gb|bcm|tcm|bpd)(?![\p{L}\p{N}]))/iu
const decimal = /^\.\d+(?![\p{L}])/u

/** Prefixes that EWT leaves on their word: `non-proliferation`, `pre-war`, `anti-American`, `mid-1990s`. */
const PREFIXED =
  /^(?:anti|arch|bi|co|counter|cross|cyber|de|e|eco|ex|extra|geo|hyper|inter|intra|macro|mega|micro|mid|mini|mis|multi|neo|non|over|para|post|pre|pro|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|trans|tri|ultra|un|under|vice)-(?=[\p{L}\p{N}]|$)/iu

/**
 * Letters and digits, with apostrophes and full stops inside: `O'Connell`, `Shi'ite`, `notes.doc`, `AT&T`; but `ended.The` is a
 * sentence's end whose blank was lost.
 */
const LETTERS = '[\\p{L}\\p{N}\\p{M}_]+'
const INSIDE = `(?:${APOSTROPHE}|[&@](?=\\p{L})|\\.(?=\\p{L})(?!(?<=\\p{Ll}\\.)\\p{Lu}\\p{Ll}))`
const wordRun = new RegExp(`^${LETTERS}(?:${INSIDE}${LETTERS})*`, 'u')
const CLITIC = new RegExp(`^(?:${APOSTROPHE}(?:s|m|d|ll|ve|re))(?![\\p{L}\\p{N}])`, 'iu')
const NEGATION = new RegExp(`^n${APOSTROPHE}t(?![\\p{L}\\p{N}])`, 'iu')
const CLITIC_END = new RegExp(`(?:${APOSTROPHE}(?:s|m|d|ll|ve|re)|n${APOSTROPHE}t)$`, 'iu')

/** One word written, two words read: `can|not`, `do|nt`. */
const FUSED: ReadonlyMap<string, number> = new Map(
  `can|not gon|na got|ta wan|na lem|me gim|me out|ta a|lot
   do|nt does|nt did|nt ca|nt wo|nt is|nt are|nt was|nt were|nt have|nt has|nt had|nt would|nt could|nt should|nt ai|nt
   i|m i|ve he|s she|s that|s what|s there|s here|s you|re you|ve they|re they|ve`
    .split(/\s+/)
    .map(pair => [pair.replace('|', ''), pair.indexOf('|')]),
)

/** Short ones are names and abbreviations when written with a capital: "Im", "IM". */
const isFused = (form: string): boolean =>
  FUSED.has(form.toLowerCase()) && (form.length > 4 || form === form.toLowerCase())

const word: Rule = (rest, chunk, from) => {
  const prefix = PREFIXED.exec(rest)?.[0].length ?? 0
  const run = wordRun.exec(rest.slice(prefix))?.[0] ?? ''
  // `pre- and post-war`: a prefix may stand alone with its hyphen.
  if (run === '') return prefix
  const clitic = CLITIC_END.exec(run)
  let length = prefix + (clitic && clitic.index > 0 ? clitic.index : run.length)
  const form = rest.slice(0, length)
  const fused = prefix === 0 && isFused(form) ? FUSED.get(form.toLowerCase()) : undefined
  if (fused !== undefined) length = fused
  return length + fullStop(rest, length, chunk, from)
}

/** 1 when the full stop behind the word is part of it. */
const fullStop = (rest: string, length: number, chunk: string, from: number): number => {
  if (rest[length] !== '.' || rest.startsWith('..', length) !== (rest.slice(length) === '..')) return 0
  const bare = rest.slice(0, length).toLowerCase()
  if (isDottedLetters(`${bare}.`)) return bare.length > 1 || /\p{Lu}/u.test(rest[0] ?? '') ? 1 : 0
  if (!isAbbreviation(bare)) return 0
  // The end of the chunk is decided with the next chunk in sight, see `withContext`; inside a chunk only `No.5` counts.
  if (ALSO_WORDS.has(bare)) return chunk.slice(from + length + 1) !== '' && /^\d/.test(rest.slice(length + 1)) ? 1 : 0
  return 1
}

/** `:)`, `;-)`, `:(`: faces, and at the start of a chunk those with letters, `:D`. */
const face: Rule = (rest, _chunk, from) => {
  const first = rest[0]
  if (first !== ':' && first !== ';' && first !== '=') return 0
  return (from === 0 ? /^[:;=]-?[()DPp](?![\p{L}\p{N}])/u : /^[:;]-?\)(?![\p{L}\p{N}])/u).exec(rest)?.[0].length ?? 0
}

/** `#audiobooks`, `@unhcr`: topics and accounts. */
const handle: Rule = (rest, _chunk, from) =>
  from === 0 && (rest[0] === '#' || rest[0] === '@')
    ? (/^[#@][\p{L}_][\p{L}\p{N}_]*(?:\.\p{L}+)*/u.exec(rest)?.[0].length ?? 0)
    : 0

/** `b/c`, `w/`, `w/o`. */
const slashed: Rule = rest => (rest[1] === '/' ? (/^(?:b\/c|w\/o?)(?![\p{L}\p{N}])/iu.exec(rest)?.[0].length ?? 0) : 0)

/** Runs of one character (`...`, `--`, `!!`), else a single character, surrogate pairs whole. */
const punctuation = pattern(
  /^(?:\.{2,}|-{2,}|\.[!?](?![.!?])|[!?]+\.(?!\.)|[!?]{2,}|<{2,}|>{2,}|\+{2,}|\${2,}|’’|\*{2,}|={2,}|_{2,}|''|``|…|\p{Extended_Pictographic}(?:\p{M}|‍\p{Extended_Pictographic})*|.)/su,
)

const clitic: Rule = (rest, chunk, from) =>
  from > 0 && /[\p{L}\p{N}.]/u.test(chunk[from - 1] ?? '') ? (CLITIC.exec(rest)?.[0].length ?? 0) : 0

const negation: Rule = (rest, chunk, from) =>
  from > 0 && /\p{L}/u.test(chunk[from - 1] ?? '') ? (NEGATION.exec(rest)?.[0].length ?? 0) : 0

/** `'60s`, `’em`: a word that starts with an apostrophe. */
const elision = pattern(new RegExp(`^${APOSTROPHE}(?:\\d{2}s?|em|til|cause)(?![\\p{L}\\p{N}])`, 'iu'))

/** `US$`, `$`: a currency before its number. */
const currency = pattern(/^(?:US|U|A|C|NZ|HK)?[$€£¥](?=[\d.])/u)

const RULES: readonly Rule[] = [
  face,
  handle,
  slashed,
  pattern(url),
  pattern(email),
  pattern(domain),
  currency,
  elision,
  clitic,
  negation,
  pattern(measure),
  pattern(number),
  pattern(decimal),
  word,
  punctuation,
]

/** Letters, with at most one mark behind them: most chunks. No rule but that of words and of full stops has a say in them. */
const PLAIN = /^[A-Za-z]+(?=[,;:!?.)\]]?$)/

const plainCut = (chunk: string): number => {
  const length = PLAIN.exec(chunk)?.[0].length ?? 0
  if (length === 0) return 0
  const form = length === chunk.length ? chunk : chunk.slice(0, length)
  if (length < 9 && isFused(form)) return FUSED.get(form.toLowerCase()) as number
  return chunk.charCodeAt(length) === 46 ? length + fullStop(chunk, length, chunk, 0) : length
}

const nextCut = (chunk: string, from: number): number => {
  if (from === 0) {
    const plain = plainCut(chunk)
    if (plain > 0) return plain
  } else if (from + 1 === chunk.length) return 1
  const rest = chunk.slice(from, from + 400)
  for (const rule of RULES) {
    const length = rule(rest, chunk, from)
    if (length > 0) return length
  }
  return 1
}

/** The words of a stretch of text, with offsets into the text. */
export const tokenize = (text: string, start = 0, end = text.length): Word[] => {
  const words: Word[] = []
  const chunks = /[^\s\u200b\ufeff]+/gu
  chunks.lastIndex = start
  for (let found = chunks.exec(text); found !== null && found.index < end; found = chunks.exec(text)) {
    const chunk = text.slice(found.index, Math.min(end, found.index + found[0].length))
    let from = 0
    while (from < chunk.length) {
      const length = nextCut(chunk, from)
      const at = found.index + from
      words.push({ start: at, end: at + length, form: chunk.slice(from, from + length) })
      from += length
    }
  }
  return withContext(text, words)
}

/** What the next word decides. */
const withContext = (text: string, words: readonly Word[]): Word[] => {
  const joined: Word[] = []
  const cut = (word: Word, length: number) => {
    const at = word.start + length
    joined.push(
      { start: word.start, end: at, form: text.slice(word.start, at) },
      { start: at, end: word.end, form: text.slice(at, word.end) },
    )
  }
  words.forEach((word, i) => {
    const before = joined[joined.length - 1]
    const after = words[i + 1]
    // Only words as short as `its` and `etc.` are looked at more closely.
    const lower = word.form.length === 3 || word.form.length === 4 ? word.form.toLowerCase() : ''
    if (word.form === '.' && before && isStopOf(text, before, word, after))
      joined[joined.length - 1] = { start: before.start, end: word.end, form: text.slice(before.start, word.end) }
    else if (lower === 'its' && IT_IS.has(after?.form.toLowerCase() ?? '')) cut(word, 2)
    else if (lower === 'etc.' && (!after || /^\p{Lu}/u.test(after.form) || isParted(text, word, after))) cut(word, 3)
    else joined.push(word)
  })
  return joined
}

/** No owner stands before these: "its a pity" is "it's". */
const IT_IS = new Set(['a', 'an', 'the', 'not', 'been', 'my', 'your', 'gonna', 'really', 'just'])

const isParted = (text: string, word: Word, next: Word): boolean => /\n\s*\n/.test(text.slice(word.end, next.start))

/** `No.` and the like, once cut in two, become one before a number (`No. 2`) or, for titles, before a name (`Gen. Petraeus`). */
const isStopOf = (text: string, before: Word, stop: Word, after: Word | undefined): boolean => {
  const bare = before.form.toLowerCase()
  return (
    after !== undefined &&
    before.end === stop.start &&
    ALSO_WORDS.has(bare) &&
    !isParted(text, stop, after) &&
    opens(bare, before.form, after.form)
  )
}

const NUMBERED = new Set(['c', 'p', 'no', 'nos', 'art', 'fig', 'ch', 'sect', 'op', 'mar'])
const opens = (bare: string, form: string, next: string): boolean =>
  NUMBERED.has(bare) ? /^\d/.test(next) : /^\p{Lu}/u.test(form) && /^\p{Lu}/u.test(next)
