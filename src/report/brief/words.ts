import type { ClosedInterval, EventType } from '../../domain/index.ts'
import type { Arrow, Brief, PhaseName } from '../../relations/index.ts'
import { span } from '../day-words.ts'
import { printable } from '../printable.ts'
import type { Sentence } from './page.ts'

/** Words that the sections of a page share. */

/** Names of actors by id. */
export type NameOf = (id: string) => string

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

export const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

export const namesOf = ({ pair }: Pick<Brief, 'pair'>, nameOf: NameOf): string =>
  pair.map(id => printable(nameOf(id))).join(' and ')

export const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const sentence = (text: string, ...refs: readonly (readonly number[])[]): Sentence => ({
  text,
  refs: [...new Set(refs.flat())],
})

/** Titles and summaries in a list of sources: enough to know them again. */
const LONGEST = 100

/** A text of others, as much of it as the page has room for. */
export const cut = (text: string, longest = LONGEST): string => {
  const said = printable(text)
  return said.length <= longest ? said : `${said.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`
}

/** Two sheets bear no essays: the whole of a summary is one `trace` away. */
const LONGEST_TOLD = 240

/** A summary as it is told on the page. */
export const told = (summary: string): string => ended(cut(summary, LONGEST_TOLD))

/** A text of others as a sentence of its own: it ends with a full stop, whatever its author wrote. */
export const ended = (text: string): string => {
  const said = printable(text)
  return /[.!?…]["”’)]?$/.test(said) ? said : `${said}.`
}

export const PHASES: Readonly<Record<PhaseName, string>> = {
  close: 'close',
  warm: 'warm',
  normal: 'normal',
  cool: 'cool',
  tense: 'tense',
  hostile: 'hostile',
  crisis: 'in crisis',
  quiet: 'quiet',
}

/** "very likely warming", "no clear direction". */
export const goingWords = (arrow: Arrow | null): string => {
  if (!arrow) return 'too little to tell'
  return arrow.direction === 'steady' ? 'no clear direction' : `${arrow.word} ${arrow.direction}`
}

/** What an act of a type is, for notes on events. */
export const ACTS: Readonly<Record<EventType, string>> = {
  AGREE: 'accord or promise',
  CONSULT: 'meeting or talks',
  SUPPORT: 'words of support',
  CONCEDE: 'concession',
  COOPERATE: 'co-operation in deed',
  AID: 'aid',
  RETREAT: 'release or withdrawal',
  REQUEST: 'appeal or invitation',
  ACCUSE: 'accusation',
  REJECT: 'refusal',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'ties curbed',
  MOBILIZE: 'show of force',
  COERCE: 'coercion',
  ASSAULT: 'attack',
}

/** How to ask again for what either state did since a day. */
export const eventsOfEither = (
  { pair: [a, b], as_of }: Brief,
  { from, to }: ClosedInterval,
): { readonly command: string; readonly says: string } => ({
  command: `detente events ${printable(a)} --from ${from} --to ${to} --as-of ${as_of}`,
  says: `events of either state, ${span(from, to)}; the other by ${printable(b)} in place of ${printable(a)}`,
})
