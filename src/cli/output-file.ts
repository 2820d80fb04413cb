import { writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { usageFailure } from '../domain/index.ts'

/** Where a report is written, and as what: its ending says. */
export interface OutputFile<Format extends string = ReportFormat> {
  readonly path: string
  readonly format: Format
}

/** Endings of pages, and of charts with the figures behind them. */
const REPORTS = ['md', 'html', 'json'] as const
export const CHARTS = ['svg', 'png', 'json'] as const
export type ReportFormat = (typeof REPORTS)[number]
export type ChartFormat = (typeof CHARTS)[number]

const endings = (formats: readonly string[]): string => formats.map(format => `.${format}`).join(', ')

const outputAs = <Format extends string>(path: string, formats: readonly Format[]): OutputFile<Format> => {
  const ending = extname(path).toLowerCase()
  const format = formats.find(known => `.${known}` === ending)
  if (format !== undefined) return { path, format }
  const what = ending === '' ? `${path} has no ending that says its format` : `unknown format ${ending} of ${path}`
  throw usageFailure(what, `name a file that ends in ${endings(formats)}`)
}

/** Looked at before any work is done: nobody should wait for a report that cannot be written. */
export const outputFile = (path: string): OutputFile => outputAs(path, REPORTS)
export const chartFileNamed = (path: string): OutputFile<ChartFormat> => outputAs(path, CHARTS)

/** A report must not take the place of the text that it is about. */
export const spareInputs = (output: OutputFile | undefined, files: readonly string[]): void => {
  if (output && files.some(file => file !== '-' && resolve(file) === resolve(output.path)))
    throw usageFailure(`${output.path} is the text itself`, 'name another file with -o')
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'no permission',
  EROFS: 'the disk may not be written to',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such folder',
  ENOSPC: 'no space left on the disk',
}

export const writeOutput = ({ path }: { readonly path: string }, content: string | Uint8Array): void => {
  try {
    writeFileSync(path, content)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw usageFailure(`${path} cannot be written: ${WHY[code] ?? code}`, 'name another file with -o')
  }
}
