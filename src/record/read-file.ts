import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { inputFailure } from '../domain/index.ts'
import type { FileHead } from '../sources/index.ts'
import { archiveEntries, archiveHead, archiveSha256 } from './archive.ts'
import { lineWatch } from './line-limit.ts'
import { type Packing, packingOf, unpackedBytes, unpackedHead } from './unpack.ts'

/** A file to be imported: where it is, and under what name the record remembers it. */
export interface InputFile {
  readonly path: string
  readonly name: string
  /** For a file inside a zip archive: which one. */
  readonly entry?: string
}

export interface Inspected extends InputFile {
  readonly head: FileHead
  readonly packing: Packing
  readonly bytes: number
}

/** More than one block of zstd, which can only be unpacked whole. */
const HEAD_BYTES = 262_144

export const readFailure = (name: string, error: unknown): Error => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return inputFailure(`${name}: no such file`)
  if (code === 'EACCES') return inputFailure(`${name}: no permission to read it`)
  if (code === 'EISDIR') return inputFailure(`${name} is a folder`, 'name the files in it')
  if (typeof code === 'string' && code.startsWith('Z_'))
    return inputFailure(`${name}: the packed file is cut off or damaged`, 'nothing was imported; get the file anew')
  return error instanceof Error ? error : new Error(String(error))
}

/** The lines of the beginning that are not blank; the last one may be cut off, and counts only where it is alone. */
const wholeLines = (bytes: Buffer): string[] => {
  const lines = new TextDecoder('utf-8').decode(bytes).split(/\r*\n/)
  if (lines.length > 1) lines.pop()
  return lines.filter(line => line.trim() !== '')
}

const extensionOf = (name: string): string =>
  /\.([a-z0-9]+)$/.exec(
    basename(name)
      .toLowerCase()
      .replace(/\.(?:gz|zst)$/, ''),
  )?.[1] ?? ''

const headOf = (bytes: Buffer, name: string): FileHead => {
  const lines = wholeLines(bytes)
  const parquet = bytes.toString('latin1', 0, 4) === 'PAR1'
  return { extension: extensionOf(name), firstLine: lines[0] ?? null, lines, parquet }
}

const firstBytes = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await handle.read(buffer, 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Looks at the beginning of a file: enough to tell its format, and to refuse what is no file. */
export const inspect = async (file: InputFile): Promise<Inspected> => {
  try {
    const { size } = await stat(file.path)
    if (file.entry !== undefined) {
      const head = headOf(await archiveHead(file.path, file.entry, HEAD_BYTES), file.entry)
      return { ...file, head, packing: 'zip', bytes: size }
    }
    const raw = await firstBytes(file.path)
    if (raw.length === 0) throw inputFailure(`${file.name} is empty`)
    const packing = packingOf(raw)
    return { ...file, head: headOf(unpackedHead(raw, packing), file.path), packing, bytes: size }
  } catch (error) {
    throw readFailure(file.name, error)
  }
}

/** Endings of files of rows in archives, which hold licences and codebooks beside them. */
const ROWS = /\.(?:csv|tsv|tab|txt|jsonl|ndjson)$/i

/** A zip archive becomes the files of rows in it; every other file stays as it is. */
export const withoutArchives = async (inputs: readonly InputFile[]): Promise<InputFile[]> => {
  const files: InputFile[] = []
  for (const input of inputs) {
    let packing: Packing
    try {
      packing = packingOf(await firstBytes(input.path))
    } catch (error) {
      throw readFailure(input.name, error)
    }
    if (packing !== 'zip') {
      files.push(input)
      continue
    }
    const entries = await archiveEntries(input.path)
    const rows = entries.length === 1 ? entries : entries.filter(entry => ROWS.test(entry))
    if (rows.length === 0) throw inputFailure(`${input.name}: no file of rows is in the archive`)
    files.push(...rows.map(entry => ({ path: input.path, name: `${input.name}/${entry}`, entry })))
  }
  return files
}

/** The fingerprint of a file as it is; of a table of text that the engine reads, its lines are watched on the way. */
export const sha256 = async (file: Inspected, watched: boolean): Promise<string> => {
  if (file.entry !== undefined) return archiveSha256(file.path, file.entry)
  const hash = createHash('sha256')
  const watch = watched && file.packing === 'none' ? lineWatch(file.name) : null
  try {
    for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 20 })) {
      watch?.(chunk)
      hash.update(chunk)
    }
  } catch (error) {
    throw readFailure(file.name, error)
  }
  return hash.digest('hex')
}

/** The bytes of a file, unpacked where it is packed. */
export async function* unpacked(file: Inspected): AsyncIterable<Uint8Array> {
  try {
    yield* unpackedBytes(file.path, file.packing, file.entry)
  } catch (error) {
    throw readFailure(file.name, error)
  }
}
