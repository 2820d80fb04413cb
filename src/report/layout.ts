import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { type Ink, plain } from './ink.ts'

/** What a terminal report is laid out for. */
export interface Screen {
  /** In cells. */
  readonly width: number
  readonly ink: Ink
  /** True where the terminal knows no characters but those of ASCII: charts do without blocks. */
  readonly ascii?: boolean
}

export const PIPED: Screen = { width: 100, ink: plain }

/** Below this, text beside an indentation is a column of single words: the line is let run over instead. */
const LEAST_TEXT = 20
/** Prose wider than this is hard to read on from line to line. */
const WIDEST_PROSE = 112

export const proseWidth = ({ width }: Screen): number => Math.min(width, WIDEST_PROSE)

/** Holds two words on one line; prints as a space. */
export const TIED = '\u00a0'

/** The spaces inside "9 April 2014" and "9 Apr": a date torn apart is read twice. */
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const IN_DATES = new RegExp(`(?<=\\b\\d{1,2}) (?=${MONTH})|(?<=\\b${MONTH}[a-z]*) (?=\\d{4}\\b)`, 'g')

/** Lines of `text`, the first behind `first`, the others behind as many spaces or behind `rest`. */
export const paragraph = (text: string, width: number, first = '', rest = ' '.repeat(stringWidth(first))): string[] => {
  const room = Math.max(LEAST_TEXT, width - Math.max(stringWidth(first), stringWidth(rest)))
  return wrapAnsi(text.replace(IN_DATES, TIED), room, { hard: true })
    .split('\n')
    .map((line, i) => `${i === 0 ? first : rest}${line}`.replaceAll(TIED, ' ').trimEnd())
}

/** Fills with spaces up to a width in cells. */
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - stringWidth(text))) + text
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))

export { stringWidth as cells }
