import type { Day, Source } from '../domain/index.ts'
import type { Layer, Mention, Place, TracedRow, TracedRun, TracedVersion } from '../record/index.ts'
import type { AnyTrace, TurnTrace } from '../relations/index.ts'
import { dayOf, longDay, longSpan, shortDay } from './day-words.ts'
import { eventHead, isoSpan } from './event-lines.ts'
import { paragraph, proseWidth, type Screen } from './layout.ts'
import { counted } from './ledger-words.ts'
import { printable } from './printable.ts'
import { fileLine } from './sources.ts'

/** The way back from an id: an event's versions, an import's files, the rows behind a number; each with file and line. */

const placeOf = ({ file, line, run, sha256 }: Place): string =>
  `${printable(file)}, line ${line} (${run}, sha256 ${sha256.slice(0, 12)}…)`

/** Addresses are not wrapped: a broken one cannot be opened. */
const sourceLines = ({ publisher, title, url, published }: Source, { width, ink }: Screen): string[] => [
  ...paragraph(
    [
      printable(publisher),
      ...(title === '' ? [] : [`“${printable(title)}”`]),
      published === null ? 'undated' : shortDay(published),
    ].join(', '),
    width,
    '  ',
    '    ',
  ),
  `    ${ink.faint(printable(url))}`,
]

const versionLines = (version: TracedVersion, screen: Screen): string[] => {
  const { event, until } = version
  const { width } = screen
  const replaced = until === null ? '' : `; replaced by what became known on ${longDay(until)}`
  return [
    '',
    ...paragraph(eventHead(event, screen), width, '', '  '),
    ...paragraph(printable(event.summary), width, '  '),
    ...paragraph(`known from ${longDay(event.known)}${replaced}`, width, '  '),
    ...paragraph(`from ${placeOf(version)}`, width, '  ', '    '),
    ...event.sources.flatMap(source => sourceLines(source, screen)),
  ]
}

const runLines = ({ started, program, files, rejections }: TracedRun, { width }: Screen): string[] => [
  ...paragraph(`started ${started}, by detente ${program}, ${counted(files.length, 'file')}`, width, '  '),
  ...files.flatMap(file =>
    paragraph(`${fileLine(file)} · format ${file.format}, data set ${printable(file.origin)}`, width, '  ', '    '),
  ),
  ...(rejections.length === 0 ? [] : ['', `${counted(rejections.length, 'rejected row')}:`]),
  ...rejections.flatMap(({ file, line, reason }) =>
    paragraph(`${printable(file)}, line ${line}: ${printable(reason)}`, width, '  ', '    '),
  ),
]

const rowLines = (row: TracedRow, { width, ink }: Screen, mark = ''): string[] => [
  ...paragraph(`${mark}${ink.strong(row.day)}  ${printable(row.summary)}`, width, '', '  '),
  ...paragraph(ink.faint(`${printable(row.id)} · ${placeOf(row)}`), width, '  '),
]

const mentionLines = (mentions: readonly Mention[], screen: Screen): string[] => {
  if (mentions.length === 0) return []
  const sources = mentions.map(({ day, publisher, url }) => ({
    publisher: publisher ?? url,
    title: '',
    url,
    published: day,
  }))
  return [
    '',
    `${counted(mentions.length, 'page')} reported it:`,
    ...sources.flatMap(source => sourceLines(source, screen)),
  ]
}

/** Rows → reports → events: how many of the rows tell of one and the same. */
const layerLines = (layers: readonly Layer[], { width }: Screen): string[] =>
  layers
    .filter(({ origin }) => origin !== null || layers.length > 2)
    .flatMap(({ origin, rows, reports, events }) => {
      const whose = origin === null ? 'all data sets' : printable(origin)
      const told = `${counted(rows, 'row')}, ${counted(reports, 'report')}, ${counted(events, 'occurrence')}`
      return paragraph(`${whose}: ${told}`, width, '  ', '    ')
    })

/** A turning point: what it was measured as, then the rows of its days, those that carry it marked. */
const turnLines = (trace: TurnTrace, screen: Screen): string[] => {
  const { turn, dyad, as_of, source, online, rows } = trace
  const { width } = screen
  const [day, from, to] = [turn.day, turn.from, turn.to].map(dayOf) as [Day, Day, Day]
  const marks = [...(turn.contested ? ['contested'] : []), ...(turn.gradual ? ['gradual'] : [])]
  const carries = (row: TracedRow): boolean => turn.events.includes(row.id)
  return [
    ...paragraph(
      `${turn.kind === 'thaw' ? 'Thaw' : 'Rupture'} of ${printable(dyad)}, ${longDay(day)}, as ${online ? 'a watcher was told it' : 'history has it'} by what was known on ${longDay(as_of)}, in ${printable(source)}.`,
      width,
    ),
    ...paragraph(
      [
        from === to ? 'on that day alone' : longSpan(from, to),
        `surge ${turn.surge.toFixed(1)} times what is usual`,
        `confidence ${turn.confidence.toFixed(2)}`,
        turn.known_on === null
          ? 'no watcher would have been told'
          : `rows known by ${longDay(dayOf(turn.known_on))} showed it`,
        ...marks,
      ].join('; '),
      width,
      '  ',
    ),
    '',
    rows.length === 0
      ? 'This data set has scores of days, and no rows of single events.'
      : `${counted(rows.length, 'row')} of these days, those that carry it marked *:`,
    ...rows.flatMap(row => ['', ...rowLines(row, screen, carries(row) ? '* ' : '')]),
  ]
}

const body = (trace: AnyTrace, screen: Screen): string[] => {
  const head = (text: string): string[] => paragraph(text, screen.width)
  switch (trace.kind) {
    case 'event':
      return [
        ...head(`Event ${printable(trace.id)}, ${counted(trace.versions.length, 'version')}.`),
        ...trace.versions.flatMap(version => versionLines(version, screen)),
        ...mentionLines(trace.mentions ?? [], screen),
      ]
    case 'import':
      return [...head(`Import ${trace.id}:`), ...runLines(trace.run, screen)]
    case 'turning_point':
      return turnLines(trace, screen)
    case 'cell': {
      const { a, b, from, to, asOf, source } = trace.cell
      const whose = `${printable(a)} and ${printable(b)}, ${isoSpan(from, to)}`
      const only = source === null ? '' : ` in ${printable(source)}`
      return [
        ...head(`${counted(trace.rows.length, 'row')} of ${whose}${only}, as known on ${longDay(asOf)}:`),
        ...layerLines(trace.layers, screen),
        ...trace.rows.flatMap(row => ['', ...rowLines(row, screen)]),
      ]
    }
  }
}

export const traceTerminal = (trace: AnyTrace, screen: Screen): string =>
  `${body(trace, { ...screen, width: proseWidth(screen) }).join('\n')}\n`

/** The record's answer, named; events in the contract's fields. */
const turnJson = ({ turn, ...trace }: TurnTrace): object => ({
  ...trace,
  turn: {
    kind: turn.kind,
    date: dayOf(turn.day),
    date_from: dayOf(turn.from),
    date_to: dayOf(turn.to),
    confidence: Math.round(1000 * turn.confidence) / 1000,
    known_on: turn.known_on === null ? null : dayOf(turn.known_on),
    surge: Math.round(1000 * turn.surge) / 1000,
    contested: turn.contested,
    gradual: turn.gradual,
    events: turn.events,
  },
})

export const traceJson = (trace: AnyTrace): object => ({
  schema: 'detente.trace/1',
  ...(trace.kind === 'turning_point' ? turnJson(trace) : trace),
})
