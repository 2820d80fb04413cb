import { gunzipSync, gzipSync } from 'node:zlib'
import type { StoredModel } from './linear-model.ts'

/**
 * A model on disk, gzipped: length of the header, the header as JSON, then four columns: the features' hashes as 32-bit
 * differences (ascending, little-endian, byte planes apart, so that the near-zero high bytes compress), pairs a feature, classes, weights.
 */
interface Header {
  readonly format: 'detente.linear/1'
  readonly classes: readonly string[]
  readonly features: number
  readonly pairs: number
}

export const encodeModel = (model: StoredModel): Buffer => {
  const features = model.hashes.length
  const pairs = model.pairClasses.length
  const header: Header = { format: 'detente.linear/1', classes: model.classes, features, pairs }
  const head = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  const planes = Buffer.alloc(features * 4)
  let last = -0x80000000
  model.hashes.forEach((hash, i) => {
    const difference = hash - last
    for (let byte = 0; byte < 4; byte++) planes[byte * features + i] = Math.floor(difference / 2 ** (8 * byte)) & 255
    last = hash
  })
  const columns = [model.counts, model.pairClasses, model.pairCodes].map(c =>
    Buffer.from(c.buffer, c.byteOffset, c.byteLength),
  )
  return gzipSync(Buffer.concat([length, head, planes, ...columns]), { level: 9 })
}

export const decodeModel = (file: Uint8Array): StoredModel => {
  const bytes = gunzipSync(file)
  const headLength = bytes.readUInt32LE(0)
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + headLength)) as Header
  if (header.format !== 'detente.linear/1') throw new Error(`not a linear model: format ${String(header.format)}`)
  const { features, pairs, classes } = header
  let at = 4 + headLength
  const hashes = new Int32Array(features)
  let last = -0x80000000
  for (let i = 0; i < features; i++) {
    const b = (plane: number) => bytes[at + plane * features + i] as number
    last += b(0) + b(1) * 0x100 + b(2) * 0x10000 + b(3) * 0x1000000
    hashes[i] = last
  }
  at += features * 4
  const column = (size: number) => {
    const from = bytes.byteOffset + at
    at += size
    return bytes.buffer.slice(from, from + size)
  }
  return {
    classes,
    hashes,
    counts: new Uint8Array(column(features)),
    pairClasses: new Uint8Array(column(pairs)),
    pairCodes: new Int8Array(column(pairs)),
  }
}
