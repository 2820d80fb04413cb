import { createReadStream, type ReadStream } from 'node:fs'
import { createGunzip, gunzipSync, constants as zlib } from 'node:zlib'
import { Decompress } from 'fzstd'
import { archiveBytes } from './archive.ts'

/** How the bytes of a file are packed, told by their beginning rather than by the file's name. */
export type Packing = 'none' | 'gzip' | 'zstd' | 'zip'

const MAGIC: readonly (readonly [Packing, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
]

export const packingOf = (bytes: Uint8Array): Packing =>
  MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0] ?? 'none'

const CHUNK = 1 << 20

/** Frames cut into pieces of a megabyte, as they come. */
async function* unzstd(raw: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let out: Uint8Array[] = []
  const stream = new Decompress(data => void out.push(data))
  const damaged = (): Error => Object.assign(new Error('damaged zstd'), { code: 'Z_DATA_ERROR' })
  try {
    for await (const chunk of raw) {
      stream.push(chunk)
      yield* out
      out = []
    }
    stream.push(new Uint8Array(0), true)
  } catch {
    throw damaged()
  }
  yield* out
}

/** The beginning of a packed file, unpacked as far as it goes. */
export const unpackedHead = (bytes: Buffer, packing: Packing): Buffer => {
  try {
    if (packing === 'gzip') return gunzipSync(bytes, { finishFlush: zlib.Z_SYNC_FLUSH })
    if (packing !== 'zstd') return bytes
  } catch {
    return Buffer.alloc(0)
  }
  const out: Uint8Array[] = []
  try {
    new Decompress(data => void out.push(data)).push(bytes)
  } catch {
    return Buffer.alloc(0)
  }
  return Buffer.concat(out)
}

/** The bytes of a file, unpacked. */
export async function* unpackedBytes(
  path: string,
  packing: Packing,
  entry: string | undefined,
): AsyncIterable<Uint8Array> {
  if (entry !== undefined) return yield* archiveBytes(path, entry)
  const raw: ReadStream = createReadStream(path, { highWaterMark: CHUNK })
  try {
    if (packing === 'zstd') yield* unzstd(raw)
    else if (packing !== 'gzip') yield* raw
    else {
      const gunzip = createGunzip({ chunkSize: CHUNK })
      raw.on('error', error => gunzip.destroy(error))
      yield* raw.pipe(gunzip)
    }
  } finally {
    raw.destroy()
  }
}
