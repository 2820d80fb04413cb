import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inputFailure } from '../domain/index.ts'
import { importInputs } from '../record/index.ts'
import { importJson } from '../report/index.ts'
import { type Job, type Jobs, makeJobs, stopping, type Task } from './jobs.ts'
import { HttpFailure } from './problem.ts'
import type { SharedRecord } from './shared-record.ts'

/**
 * Imports as jobs, one at a time: a file is laid down in a folder of its own, taken into the record, and deleted. Its bytes
 * are read as rows of a format; nothing of it is ever run.
 */

export interface ImportJob extends Job {
  readonly work: 'import'
  readonly file: string
  /** Rows read so far. */
  readonly rows: number
  /** What the import did, once it is done. */
  readonly report: object | null
}

export interface Upload {
  readonly body: ReadableStream<Uint8Array> | null
  readonly name: string
  readonly format?: string | undefined
  readonly source?: string | undefined
}

export interface Imports {
  readonly jobs: Jobs<ImportJob, null>
  readonly start: (upload: Upload) => Promise<ImportJob>
  /** What is under way is undone. */
  readonly stop: () => Promise<void>
}

/** Older ones stand in the record as runs. */
const RULES = { remembered: 100, lifetime: 24 * 3_600_000, abandoned: null }

const limited = (most: number): Transform => {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > most)
        done(
          new HttpFailure(
            413,
            'too large',
            `the file is larger than ${Math.floor(most / 1e6)} MB`,
            'pack it (.gz, .zip), split it, or use detente import',
          ),
        )
      else done(null, chunk)
    },
  })
}

/** A name that the disk can bear and that leads nowhere else; the record remembers the name as it was given. */
const safeName = (name: string): string =>
  name
    .replace(/[^\w.-]/g, '_')
    .replace(/^\.+/, '_')
    .slice(-100)

const receive = async ({ body, name }: Upload, folder: string, most: number): Promise<string> => {
  if (body === null)
    throw inputFailure('the request has no body', 'send the file as the body: curl --data-binary @FILE')
  const path = join(folder, safeName(name))
  try {
    await pipeline(
      Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
      limited(most),
      createWriteStream(path),
    )
  } catch (error) {
    if (error instanceof HttpFailure) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOSPC')
      throw inputFailure('no space left for the file', 'free some space in the folder for temporary files')
    throw inputFailure('the file was cut off on its way', 'nothing was imported; send it again')
  }
  return path
}

const SEND_AGAIN = 'nothing was imported; send the file again when it is back'

export const makeImports = (record: SharedRecord, most: number, onDefect: (error: unknown) => void): Imports => {
  const jobs = makeJobs<ImportJob, null>({ ...RULES, onDefect })
  let busy = false
  let stopped = false

  const run = async (path: string, { name, format, source }: Upload, { signal, tell }: Task<ImportJob>) => {
    const report = await record.alone(async () => {
      signal.throwIfAborted()
      return importInputs(record.path, [{ path, name }], {
        signal,
        onProgress: ({ rows }) => tell({ rows }),
        ...(format === undefined ? {} : { format }),
        ...(source === undefined ? {} : { origin: source }),
      })
    })
    return { result: null, says: { rows: report.rows, report: importJson(report) } }
  }

  const start: Imports['start'] = async upload => {
    if (stopped) throw stopping(SEND_AGAIN)
    if (busy)
      throw new HttpFailure(409, 'import under way', 'another import is under way', 'wait for its end, or cancel it')
    busy = true
    const folder = await mkdtemp(join(tmpdir(), 'detente-import-'))
    const tidy = async (): Promise<void> => {
      busy = false
      await rm(folder, { recursive: true, force: true })
    }
    let path: string
    try {
      path = await receive(upload, folder, most)
      if (stopped) throw stopping(SEND_AGAIN)
    } catch (error) {
      await tidy()
      throw error
    }
    return jobs.start({ work: 'import', file: upload.name, rows: 0, report: null }, task =>
      run(path, upload, task).finally(tidy),
    )
  }

  return {
    jobs,
    start,
    stop: async () => {
      stopped = true
      await jobs.stop()
    },
  }
}
