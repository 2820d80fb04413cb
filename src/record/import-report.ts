import { writeFileSync } from 'node:fs'
import { inputFailure } from '../domain/index.ts'

export interface ImportProgress {
  readonly file: string
  readonly rows: number
}

export interface ImportOptions {
  readonly format?: string
  /** The data set that rows without their own `origin` come from; else the format's, else the file's name without its endings. */
  readonly origin?: string
  readonly onProgress?: (progress: ImportProgress) => void
  /** All rejections are written here: .csv, .tsv or else JSONL. */
  readonly rejectionsFile?: string
  readonly signal?: AbortSignal
  /** How much memory the engine may take before it writes to disk: `1GB`. */
  readonly memory?: string
  /** The file is all that its data set says: rows that earlier files of its name had, and it lacks, are withdrawn. */
  readonly complete?: boolean
}

export interface Rejection {
  readonly file: string
  readonly line: number
  readonly reason: string
}

/** rows = accepted + duplicate + rejected, in sum and by file. */
export interface FileReport {
  readonly path: string
  readonly format: string
  readonly origin: string
  readonly rows: number
  readonly accepted: number
  readonly duplicate: number
  readonly rejected: number
}

export interface ImportReport {
  /** `run:3`: what `trace` takes. */
  readonly run: string
  readonly rows: number
  readonly accepted: number
  readonly duplicate: number
  readonly rejected: number
  readonly files: readonly FileReport[]
  /** The first hundred, in the order of files and lines. */
  readonly rejections: readonly Rejection[]
}

const table = (rows: readonly Rejection[], separator: string): string => {
  const cell = (value: string): string => (/[",\t\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  const lines = rows.map(({ file, line, reason }) => [file, String(line), reason].map(cell).join(separator))
  return [['file', 'line', 'reason'].join(separator), ...lines].map(line => `${line}\n`).join('')
}

/** Rejections in the form that the file's ending asks for. */
export const rejectionsText = (path: string, rows: readonly Rejection[]): string => {
  if (path.endsWith('.csv')) return table(rows, ',')
  if (path.endsWith('.tsv')) return table(rows, '\t')
  return rows.map(row => `${JSON.stringify(row)}\n`).join('')
}

/** Written before the import commits: a list that cannot be written must not be found missing afterwards. */
export const writeRejections = (path: string, rows: readonly Rejection[]): void => {
  try {
    writeFileSync(path, rejectionsText(path, rows))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    throw inputFailure(
      `the rejections cannot be written to ${path} (${code})`,
      'nothing was imported; name another file with --rejections',
    )
  }
}
