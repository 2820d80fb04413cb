import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, gunzipSync, constants as zlib } from 'node:zlib'
import { inputFailure } from '../domain/index.ts'
import type { EngineFile, FileHead } from '../sources/index.ts'
import { literal } from './engine.ts'

/** A file to be imported: where it is, and under what name the record remembers it. */
export interface InputFile {
  readonly path: string
  readonly name: string
}

export interface Inspected extends InputFile {
  readonly head: FileHead
  readonly gzipped: boolean
  readonly bytes: number
}

const HEAD_BYTES = 65_536

const said = (name: string, error: unknown): Error => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return inputFailure(`${name}: no such file`)
  if (code === 'EACCES') return inputFailure(`${name}: no permission to read it`)
  if (code === 'EISDIR') return inputFailure(`${name} is a folder`, 'name the files in it')
  if (code?.startsWith('Z_'))
    return inputFailure(`${name}: the packed file is cut off or damaged`, 'nothing was imported; get the file anew')
  return error instanceof Error ? error : new Error(String(error))
}

const unpackedHead = (bytes: Buffer): Buffer => {
  try {
    return gunzipSync(bytes, { finishFlush: zlib.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

const firstLine = (bytes: Buffer): string | null =>
  new TextDecoder('utf-8')
    .decode(bytes)
    .split(/\r?\n/)
    .find(line => line.trim() !== '') ?? null

/** Looks at the beginning of a file: enough to tell its format, and to refuse what is no file. */
export const inspect = async (file: InputFile): Promise<Inspected> => {
  try {
    const { size } = await stat(file.path)
    const handle = await open(file.path, 'r')
    try {
      const buffer = Buffer.alloc(HEAD_BYTES)
      const { bytesRead } = await handle.read(buffer, 0, HEAD_BYTES, 0)
      const raw = buffer.subarray(0, bytesRead)
      if (raw.length === 0) throw inputFailure(`${file.name} is empty`)
      const gzipped = raw[0] === 0x1f && raw[1] === 0x8b
      const bytes = gzipped ? unpackedHead(raw) : raw
      const extension = /\.([a-z0-9]+)$/.exec(basename(file.path).toLowerCase().replace(/\.gz$/, ''))?.[1] ?? ''
      const parquet = bytes.toString('latin1', 0, 4) === 'PAR1'
      return { ...file, head: { extension, firstLine: firstLine(bytes), parquet }, gzipped, bytes: size }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw said(file.name, error)
  }
}

/** A file for the engine: globs are the engine's own, so their characters are escaped. */
export const forEngine = (file: Inspected): EngineFile => ({
  literal: literal(file.path.replace(/[*?[]/g, '[$&]')),
  compression: file.gzipped ? 'gzip' : 'none',
})

export const sha256 = async (file: InputFile): Promise<string> => {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file.path), hash)
  } catch (error) {
    throw said(file.name, error)
  }
  return hash.digest('hex')
}

/** The bytes of a file, unpacked where it is packed. */
export async function* unpacked(file: Inspected): AsyncIterable<Uint8Array> {
  const raw: ReadStream = createReadStream(file.path, { highWaterMark: 1 << 20 })
  try {
    if (!file.gzipped) yield* raw
    else {
      const gunzip = createGunzip({ chunkSize: 1 << 20 })
      raw.on('error', error => gunzip.destroy(error))
      yield* raw.pipe(gunzip)
    }
  } catch (error) {
    throw said(file.name, error)
  } finally {
    raw.destroy()
  }
}
