import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inputFailure } from '../domain/index.ts'
import { importInputs } from '../record/index.ts'
import { importJson } from '../report/index.ts'
import { HttpFailure, type Problem, problemOf } from './problem.ts'
import type { SharedRecord } from './shared-record.ts'

/**
 * Imports as jobs, one at a time: a file is laid down in a folder of its own, taken into the record, and deleted. Its bytes
 * are read as rows of a format; nothing of it is ever run.
 */

export type JobState = 'running' | 'done' | 'failed' | 'cancelled'

export interface Job {
  readonly schema: 'detente.job/1'
  readonly id: string
  readonly state: JobState
  readonly file: string
  /** Rows read so far. */
  readonly rows: number
  /** What the import did, once it is done. */
  readonly report: object | null
  /** Why it failed, where it did. */
  readonly problem: Problem | null
}

export interface Upload {
  readonly body: ReadableStream<Uint8Array> | null
  readonly name: string
  readonly format?: string | undefined
  readonly source?: string | undefined
}

export interface Imports {
  readonly start: (upload: Upload) => Promise<Job>
  readonly find: (id: string) => Job | null
  /** Resolves when the job has moved on from a state that was seen; at once when it has ended. */
  readonly moved: (id: string, seen: Job) => Promise<void>
  /** Asks a running job to stop; what it did is undone. */
  readonly cancel: (id: string) => Promise<void>
  readonly stop: () => Promise<void>
}

interface Running {
  job: Job
  readonly cancel: AbortController
  readonly waiting: Set<() => void>
  end: Promise<void>
}

/** Jobs that can still be asked for; older ones stand in the record as runs. */
const REMEMBERED = 100

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

const stopping = () =>
  new HttpFailure(
    503,
    'stopping',
    'the server is being stopped',
    'nothing was imported; send the file again when it is back',
  )

export const makeImports = (record: SharedRecord, most: number, onDefect: (error: unknown) => void): Imports => {
  const jobs = new Map<string, Running>()
  let busy = false
  let stopped = false

  const move = (running: Running, change: Partial<Job>): void => {
    running.job = { ...running.job, ...change }
    for (const tell of running.waiting) tell()
    running.waiting.clear()
  }

  const failed = (running: Running, error: unknown): void => {
    if (running.cancel.signal.aborted) {
      move(running, { state: 'cancelled' })
      return
    }
    const problem = problemOf(error)
    if (problem.status === 500) onDefect(error)
    move(running, { state: 'failed', problem })
  }

  const run = async (running: Running, path: string, { name, format, source }: Upload): Promise<void> => {
    try {
      const report = await record.alone(async () => {
        running.cancel.signal.throwIfAborted()
        return importInputs(record.path, [{ path, name }], {
          signal: running.cancel.signal,
          onProgress: ({ rows }) => move(running, { rows }),
          ...(format === undefined ? {} : { format }),
          ...(source === undefined ? {} : { origin: source }),
        })
      })
      move(running, { state: 'done', rows: report.rows, report: importJson(report) })
    } catch (error) {
      failed(running, error)
    }
  }

  const remember = (running: Running): void => {
    jobs.set(running.job.id, running)
    for (const id of [...jobs.keys()].slice(0, -REMEMBERED)) jobs.delete(id)
  }

  const start: Imports['start'] = async upload => {
    if (stopped) throw stopping()
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
      if (stopped) throw stopping()
    } catch (error) {
      await tidy()
      throw error
    }
    const running: Running = {
      job: {
        schema: 'detente.job/1',
        id: randomUUID(),
        state: 'running',
        file: upload.name,
        rows: 0,
        report: null,
        problem: null,
      },
      cancel: new AbortController(),
      waiting: new Set(),
      end: Promise.resolve(),
    }
    remember(running)
    running.end = run(running, path, upload).finally(tidy)
    return running.job
  }

  return {
    start,
    find: id => jobs.get(id)?.job ?? null,
    moved: async (id, seen) => {
      const running = jobs.get(id)
      if (!running || running.job !== seen || running.job.state !== 'running') return
      await new Promise<void>(resolve => running.waiting.add(resolve))
    },
    cancel: async id => {
      const running = jobs.get(id)
      running?.cancel.abort()
      await running?.end
    },
    stop: async () => {
      stopped = true
      for (const { cancel, end } of jobs.values()) {
        cancel.abort()
        await end
      }
    },
  }
}
