import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '../domain/index.ts'
import { get, type Manners } from './request.ts'
import type { OfferedFile } from './source.ts'

/** What became of a file. */
export type Outcome =
  | { readonly kind: 'present' | 'fetched'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'missing' | 'failed'; readonly why: string }

export interface Patience extends Manners {
  readonly tries: number
  /** Milliseconds before the second try; doubled for each further one. */
  readonly pause: number
}

/** Where a publisher says nothing of a file's size. */
const MAX_UNSAID = 2_000_000_000

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

const md5Of = async (path: string): Promise<string> => {
  const hash = createHash('md5')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Why a file is not what was offered, or null. */
const wrongWith = async (path: string, { bytes, md5 }: OfferedFile): Promise<string | null> => {
  const size = sizeOf(path)
  if (bytes !== null && size !== bytes) return `${size} bytes in place of ${bytes}`
  if (md5 !== null && (await md5Of(path)) !== md5) return 'its bytes do not add up to the MD5 that the publisher gives'
  return null
}

/** Stops a stream that goes on longer than it should. */
const atMost = (limit: number): Transform => {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > limit ? new Error(`more than the ${limit} bytes that were to come`) : null, chunk)
    },
  })
}

class Refused extends Error {
  constructor(
    message: string,
    readonly again: boolean,
    readonly after: number | null = null,
  ) {
    super(message)
  }
}

/** 206 goes on where we were, 200 begins anew; everything else is an answer without a file. */
const check = (answer: IncomingMessage): void => {
  const status = answer.statusCode ?? 0
  if (status === 200 || status === 206) return
  answer.resume()
  if (status === 404 || status === 410) throw new Refused(`the publisher does not have it (${status})`, false)
  const after = Number(answer.headers['retry-after'])
  const again = status === 416 || status === 429 || status >= 500
  throw new Refused(`the server answers ${status}`, again, Number.isFinite(after) ? after * 1000 : null)
}

const tryOnce = async (file: OfferedFile, part: string, patience: Patience): Promise<void> => {
  const have = sizeOf(part)
  const answer = await get(file.url, have > 0 ? { range: `bytes=${have}-` } : {}, patience)
  if (answer.statusCode === 416) rmSync(part, { force: true })
  check(answer)
  const goesOn = answer.statusCode === 206
  const limit = (file.bytes ?? MAX_UNSAID) - (goesOn ? have : 0)
  await pipeline(answer, atMost(limit), createWriteStream(part, { flags: goesOn ? 'a' : 'w' }), {
    signal: patience.signal,
  })
  const wrong = await wrongWith(part, file)
  if (wrong === null) return
  // What is shorter may be gone on with; what is as long and wrong is begun anew.
  if (sizeOf(part) >= (file.bytes ?? 0)) rmSync(part, { force: true })
  throw new Refused(wrong, true)
}

/**
 * Brings a file into a folder: one that is there and right is left alone, one that broke off is gone on with, a busy server is given time.
 * A file stands under its name only when it is whole and what the publisher says it is.
 */
export const download = async (file: OfferedFile, folder: string, patience: Patience): Promise<Outcome> => {
  const path = join(folder, file.name)
  if (existsSync(path) && (await wrongWith(path, file)) === null) return { kind: 'present', path, bytes: sizeOf(path) }
  const part = `${path}.part`
  let why = ''
  for (let attempt = 0; attempt < patience.tries; attempt += 1) {
    try {
      await tryOnce(file, part, patience)
      renameSync(part, path)
      return { kind: 'fetched', path, bytes: sizeOf(path) }
    } catch (error) {
      patience.signal?.throwIfAborted()
      if (error instanceof Failure) throw error
      why = error instanceof Error ? error.message : String(error)
      if (/more than the \d+ bytes/.test(why)) rmSync(part, { force: true })
      if (error instanceof Refused && !error.again) return { kind: 'missing', why }
      if (attempt + 1 === patience.tries) break
      const pause = (error instanceof Refused ? error.after : null) ?? patience.pause * 2 ** attempt
      await wait(Math.min(pause, 120_000), undefined, { signal: patience.signal })
    }
  }
  return { kind: 'failed', why }
}
