import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * A screenshot with 256 colours: a third of the size, and for letters on plain ground nobody sees the difference. Reads the one
 * kind of PNG that Chromium writes (8 bits, red, green and blue, no interlacing).
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const CHANNELS = 3
const COLOURS = 256

interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** What a byte is predicted to be from those left of it, above it, and left above (PNG 1.2, chapter 6). */
const predict = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

const read = (png: Buffer): Picture => {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  if (png[24] !== 8 || png[25] !== 2 || png[28] !== 0) throw new Error('a PNG of another kind than Chromium writes')
  const packed: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const raw = inflateSync(Buffer.concat(packed))
  const row = width * CHANNELS
  const pixels = new Uint8Array(row * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x += 1) {
      const left = x < CHANNELS ? 0 : (pixels[y * row + x - CHANNELS] ?? 0)
      const up = y === 0 ? 0 : (pixels[(y - 1) * row + x] ?? 0)
      const corner = y === 0 || x < CHANNELS ? 0 : (pixels[(y - 1) * row + x - CHANNELS] ?? 0)
      pixels[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + predict(filter, left, up, corner)
    }
  }
  return { width, height, pixels }
}

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

const distance = (a: number, b: number): number =>
  Math.abs((a >> 16) - (b >> 16)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255))

/** Colours that look alike: 5 bits of each channel. */
const likeness = (colour: number): number => colour & 0xf8f8f8

/**
 * The commonest colour of each group of like ones, as many groups as there is room for, so that a rare colour has its place
 * beside the many shades of a common one; and for each colour of the picture the place of the nearest.
 */
const paletteOf = (colours: Uint32Array): { palette: number[]; place: Map<number, number> } => {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const groups = new Map<number, { colour: number; most: number; total: number }>()
  for (const [colour, count] of counts) {
    const group = groups.get(likeness(colour)) ?? { colour, most: 0, total: 0 }
    const isCommonest = count > group.most || (count === group.most && colour < group.colour)
    groups.set(likeness(colour), {
      colour: isCommonest ? colour : group.colour,
      most: Math.max(count, group.most),
      total: group.total + count,
    })
  }
  const palette = [...groups.values()]
    .sort((a, b) => b.total - a.total || a.colour - b.colour)
    .slice(0, COLOURS)
    .map(({ colour }) => colour)
  const nearest = (colour: number): number =>
    palette.reduce((best, other, i) => (distance(other, colour) < distance(palette[best] ?? 0, colour) ? i : best), 0)
  return { palette, place: new Map([...counts.keys()].map(colour => [colour, nearest(colour)])) }
}

export const smallPng = (png: Buffer): Buffer => {
  const { width, height, pixels } = read(png)
  const colours = Uint32Array.from({ length: width * height }, (_, i) => {
    const at = i * CHANNELS
    return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)
  })
  const { palette, place } = paletteOf(colours)
  const rows = new Uint8Array((width + 1) * height)
  for (const [i, colour] of colours.entries()) {
    const y = Math.floor(i / width)
    rows[y * (width + 1) + 1 + (i % width)] = place.get(colour) ?? 0
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colourBytes = Uint8Array.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colourBytes),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}
