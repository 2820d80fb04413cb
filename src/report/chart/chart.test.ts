import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { plain } from '../ink.ts'
import { anySeries, HOSTILE } from './chart.fixture.ts'
import { chartFile } from './document.ts'
import { dyadChart } from './dyad-chart.ts'
import { DARK, LIGHT } from './palette.ts'
import { shownSeries } from './shown.ts'
import { el } from './svg.ts'
import { pinRows, runsOf } from './temperature-panel.ts'
import { terminalChart } from './terminal-chart.ts'

/** What must hold of every chart, whatever the series. */
const SIDES = [
  { id: 'AAA', name: 'Aland' },
  { id: 'BBB', name: HOSTILE },
] as const

const pins = (day: string, n: number) => Array.from({ length: n }, () => ({ day, summary: HOSTILE }))

const drawn = (series: Parameters<typeof dyadChart>[0], n = 3): string => {
  const chart = dyadChart(series, [SIDES[0], SIDES[1]], pins(series.points.at(-1)?.to ?? '', n))
  if (!chart) throw new Error('nothing drawn')
  return chartFile(chart)
}

/** Every place that an element or a path of the file names. Relative steps of the marks are left out: they are constants. */
const places = (svg: string): { xs: number[]; ys: number[] } => {
  const [xs, ys]: [number[], number[]] = [[], []]
  for (const [, tag = ''] of svg.matchAll(/<((?:rect|circle|text) [^>]*)>/g)) {
    const of = (name: string): number => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? 0)
    xs.push(of('x') || of('cx'), of('x') + of('width'))
    ys.push(of('y') || of('cy'), of('y') + of('height'))
  }
  for (const [, path = ''] of svg.matchAll(/ d="([^"]*)"/g)) {
    for (const [, x, y] of path.matchAll(/[ML]?(-?[\d.]+)[ ,](-?[\d.]+)/g)) {
      if (/h10/.test(path) && !path.startsWith(`M${x}`)) continue
      xs.push(Number(x))
      ys.push(Number(y))
    }
  }
  return { xs, ys }
}

describe('a drawn series', () => {
  test('has no coordinate that is none, and lies inside its frame', () => {
    fc.assert(
      fc.property(anySeries(), fc.nat(30), (series, n) => {
        const svg = drawn(series, n)
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
        const [, left, top, width, height] = (/viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? []).map(Number) as [
          number,
          number,
          number,
          number,
          number,
        ]
        const { xs, ys } = places(svg)
        const outside = [
          ...xs.filter(x => !(x >= left - 0.01 && x <= left + width + 0.01)),
          ...ys.filter(y => !(y >= top - 0.01 && y <= top + height + 0.01)),
        ]
        expect(outside).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('is well-formed whatever names and summaries say, asks the network for nothing, and has no script', () => {
    fc.assert(
      fc.property(anySeries(), series => {
        const svg = drawn(series)
        // resvg reads XML strictly.
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow()
        expect(svg).not.toMatch(/<script|<image|<use|<foreignObject|href=|url\(|@import/i)
        expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/)
      }),
      { numRuns: 15 },
    )
  })

  test('says in words what it shows', () => {
    const [series] = fc.sample(anySeries(3), { numRuns: 1, seed: 7 })
    if (!series) throw new Error('no series')
    const svg = drawn(series)
    expect(svg).toMatch(/role="img" aria-labelledby="chart-title chart-says"/)
    expect(svg).toMatch(/<desc id="chart-says">Temperature of Aland and /)
  })

  test('an empty series gives no chart', () => {
    const [series] = fc.sample(anySeries(1), { numRuns: 1, seed: 1 })
    if (!series) throw new Error('no series')
    expect(dyadChart({ ...series, points: [] }, [SIDES[0], SIDES[1]], [])).toBeNull()
  })

  test('a coordinate that is none is a defect, not a point somewhere', () => {
    expect(() => el('rect', { x: Number.NaN })).toThrow(/x of a chart is NaN/)
  })
})

test('points are joined only where something was measured between them', () => {
  const points = [0, 7, 14, 70, 77].map(day => ({ day, value: 0, low: 0, high: 0 }))
  expect(runsOf(points, 10).map(run => run.map(({ day }) => day))).toEqual([
    [0, 7, 14],
    [70, 77],
  ])
})

test('no pin covers another', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 }), xs => {
      const sorted = xs.sort((a, b) => a - b)
      const rows = pinRows(sorted)
      for (let i = 0; i < rows.length; i++)
        for (let j = 0; j < i; j++)
          if (rows[i] === rows[j]) expect((sorted[i] ?? 0) - (sorted[j] ?? 0)).toBeGreaterThanOrEqual(16)
    }),
  )
})

/** Relative luminance and contrast as WCAG 2 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(i => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('colours on a %s ground', (_, p) => {
  test('text can be read', () => {
    expect(contrast(p.ink, p.paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(p.faint, p.paper)).toBeGreaterThanOrEqual(4.5)
    for (const [ground, ink] of Object.values(p.phases)) expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5)
  })
  test('lines and marks stand out', () => {
    for (const colour of [p.course, p.thaw, p.rupture, p.goodDeed, p.badDeed])
      expect(contrast(colour, p.paper)).toBeGreaterThanOrEqual(3)
  })
})

describe('a chart in characters', () => {
  const screens = [40, 80, 100, 200].flatMap(width => [false, true].map(ascii => ({ width, ink: plain, ascii })))
  test.each(screens)('is no wider than $width columns (ASCII: $ascii)', screen => {
    fc.assert(
      fc.property(anySeries(), series => {
        const shown = shownSeries(series)
        if (!shown) return
        const bars = [{ label: 'conflict', colour: 'bad' as const, of: shown.rows.map(r => ({ ...r, count: r.rows })) }]
        for (const line of terminalChart(shown, bars, screen)) {
          expect(stringWidth(line)).toBeLessThanOrEqual(screen.width)
          if (screen.ascii) expect(line).toMatch(/^[ -~]*$/)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('marks every turn that stands alone in its column', () => {
    const [series] = fc.sample(anySeries(12), { numRuns: 1, seed: 3 })
    if (!series) throw new Error('no series')
    const last = series.points.at(-1)
    const turn = { id: 't', confidence: 0.5, known_on: null, events: [] }
    const at = (date: string, kind: 'thaw' | 'rupture') => ({ ...turn, kind, date, date_from: date, date_to: date })
    const shown = shownSeries({
      ...series,
      turning_points: [at(series.points[1]?.from ?? '', 'rupture'), at(last?.to ?? '', 'thaw')],
    })
    if (!shown) throw new Error('nothing shown')
    const line = terminalChart(shown, [], { width: 100, ink: plain }).find(text => text.includes('turns'))
    expect(line?.replace(/ +/g, ' ')).toBe(' turns ▼ ▲')
  })
})
