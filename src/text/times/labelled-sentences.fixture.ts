/** The sentences of data/times/sentences.yaml, labelled by hand, and what is right of a reading of them. */
import { readShippedYaml } from '../../shipped/index.ts'
import type { TimeMention } from './time-mention.ts'

export interface LabelledSentence {
  readonly date: string
  readonly text: string
  /** `mention | value | from..to | mod | grain | basis | kind`, – for none. */
  readonly times: readonly string[]
}

interface Dated {
  readonly date: string
  readonly sentences: readonly Omit<LabelledSentence, 'date'>[]
}

export const labelledSentences = (): LabelledSentence[] =>
  readShippedYaml<readonly Dated[]>('times', 'sentences.yaml').flatMap(({ date, sentences }) =>
    sentences.map(sentence => ({ date, ...sentence })),
  )

/** A time that was read, written as the labels are. */
export const labelOf = ({ mention, value, from, to, mod, grain, basis, kind }: TimeMention): string =>
  [mention, value, from === null ? '–' : `${from}..${to}`, mod ?? '–', grain ?? '–', basis, kind].join(' | ')
