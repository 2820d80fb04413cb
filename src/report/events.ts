import type { Day } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { longDay } from './day-words.ts'
import { eventLines } from './event-lines.ts'
import { paragraph, proseWidth, type Screen } from './layout.ts'
import { counted } from './ledger-words.ts'

/** Rows of the record, for a terminal and as the contract's JSON. */

/** What was asked, for the line above the rows. */
export interface EventsAsked {
  readonly asOf: Day
  /** Names of the actors asked for: none, one or a pair. */
  readonly names: readonly string[]
  /** True where more rows fit than were asked for. */
  readonly cutOff: boolean
}

const headOf = (count: number, { asOf, names, cutOff }: EventsAsked): string => {
  const [a, b] = names
  const whose = a === undefined ? '' : b === undefined ? ` of ${a}` : ` between ${a} and ${b}`
  const rows = count === 0 ? 'No events' : `${cutOff ? 'The first ' : ''}${counted(count, 'event')}`
  return `${rows}${whose}, as known on ${longDay(asOf)}.`
}

export const eventsTerminal = (events: readonly AsOfEvent[], asked: EventsAsked, screen: Screen): string => {
  const prose = { ...screen, width: proseWidth(screen) }
  const lines = [
    ...paragraph(headOf(events.length, asked), prose.width),
    ...events.flatMap(event => ['', ...eventLines(event, prose)]),
  ]
  return `${lines.join('\n')}\n`
}

/** The contract's fields in the contract's order; what curators noted is none of them. */
export const eventJson = (e: AsOfEvent): object => ({
  id: e.id,
  day: e.day,
  day_to: e.day_to,
  known: e.known,
  known_basis: e.known_basis,
  source: e.source,
  target: e.target,
  reciprocal: e.reciprocal,
  people: e.people,
  type: e.type,
  cameo: e.cameo,
  mode: e.mode,
  status: e.status,
  announces: e.announces,
  magnitude: e.magnitude,
  summary: e.summary,
  place: e.place,
  document: e.document ?? null,
  sentence: e.sentence ?? null,
  start: e.start ?? null,
  end: e.end ?? null,
  confidence: e.confidence,
  disputes: e.disputes,
  origin: e.origin,
  sources: e.sources.map(({ publisher, title, url, published }) => ({ publisher, title, url, published })),
})

export const eventsJson = (events: readonly AsOfEvent[], asOf: Day): object => ({
  schema: 'detente.events/1',
  as_of: asOf,
  events: events.map(eventJson),
})
