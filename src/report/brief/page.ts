import type { Day } from '../../domain/index.ts'
import type { CitedEvent } from '../../relations/index.ts'

/** The page on a pair, laid out as sentences with their receipts: what Markdown, HTML and JSON say alike. */

/** A sentence and the numbers of what it rests on. */
export interface Sentence {
  readonly text: string
  readonly refs: readonly number[]
}

/** A paragraph or an entry of a list: some words in front of its sentences, and a faint line behind them. */
export interface Item {
  readonly lead?: string
  readonly sentences: readonly Sentence[]
  readonly note?: string
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly items: readonly Item[]
}

/** Something that a sentence rests on: an event, a dated fact, or rows, a turning point, a question to the record that can be asked again. */
export type PageReceipt =
  | { readonly number: number; readonly kind: 'event'; readonly id: string; readonly event: CitedEvent }
  | {
      readonly number: number
      /** A dated fact of data/facts: an office taken, an alliance. */
      readonly kind: 'fact'
      readonly id: string
      readonly day: Day
      readonly says: string
    }
  | {
      readonly number: number
      readonly kind: 'rows' | 'turn' | 'question'
      readonly id: string
      /** What it is, in words. */
      readonly says: string
      /** The command that shows it. */
      readonly command: string
    }

/** Whether the page tells an event in its own sentences, so that the list of receipts need not. */
export const isTold = ({ sections }: BriefPage, summary: string): boolean =>
  sections.some(({ items }) => items.some(({ sentences }) => sentences.some(({ text }) => text.includes(summary))))

/** Letters of a page: a full one is set smaller on paper, so that it stays within two sheets. */
export const lettersOf = ({ sections }: BriefPage): number =>
  sections
    .flatMap(({ items }) => items)
    .reduce((sum, { sentences, note = '' }) => sentences.reduce((n, { text }) => n + text.length, sum + note.length), 0)

export interface BriefPage {
  readonly title: string
  /** Where it goes, in a word or two, for the head of the page. */
  readonly verdict: string
  readonly bottomLine: readonly Sentence[]
  readonly confidence: Sentence
  readonly sections: readonly Section[]
  readonly receipts: readonly PageReceipt[]
}
