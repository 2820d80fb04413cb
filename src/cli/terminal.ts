import { coloured, PIPED, plain, type Screen } from '../report/index.ts'
import type { CommonOptions } from './command.ts'

/** What stdout is: how wide, and whether colours belong there. Progress goes to stderr, on a terminal only. */
const NARROWEST = 40
const UNKNOWN_TERMINAL = 80

/** COLUMNS when somebody set it; else the terminal's own width; else that of pipes. */
const widthOf = (): number => {
  const asked = Number(process.env.COLUMNS)
  if (Number.isInteger(asked) && asked > 0) return Math.max(NARROWEST, asked)
  if (!process.stdout.isTTY) return PIPED.width
  return Math.max(NARROWEST, process.stdout.columns || UNKNOWN_TERMINAL)
}

const wantsColour = ({ color }: CommonOptions): boolean =>
  color && process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'

/** A locale that is set and names another encoding; where none is set, UTF-8 is what terminals speak today. */
const speaksAscii = ({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): boolean => {
  const locale = LC_ALL || LC_CTYPE || LANG || ''
  return locale !== '' && !/utf-?8/i.test(locale)
}

export const screenFor = (options: CommonOptions): Screen => ({
  width: widthOf(),
  ink: wantsColour(options) ? coloured : plain,
  ascii: speaksAscii(process.env),
})

/** Whether somebody sits before stdout: charts in characters are for eyes, not for pipes. */
export const onTerminal = (): boolean => process.stdout.isTTY === true

/** A line that is written over again and again, and taken away before results or errors are printed. */
export interface Progress {
  readonly say: (text: string) => void
  readonly clear: () => void
}

const CLEAR_LINE = '\r\x1b[K'

export const progressFor = ({ quiet }: CommonOptions): Progress => {
  if (quiet || !process.stderr.isTTY) return { say: () => {}, clear: () => {} }
  return {
    say: text => {
      isShown = true
      process.stderr.write(`${CLEAR_LINE}${text.slice(0, Math.max(NARROWEST, process.stderr.columns ?? 0) - 1)}`)
    },
    clear: clearProgress,
  }
}

let isShown = false

/** Before anything else is written: stdout is mostly the same terminal. */
export const clearProgress = (): void => {
  if (isShown) process.stderr.write(CLEAR_LINE)
  isShown = false
}

/** A note for whoever sits before the terminal: where something was written. */
export const note = ({ quiet }: CommonOptions, text: string): void => {
  if (!quiet && process.stderr.isTTY) process.stderr.write(`${text}\n`)
}
