import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { type Entry, open as openZip, type ZipFile } from 'yauzl'
import { inputFailure } from '../domain/index.ts'

/**
 * Zip archives as GDELT, ICEWS and ACLED publish their files. An entry is read as a stream and never written under its own name, so
 * that a name that climbs out of its folder reaches nothing; it is refused all the same.
 */

/** Deflate cannot do better than about 1,030 to 1; tables of events pack 5 to 20 to 1. */
const MAX_RATIO = 200
/** Small entries may pack as well as they like. */
const HARMLESS_BYTES = 50_000_000

const refuse = (path: string, what: string): Error =>
  inputFailure(`${path}: ${what}`, 'nothing was imported; get the file anew, or unpack it yourself if you trust it')

const open = async (path: string): Promise<ZipFile> => {
  const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true, autoClose: false }
  try {
    return await new Promise((resolve, reject) =>
      openZip(path, options, (error, zip) => (error ? reject(error) : resolve(zip))),
    )
  } catch (error) {
    throw refuse(path, `the archive is damaged (${(error as Error).message})`)
  }
}

const check = (path: string, entry: Entry): void => {
  if (entry.isEncrypted()) throw refuse(path, `${entry.fileName} is encrypted`)
  const { compressedSize, uncompressedSize } = entry
  if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * MAX_RATIO)
    throw refuse(
      path,
      `${entry.fileName} would unpack to ${Math.round(uncompressedSize / 1e6)} MB, far more than tables do`,
    )
}

const entriesOf = async (path: string, zip: ZipFile): Promise<Entry[]> => {
  const entries: Entry[] = []
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry)
      zip.readEntry()
    })
    zip.once('end', resolve)
    zip.once('error', error => reject(refuse(path, `the archive is damaged (${(error as Error).message})`)))
    zip.readEntry()
  })
  for (const entry of entries) check(path, entry)
  return entries
}

/** The names of an archive's files, in its order. */
export const archiveEntries = async (path: string): Promise<string[]> => {
  const zip = await open(path)
  try {
    return (await entriesOf(path, zip)).map(({ fileName }) => fileName)
  } finally {
    zip.close()
  }
}

/** The bytes of one file of an archive. */
export async function* archiveBytes(path: string, name: string): AsyncIterable<Uint8Array> {
  const zip = await open(path)
  try {
    const entry = (await entriesOf(path, zip)).find(({ fileName }) => fileName === name)
    if (!entry) throw refuse(path, `${name} is not in the archive any more`)
    const stream = await new Promise<Readable>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    )
    yield* stream as AsyncIterable<Uint8Array>
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error) throw error
    throw refuse(path, `${name} is damaged (${(error as Error).message})`)
  } finally {
    zip.close()
  }
}

/** The first bytes of one file of an archive. */
export const archiveHead = async (path: string, name: string, bytes: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of archiveBytes(path, name)) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= bytes) break
  }
  return Buffer.concat(chunks).subarray(0, bytes)
}

export const archiveSha256 = async (path: string, name: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of archiveBytes(path, name)) hash.update(chunk)
  return hash.digest('hex')
}
