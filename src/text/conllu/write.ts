import type { Features, Sentence, Token } from '../document.ts'
import { contractions } from './contractions.ts'
import type { ConlluRow, ConlluSentence } from './sentence.ts'
import { surfaceText } from './surface.ts'

/** A sentence of a text as one of CoNLL-U, `number` being its place in the text, from 1. */
export const conlluOf = (text: string, sentence: Sentence, number: number): ConlluSentence => {
  const { start, end, tokens } = sentence
  const firsts = new Map(contractions(tokens).map(([first, last]) => [first, last]))
  const inside = new Set([...firsts].flatMap(([first, last]) => tokens.slice(first, last + 1).map(({ i }) => i)))
  const rows = tokens.flatMap((token): ConlluRow[] => {
    const last = tokens[firsts.get(token.i) ?? -1]
    return [...(last ? [rangeRow(text, token, last)] : []), wordRow(text, token, inside.has(token.i))]
  })
  const comments = [
    `# sent_id = ${number}`,
    `# text = ${text.slice(start, end).replace(BLANKS, ' ')}`,
    `# start_char = ${start}`,
    `# end_char = ${end}`,
  ]
  return { comments, rows }
}

const BLANKS = /[\s\u200b]+/gu

/** Comments, ranges, empty nodes, FORM, DEPS and MISC as they are; the other columns as the words were read. */
export const writeConllu = (sentence: ConlluSentence, tokens: readonly Token[]): string => {
  const { comments, rows } = sentence
  const hasText = comments.some(line => /^#\s*text\s*=/.test(line))
  const lines = [
    ...comments,
    ...(hasText ? [] : [`# text = ${surfaceText(sentence)}`]),
    ...rows.map(row => written(row, row.kind === 'word' ? tokens[row.first - 1] : undefined)),
  ]
  return `${lines.join('\n')}\n\n`
}

const written = ({ columns }: ConlluRow, token: Token | undefined): string => {
  if (!token) return columns.join('\t')
  const [id, form, , , , , , , deps, misc] = columns
  const { lemma, upos, xpos, feats, head, deprel } = token
  return [id, form, lemma || '_', upos, xpos, featureText(feats), head + 1, deprel, deps, misc].join('\t')
}

/** `Mood=Ind|Tense=Past`, in the order of the alphabet whatever the case. */
const featureText = (feats: Features): string => {
  const names = Object.keys(feats).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  return names.length === 0 ? '_' : names.map(name => `${name}=${feats[name]}`).join('|')
}

const wordRow = (text: string, { i, start, end, form }: Token, inRange: boolean): ConlluRow => ({
  kind: 'word',
  first: i + 1,
  last: i + 1,
  columns: [String(i + 1), form, '_', '_', '_', '_', '_', '_', '_', place(text, start, end, inRange)],
})

const rangeRow = (text: string, first: Token, last: Token): ConlluRow => {
  const [a, b] = [first.i + 1, last.i + 1]
  const form = text.slice(first.start, last.end)
  const misc = place(text, first.start, last.end, false)
  return { kind: 'range', first: a, last: b, columns: [`${a}-${b}`, form, '_', '_', '_', '_', '_', '_', '_', misc] }
}

/** Offsets, and whether the next word touches; of a range's words the range tells that. */
const place = (text: string, start: number, end: number, inRange: boolean): string => {
  const touches = !inRange && end < text.length && !/[\s\u200b]/u.test(text[end] ?? '')
  return `${touches ? 'SpaceAfter=No|' : ''}start_char=${start}|end_char=${end}`
}
