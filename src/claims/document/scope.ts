import type { Mention, OfficeMention } from '../../actors/index.ts'
import type { Document, Sentence } from '../../text/index.ts'
import type { Boilerplate } from './boilerplate.ts'
import { wrapsLines } from './paragraphs.ts'
import { scopeWords } from './vocabulary.ts'

/** What a text is about, as shares of its sentences. */
export interface Subject {
  /** Whether it is prose at all: a poem or a curriculum vitae has lines, not sentences. */
  readonly isProse: boolean
  /** Share of sentences that name an actor and a word of politics. */
  readonly politics: number
  readonly sentences: number
  /** The subject other than politics that most sentences have words of, with its share. */
  readonly other: { readonly name: string; readonly share: number }
}

/** Whether a text is about states at all: a recipe, a match report or a curriculum vitae that names some is not. */
export const isInScope = (subject: Subject): boolean => {
  const { least_share, least_sentences } = scopeWords()
  return (
    subject.isProse &&
    subject.politics >= least_share &&
    subject.politics * subject.sentences >= Math.min(least_sentences, Math.ceil(subject.sentences / 2)) &&
    subject.other.share < subject.politics
  )
}

export const subjectOf = (
  { sentences, text }: Document,
  boilerplate: readonly Boilerplate[],
  mentions: readonly Mention[],
  offices: readonly OfficeMention[],
): Subject => {
  const { politics, other } = lexicons()
  const own = sentences.filter(s => s.tokens.length > 3 && !boilerplate.some(b => b.start <= s.start && s.end <= b.end))
  const actors = [...mentions, ...offices].map(m => m.start).sort((a, b) => a - b)
  // "It must decide": the sentence before may name who.
  const named = new Set(own.filter((s, i) => hasBetween(actors, own[i - 1]?.start ?? s.start, s.end)))
  const has = (sentence: Sentence, words: Words) => countIn(sentence, text, words) > 0
  const share = (test: (sentence: Sentence) => boolean) => (own.length === 0 ? 0 : own.filter(test).length / own.length)
  const shares = [...other].map(([name, words]) => ({ name, share: share(s => has(s, words)) }))
  return {
    isProse: isProse(text),
    politics: share(s => named.has(s) && has(s, politics)),
    sentences: own.length,
    other: shares.reduce((most, one) => (one.share > most.share ? one : most), { name: 'none', share: 0 }),
  }
}

/** Whether one of these offsets, in order, lies in a stretch. */
const hasBetween = (offsets: readonly number[], from: number, to: number): boolean => {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return (offsets[low] ?? to) < to
}

/** Most of a prose text stands in lines that fill their width or end a sentence. */
const isProse = (text: string): boolean => {
  if (wrapsLines(text)) return true
  let [prose, all] = [0, 0]
  for (const line of text.split(/[\r\n\u2028\u2029]+/u).map(l => l.trim())) {
    all += line.length
    if (line.length > 100 || /[.!?:…]["”’)\]]*$/u.test(line)) prose += line.length
  }
  return prose > all * 0.5
}

interface Words {
  readonly lemmas: ReadonlySet<string>
  readonly phrases: readonly string[]
}

const wordsOf = (list: readonly string[]): Words => ({
  lemmas: new Set(list.filter(word => !/[\s-]/u.test(word))),
  phrases: list.filter(word => /[\s-]/u.test(word)),
})

let kept: { readonly politics: Words; readonly other: ReadonlyMap<string, Words> } | null = null
const lexicons = () => {
  const { politics, other } = scopeWords()
  kept ??= {
    politics: wordsOf(politics),
    other: new Map(Object.entries(other).map(([name, words]) => [name, wordsOf(words)])),
  }
  return kept
}

const countIn = ({ tokens, start, end }: Sentence, text: string, { lemmas, phrases }: Words): number => {
  const words = tokens.filter(
    ({ lemma, form }) => lemmas.has(lemma.toLowerCase()) || lemmas.has(form.toLowerCase()),
  ).length
  if (phrases.length === 0) return words
  const lower = text.slice(start, end).toLowerCase()
  return words + phrases.filter(phrase => lower.includes(phrase)).length
}
