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
  let last = 0
  for (let i = 0; i < features; i++) {
    const hash = model.hashes[i] as number
    for (let byte = 0; byte < 4; byte++) planes[byte * features + i] = ((hash - last) >>> (8 * byte)) & 255
    last = hash
  }
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
  const column = (size: number): Uint8Array => {
    const cells = new Uint8Array(bytes.buffer, bytes.byteOffset + at, size)
    at += size
    return cells
  }
  const [p0, p1, p2, p3] = [column(features), column(features), column(features), column(features)]
  const hashes = new Uint32Array(features)
  let last = 0
  for (let i = 0; i < features; i++) {
    const low = (p0[i] as number) | ((p1[i] as number) << 8) | ((p2[i] as number) << 16) | ((p3[i] as number) << 24)
    last = (last + low) >>> 0
    hashes[i] = last
  }
  return {
    classes,
    hashes,
    counts: column(features),
    pairClasses: column(pairs),
    pairCodes: new Int8Array(bytes.buffer, bytes.byteOffset + at, pairs),
  }
}
