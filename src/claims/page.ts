import type { Mention, OfficeMention } from '../actors/index.ts'
import type { DocumentFacts, Span } from '../domain/index.ts'
import type { Document, Sentence, TimeMention } from '../text/index.ts'
import { type ClausedSentence, clausesOf } from './clause/index.ts'
import { labelsOf } from './labels.ts'
import { takesContent } from './lexicon.ts'

/** A sentence as the readers of claims see it: clauses, and what its words are known to be. */
export interface PageSentence extends ClausedSentence {
  /** Position in the document, from 0. */
  readonly index: number
  /** Labels by token. */
  readonly labels: readonly ReadonlySet<string>[]
  readonly mentions: readonly Mention[]
  readonly offices: readonly OfficeMention[]
  readonly times: readonly TimeMention[]
  /** False for lines that are no part of the analysis. */
  readonly asserts: boolean
}

/** A document ready to be read for its claims. */
export interface Page {
  readonly text: string
  readonly facts: DocumentFacts
  readonly sentences: readonly PageSentence[]
}

/** What was found in a document before its claims are read. */
export interface ReadDocument {
  readonly facts: DocumentFacts
  readonly document: Document
  readonly times: readonly TimeMention[]
  readonly mentions: readonly Mention[]
  readonly offices: readonly OfficeMention[]
}

export const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
export const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** A line that is no sentence: a heading, a by-line. The number of a heading is none of its words. */
const isHeading = (text: string, { start, end, tokens }: Sentence): boolean => {
  const line = text.slice(start, end)
  const ends = /[.!?…:"'”’)\]]$/.test(line)
  const words = tokens.length - (/^(?:\d{1,2}|\p{Lu})\.\s/u.test(line) ? 2 : 0)
  return !ends && words < 12 && (text[end] === undefined || /^\s*\n/.test(text.slice(end)))
}

export const pageOf = ({ facts, document, times, mentions, offices }: ReadDocument): Page => {
  const sentences = document.sentences.map((sentence, index): PageSentence => {
    const of = <T extends Span>(list: readonly T[]): T[] => list.filter(x => inside(x, sentence))
    const own = { mentions: of(mentions), offices: of(offices), times: of(times) }
    const question = sentence.tokens.at(-1)?.form === '?' || sentence.tokens.at(-2)?.form === '?'
    return {
      ...clausesOf(sentence, takesContent),
      index,
      ...own,
      labels: labelsOf(sentence, own.mentions, own.offices, own.times),
      asserts: !question && !isHeading(document.text, sentence) && !facts.boilerplate.some(b => meets(b, sentence)),
    }
  })
  return { text: document.text, facts, sentences }
}

/** The words of a sentence from one token to another, as a span of the text. */
export const spanOf = ({ sentence: { tokens } }: PageSentence, from: number, to: number): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to]?.end ?? 0,
})
