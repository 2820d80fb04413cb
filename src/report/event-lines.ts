import type { RecordEvent, Source } from '../domain/index.ts'
import { shortDay } from './day-words.ts'
import { paragraph, type Screen } from './layout.ts'
import { printable } from './printable.ts'

/** A row of the record for a terminal: when, who, what, in whose words, and what else the row says of itself. */

/** "2014-04-09", "2014-04-09 – 2014-04-11". */
export const isoSpan = (from: string, to: string): string => (from === to ? from : `${from} – ${to}`)

const sides = ({ source, target, reciprocal }: RecordEvent): string =>
  target === null ? source : `${source} ${reciprocal ? '↔' : '→'} ${target}`

/** "CONSULT 042"; what PLOVER has no type for goes by its CAMEO code. */
const actOf = ({ type, cameo }: RecordEvent): string =>
  [...(type === null ? [] : [type]), ...(cameo === null ? [] : [type === null ? `CAMEO ${cameo}` : cameo])].join(' ') ||
  'no type'

export const eventHead = (event: RecordEvent, { ink }: Screen): string =>
  [
    ink.strong(isoSpan(event.day, event.day_to)),
    printable(sides(event)),
    `${actOf(event)}${event.status === 'occurred' ? '' : ` (${event.status})`}`,
    ink.faint(printable(event.id)),
  ].join('  ')

const shortSource = ({ publisher, published }: Source): string =>
  `${printable(publisher)}, ${published === null ? 'undated' : shortDay(published)}`

/** What sets a row apart: a later known day, the event that it announces, the row that it gives another account of. */
const particulars = ({ known, known_basis, day_to, announces, disputes }: RecordEvent): string[] => [
  ...(known > day_to ? [`known ${shortDay(known)}`] : []),
  ...(known_basis === 'occurred' ? ['known day assumed'] : []),
  ...(announces === null ? [] : [`announces ${printable(announces)}`]),
  ...(disputes === null ? [] : [`another account of ${printable(disputes)}`]),
]

export const eventLines = (event: RecordEvent, screen: Screen): string[] => {
  const { width, ink } = screen
  const sources = event.sources.map(shortSource).join('; ')
  return [
    ...paragraph(eventHead(event, screen), width, '', '  '),
    ...paragraph(printable(event.summary), width, '  '),
    ...paragraph(
      ink.faint([sources === '' ? 'no source named' : sources, ...particulars(event)].join(' · ')),
      width,
      '  ',
    ),
  ]
}
