import { execFileSync } from 'node:child_process'
import { closeSync, createWriteStream, constants as fs, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EngineFile } from '../sources/index.ts'
import { literal } from './engine.ts'
import { lineWatch } from './line-limit.ts'
import { type Inspected, readFailure, unpacked } from './read-file.ts'

/** A file as the engine reads it. What it cannot read by itself (zip, other encodings) flows to it through a pipe of the system. */

/** Globs are the engine's own, so their characters are escaped. */
const named = (path: string): string => literal(path.replace(/[*?[]/g, '[$&]'))

/** Tables of text are packed to about a tenth. */
const isLarge = ({ bytes, packing }: Inspected): boolean => bytes * (packing === 'none' ? 1 : 10) >= 200_000_000

async function* watched(bytes: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  const watch = lineWatch(name)
  for await (const chunk of bytes) {
    watch(chunk)
    yield chunk
  }
}

/** In UTF-8, and with line feeds alone: some of these files end their lines with two carriage returns and a line feed. */
async function* recoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }).replaceAll('\r', ''))
}

/** A named pipe; where the system has none, an ordinary file that is written before it is read. */
const makePipe = (path: string): boolean => {
  try {
    execFileSync('mkfifo', ['-m', '600', path], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A writer waits for a reader: if the engine gave up before it read, somebody has to open the other end. */
const releaseWriter = (pipe: string): void => closeSync(openSync(pipe, fs.O_RDONLY | fs.O_NONBLOCK))

const throughPipe = async <T>(
  file: Inspected,
  whole: boolean,
  bytes: AsyncIterable<Uint8Array>,
  read: (file: EngineFile) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-import-'))
  const path = join(folder, 'rows')
  const input = { literal: named(path), compression: 'none', whole, large: isLarge(file) } as const
  try {
    const isPipe = makePipe(path)
    const stop = new AbortController()
    const writing = pipeline(
      Readable.from(bytes, { objectMode: false, highWaterMark: 1 << 20 }),
      createWriteStream(path),
      {
        signal: stop.signal,
      },
    ).then(
      () => null,
      (error: unknown) => error,
    )
    if (!isPipe) {
      const failed = await writing
      if (failed !== null) throw readFailure(file.name, failed)
      return await read(input)
    }
    let result: T
    try {
      result = await read(input)
    } catch (error) {
      stop.abort()
      releaseWriter(path)
      const failed = await writing
      throw failed === null || (failed as Error).name === 'AbortError' ? error : readFailure(file.name, failed)
    }
    const failed = await writing
    if (failed !== null) throw readFailure(file.name, failed)
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Hands a file to the engine in a form that it reads, for as long as `read` takes. */
export const withEngineFile = <T>(
  file: Inspected,
  { encoding, whole }: { readonly encoding: string | undefined; readonly whole: boolean },
  read: (file: EngineFile) => Promise<T>,
): Promise<T> => {
  if (encoding !== undefined)
    return throughPipe(file, whole, recoded(watched(unpacked(file), file.name), encoding), read)
  if (file.packing === 'zip') return throughPipe(file, whole, watched(unpacked(file), file.name), read)
  return read({ literal: named(file.path), compression: file.packing, whole, large: isLarge(file) })
}
