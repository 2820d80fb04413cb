import type { Sentence, TimeMention, Token } from '../text/index.ts'
import { paragraph, proseWidth, type Screen } from './layout.ts'
import { printable } from './printable.ts'
import { sentenceTree } from './sentence-tree.ts'

/** A text as it was read: trees for people, and the contract's JSON document. */

/** The sentence, its tree, and the times that it names. */
export const parsedTerminal = (
  text: string,
  sentence: Sentence,
  times: readonly TimeMention[],
  screen: Screen,
): string => {
  const prose = proseWidth(screen)
  const lines = [
    ...paragraph(printable(text.slice(sentence.start, sentence.end)), prose).map(screen.ink.strong),
    '',
    ...sentenceTree(sentence, screen),
    ...(times.length === 0 ? [] : ['']),
    ...times.flatMap(time => paragraph(timeLine(time), prose, '', '  ')),
  ]
  return `${lines.join('\n')}\n\n`
}

const timeLine = ({ mention, value, mod, kind, from, to, basis }: TimeMention): string => {
  const what = kind === 'point' ? '' : `, a ${kind}`
  const days = from === null || to === null || value === from ? '' : from === to ? `, ${from}` : `, ${from} to ${to}`
  return `“${printable(mention)}”: ${value}${mod === null ? '' : ` ${mod}`}${what}${days} (${basis})`
}

export const parsedJson = (
  text: string,
  sentences: readonly { readonly sentence: Sentence; readonly times: readonly TimeMention[] }[],
): object => ({
  schema: 'detente.parse/1',
  text,
  sentences: sentences.map(({ sentence, times }) => ({
    start: sentence.start,
    end: sentence.end,
    tokens: sentence.tokens.map(tokenJson),
    times: times.map(timeJson),
  })),
})

/** `head` counts as the column HEAD of CoNLL-U does: from 1, 0 for the root. */
const tokenJson = ({ start, end, form, lemma, upos, feats, head, deprel }: Token): object => ({
  start,
  end,
  form,
  lemma,
  upos,
  feats,
  head: head + 1,
  deprel,
})

const timeJson = ({ start, end, mention, from, to, value, mod, grain, basis, kind }: TimeMention): object => ({
  start,
  end,
  mention,
  from,
  to,
  value,
  mod,
  grain,
  basis,
  kind,
})
