import type { Day } from '../domain/index.ts'
import type { CarriedTurn } from '../relations/index.ts'
import { dayOf, longDay } from './day-words.ts'
import { paragraph, proseWidth, type Screen } from './layout.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'

/** Dated thaws and ruptures: a table for the terminal, the contract's TSV and JSON. */

/** The turns of one pair. */
export interface PairTurns {
  readonly dyad: string
  /** The data set they were found in. */
  readonly source: string | null
  readonly turns: readonly CarriedTurn[]
}

export interface TurnsAsked {
  readonly asOf: Day
  /** As a watcher would have been told them, rather than as history has them. */
  readonly online: boolean
}

/** To three decimals, as printed everywhere. */
const short = (x: number): number => Math.round(1000 * x) / 1000

const fields = ({ dyad }: PairTurns, turn: CarriedTurn) => ({
  dyad,
  kind: turn.kind,
  date: dayOf(turn.day),
  date_from: dayOf(turn.from),
  date_to: dayOf(turn.to),
  confidence: short(turn.confidence),
  known_on: turn.known_on === null ? null : dayOf(turn.known_on),
  events: turn.events,
})

export const turnsJson = (pairs: readonly PairTurns[], { asOf, online }: TurnsAsked) => ({
  schema: 'detente.turning-points/1' as const,
  as_of: asOf,
  online,
  turning_points: pairs.flatMap(pair =>
    pair.turns.map(turn => ({
      id: turn.id,
      ...fields(pair, turn),
      surge: short(turn.surge),
      contested: turn.contested,
      gradual: turn.gradual,
      source: pair.source,
    })),
  ),
})

export const turnsTsv = (pairs: readonly PairTurns[]): string => {
  const rows = pairs.flatMap(pair =>
    pair.turns.map(turn => {
      const row = fields(pair, turn)
      return [...Object.values({ ...row, known_on: row.known_on ?? '', events: row.events.join(' ') })].join('\t')
    }),
  )
  return `${['dyad\tkind\tdate\tdate_from\tdate_to\tconfidence\tknown_on\tevents', ...rows].join('\n')}\n`
}

const marks = ({ contested, gradual }: CarriedTurn): string =>
  [contested ? 'contested' : '', gradual ? 'gradual' : ''].filter(mark => mark !== '').join(', ')

/** Of one pair every id, of many how an id is found. */
const idLines = (found: readonly PairTurns[], { ink }: Screen): string[] => {
  const [only, ...others] = found
  const ids = (only?.turns ?? []).map(({ id }) => `  ${ink.faint(`detente trace ${printable(id)}`)}`)
  return others.length === 0
    ? ['The events and rows behind each:', ...ids]
    : ['The events and rows behind a turn (with two countries: of every turn), as in:', ...ids.slice(0, 1)]
}

export const turnsTerminal = (pairs: readonly PairTurns[], asked: TurnsAsked, screen: Screen): string => {
  const width = proseWidth(screen)
  const found = pairs.filter(({ turns }) => turns.length > 0)
  const as = `as known on ${longDay(asked.asOf)}`
  if (found.length === 0) return `${paragraph(`No turning point, ${as}.`, width).join('\n')}\n`
  const rows = found.flatMap(pair =>
    pair.turns.map(turn => {
      const { dyad, kind, date, date_from, date_to, confidence, known_on } = fields(pair, turn)
      const between = date_from === date_to ? '' : `${date_from} to ${date_to}`
      return [printable(dyad), kind, date, between, confidence.toFixed(2), known_on ?? '', marks(turn)]
    }),
  )
  const columns = ['pair', 'turn', 'day', 'between', 'confidence', 'known on', ''].map(title => ({
    title,
    align: 'left' as const,
  }))
  const legend = asked.online
    ? 'As a watcher would have been told them, each on the day that rows known by then showed it; nothing is taken back.'
    : 'As history has them. known on: the day on which rows known by then showed the turn.'
  return `${[
    ...paragraph(screen.ink.strong(`Turning points, ${as}`), width),
    '',
    ...table(columns, rows),
    '',
    ...paragraph(legend, width),
    ...idLines(found, screen),
  ].join('\n')}\n`
}
