import { writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { usageFailure } from '../domain/index.ts'

/** Where a report is written, and as what: its ending says. */
export interface OutputFile {
  readonly path: string
  readonly format: 'md' | 'html' | 'json'
}

const FORMATS = { '.md': 'md', '.html': 'html', '.json': 'json' } as const

const isKnown = (ending: string): ending is keyof typeof FORMATS => ending in FORMATS

/** Looked at before any work is done: nobody should wait for a report that cannot be written. */
export const outputFile = (path: string): OutputFile => {
  const ending = extname(path).toLowerCase()
  if (isKnown(ending)) return { path, format: FORMATS[ending] }
  const what = ending === '' ? `${path} has no ending that says its format` : `unknown format ${ending} of ${path}`
  throw usageFailure(what, `name a file that ends in ${Object.keys(FORMATS).join(', ')}`)
}

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

export const writeOutput = ({ path }: OutputFile, text: string): void => {
  try {
    writeFileSync(path, text)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw usageFailure(`${path} cannot be written: ${WHY[code] ?? code}`, 'name another file with -o')
  }
}
