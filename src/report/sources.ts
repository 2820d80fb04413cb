import { type ClosedInterval, daysBetween } from '../domain/index.ts'
import type { ImportedFile, SourceSummary } from '../record/index.ts'
import { isoSpan } from './event-lines.ts'
import { paragraph, proseWidth, type Screen } from './layout.ts'
import { counted } from './ledger-words.ts'
import { printable } from './printable.ts'

/** What the record holds, a data set each: how much, of which days, under which licence, and from which files. */

const GAPS_SHOWN = 5

const longestFirst = (a: ClosedInterval, b: ClosedInterval): number =>
  daysBetween(b.from, b.to) - daysBetween(a.from, a.to) || (a.from < b.from ? -1 : 1)

const NOUN: Readonly<Record<SourceSummary['kind'], string>> = {
  events: 'event',
  'pair-days': 'score',
  'pair-years': 'count',
  mentions: 'report',
}

const gapsLine = ({ gaps, kind }: SourceSummary): string => {
  const what = kind === 'events' ? 'of more than a month without a row' : 'without a row'
  if (gaps.length === 0) return `no stretch ${what}`
  const longest = [...gaps].sort(longestFirst).slice(0, GAPS_SHOWN)
  const shown = longest.map(({ from, to }) => isoSpan(from, to)).join(', ')
  return `${counted(gaps.length, 'stretch', 'stretches')} ${what}${gaps.length > GAPS_SHOWN ? ', the longest' : ''}: ${shown}`
}

export const fileLine = (file: Omit<ImportedFile, 'run' | 'started'>): string =>
  `${printable(file.path)}: ${file.accepted} accepted, ${file.duplicate} duplicate, ${file.rejected} rejected · sha256 ${file.sha256.slice(0, 12)}…`

const sourceLines = (source: SourceSummary, { width, ink }: Screen): string[] => {
  const { origin, format, kind, rows, days, first, last, licence, citation, defects, imports } = source
  const line = (label: string, text: string): string[] => paragraph(text, width, `  ${ink.faint(label.padEnd(9))}`)
  const what = counted(rows, NOUN[kind])
  return [
    ...paragraph(`${ink.strong(printable(origin))} (format ${format})`, width),
    ...line('holds', `${what} on ${counted(days, 'day')}, ${isoSpan(first ?? '', last ?? '')}`),
    ...line('gaps', gapsLine(source)),
    ...line('licence', licence ?? 'as its publisher says: files of this format carry their own'),
    ...(citation === null ? [] : line('cite', printable(citation))),
    ...defects.flatMap((defect, i) => line(i === 0 ? 'defects' : '', printable(defect))),
    ...imports.flatMap((file, i) => line(i === 0 ? 'files' : '', `${file.run} ${fileLine(file)}`)),
  ]
}

export const sourcesTerminal = (sources: readonly SourceSummary[], record: string, screen: Screen): string => {
  const prose = { ...screen, width: proseWidth(screen) }
  const lines = [
    ...paragraph(`${counted(sources.length, 'data set')} in ${printable(record)}.`, prose.width),
    ...sources.flatMap(source => ['', ...sourceLines(source, prose)]),
  ]
  return `${lines.join('\n')}\n`
}

export const sourcesJson = (sources: readonly SourceSummary[]): object => ({ schema: 'detente.sources/1', sources })
