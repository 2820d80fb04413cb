import type { Source } from '../domain/index.ts'
import type { Layer, Mention, Place, Trace, TracedRow, TracedRun, TracedVersion } from '../record/index.ts'
import { longDay, shortDay } from './day-words.ts'
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

const rowLines = (row: TracedRow, { width, ink }: Screen): string[] => [
  ...paragraph(`${ink.strong(row.day)}  ${printable(row.summary)}`, width, '', '  '),
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

const body = (trace: Trace, screen: Screen): string[] => {
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

export const traceTerminal = (trace: Trace, screen: Screen): string =>
  `${body(trace, { ...screen, width: proseWidth(screen) }).join('\n')}\n`

/** The record's answer, named; events in the contract's fields. */
export const traceJson = (trace: Trace): object => ({ schema: 'detente.trace/1', ...trace })
