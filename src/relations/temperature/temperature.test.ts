import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temperatureOf } from './temperature.ts'
import { worldFor, worldOf } from './world.ts'

/** The example of docs/method/temperature.md, to its last digit. */
test('the example of the method page', () => {
  const t = temperatureOf(
    { cooperation: 12, conflict: 3, days: 90 },
    { cooperation: 146, conflict: 18.25, days: 1825 },
    { cooperation: 0.05, conflict: 0.01, reporting: 1 },
  )
  const rounded = Object.fromEntries(
    Object.entries(t ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toFixed(2)) : value,
    ]),
  )
  expect(rounded).toEqual({ value: 0.47, low: -0.82, high: 1.77, warmth: 0.83, chill: 0.18, corrected: true })
})

const mass = fc.double({ min: 0, max: 100, noNaN: true })
const passed = fc.record({ cooperation: mass, conflict: mass, days: fc.integer({ min: 1, max: 2000 }) })

test('more conflict never warms, more co-operation never cools, and the interval holds the value', () => {
  fc.assert(
    fc.property(passed, passed, fc.double({ min: 0.1, max: 50, noNaN: true }), (now, past, more) => {
      const t = temperatureOf(now, past)
      fc.pre(t !== null)
      const worse = temperatureOf({ ...now, conflict: now.conflict + more }, past)
      const better = temperatureOf({ ...now, cooperation: now.cooperation + more }, past)
      expect(worse?.value).toBeLessThanOrEqual((t?.value ?? 0) + 1e-9)
      expect(better?.value).toBeGreaterThanOrEqual((t?.value ?? 0) - 1e-9)
      expect(t?.low).toBeLessThanOrEqual(t?.value ?? 0)
      expect(t?.high).toBeGreaterThanOrEqual(t?.value ?? 0)
    }),
  )
})

test('twice the reporting of everything is no change of temperature', () => {
  const pairs = [
    { a: 'AAA', b: 'BBB', cooperation: 40, conflict: 4 },
    { a: 'AAA', b: 'CCC', cooperation: 10, conflict: 6 },
    { a: 'BBB', b: 'CCC', cooperation: 20, conflict: 2 },
  ]
  const at = (factor: number) => {
    const told = pairs.map(p => ({ ...p, cooperation: factor * p.cooperation, conflict: factor * p.conflict }))
    const [pair] = told
    const past = { cooperation: 0, conflict: 0, days: 0 }
    // Without a past the pull is a plain addition; large masses make it vanish.
    const now = { cooperation: 1e6 * (pair?.cooperation ?? 0), conflict: 1e6 * (pair?.conflict ?? 0), days: 90 }
    const world = worldFor(
      worldOf(
        told.map(p => ({ ...p, cooperation: 1e6 * p.cooperation, conflict: 1e6 * p.conflict })),
        90,
      ),
      'AAA',
      'BBB',
      1e6,
      1,
    )
    return temperatureOf(now, past, world)?.value ?? 0
  }
  expect(at(2)).toBeCloseTo(at(1), 3)
})

test('a world of few pairs corrects nothing', () => {
  expect(worldFor(worldOf([{ a: 'AAA', b: 'BBB', cooperation: 1, conflict: 1 }], 90), 'AAA', 'BBB', 1, 100)).toBeNull()
})

test('a sparse pair stays near its past, a busy one does not', () => {
  const rare = (conflict: number) =>
    temperatureOf({ cooperation: 0.2, conflict, days: 90 }, { cooperation: 5, conflict: 1, days: 1825 })?.value ?? 0
  const busy = (conflict: number) =>
    temperatureOf({ cooperation: 40, conflict, days: 90 }, { cooperation: 800, conflict: 160, days: 1825 })?.value ?? 0
  expect(Math.abs(rare(0.5) - rare(0.05))).toBeLessThan(Math.abs(busy(80) - busy(8)))
})
