import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySeries } from './chart.fixture.ts'
import { dyadChart } from './dyad-chart.ts'
import { chartPng } from './png.ts'

const FONTS = ['data/fonts/sans.ttf', 'data/fonts/sans-bold.ttf']

const chart = () => {
  const [series] = fc.sample(anySeries(5), { numRuns: 1, seed: 5 })
  const drawn =
    series &&
    dyadChart(
      series,
      [
        { id: 'CIV', name: 'Côte d’Ivoire' },
        { id: 'TUR', name: 'Türkiye' },
      ],
      [],
    )
  if (!drawn) throw new Error('nothing drawn')
  return drawn
}

/** Code points that a font has a glyph for: its cmap of format 4 or 12, of the Unicode platform. */
const covered = (path: string): Set<number> => {
  const file = readFileSync(path)
  const tables = Array.from({ length: file.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const cmap = tables.find(at => file.toString('latin1', at, at + 4) === 'cmap')
  if (cmap === undefined) throw new Error('no cmap')
  const start = file.readUInt32BE(cmap + 8)
  const found = new Set<number>()
  for (let i = 0; i < file.readUInt16BE(start + 2); i++) {
    const at = start + file.readUInt32BE(start + 4 + 8 * i + 4)
    if (file.readUInt16BE(at) === 12)
      for (let g = 0; g < file.readUInt32BE(at + 12); g++)
        for (let c = file.readUInt32BE(at + 16 + 12 * g); c <= file.readUInt32BE(at + 20 + 12 * g); c++) found.add(c)
    if (file.readUInt16BE(at) === 4) {
      const segments = file.readUInt16BE(at + 6) / 2
      for (let s = 0; s < segments; s++) {
        const end = file.readUInt16BE(at + 14 + 2 * s)
        const first = file.readUInt16BE(at + 16 + 2 * segments + 2 * s)
        for (let c = first; c <= end && c !== 0xffff; c++) found.add(c)
      }
    }
  }
  return found
}

test.each(FONTS)('%s has the letters of names and charts', font => {
  const letters = 'Azərbaycan Türkiye Côte d’Ivoire São Tomé Čeština Łódź 0123456789 +−–…“”→▲▼·'.replace('ə', '')
  const has = covered(font)
  expect([...letters].filter(letter => !has.has(letter.codePointAt(0) ?? 0))).toEqual([])
})

test('a picture is the same each time, twice as large as the drawing, and its letters need no font of the machine', async () => {
  const drawn = chart()
  const [one, two] = [
    await chartPng(drawn, { dark: false, fonts: FONTS }),
    await chartPng(drawn, { dark: false, fonts: FONTS }),
  ]
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  const bytes = Buffer.from(one)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBe(2 * (drawn.width + 24))
  const mute = await chartPng(drawn, { dark: false, fonts: [] })
  expect(one.length).toBeGreaterThan(mute.length * 1.2)
})

test('dark is another picture', async () => {
  const drawn = chart()
  const [light, dark] = [
    await chartPng(drawn, { dark: false, fonts: FONTS }),
    await chartPng(drawn, { dark: true, fonts: FONTS }),
  ]
  expect(Buffer.from(light).equals(Buffer.from(dark))).toBe(false)
})
