import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { coverageCells } from './coverage-cells.ts'
import { dayOfNumber, numberOfDay } from './day.ts'
import { pinsOf } from './event-pins.ts'
import { phaseRuns } from './phase-runs.ts'
import { chartPoints, pointAt } from './point.ts'
import { extentOf, quadPaths } from './quad-bars.ts'
import { bandPaths, degreesIn } from './temperature-band.ts'
import { timeTicks } from './time-ticks.ts'

const NONE = { events: 0, verbal_cooperation: 0, material_cooperation: 0, verbal_conflict: 0, material_conflict: 0 }
const at = (day: string, more: object = {}) => ({
  from: day,
  to: day,
  a_to_b: NONE,
  b_to_a: NONE,
  pair: NONE,
  temperature: null,
  phase: null,
  coverage: { pair_events: 0, world_events: 0, days_without_rows: 1 },
  ...more,
})
/** Days from 1 January 2014 on. */
const series = (...points: object[]) =>
  chartPoints(points.map((more, i) => at(dayOfNumber(numberOfDay('2014-01-01') + i), more)))
const START = numberOfDay('2014-01-01')
const VIEW = { start: START, end: START + 4 }

test('the point that holds a day is found, at the ends too', () => {
  const points = series({}, {}, {}, {})
  expect([START - 9, START, START + 1.5, START + 3, START + 99].map(day => pointAt(points, day))).toEqual([
    0, 0, 1, 3, 3,
  ])
  expect(pointAt([], START)).toBe(-1)
})

test('words stand upon deeds, conflict below the line', () => {
  const points = series(
    { a_to_b: { ...NONE, verbal_cooperation: 2, material_cooperation: 1, verbal_conflict: 3 } },
    {},
    {},
    {},
  )
  const columns = columnsOf(points, VIEW, 4)
  expect(extentOf(points, columns)).toEqual({ up: 3, down: 3 })
  const paths = quadPaths(points, columns, 'a_to_b', count => 10 - count)
  expect(paths.material_cooperation).toBe('M0 10h1V9h-1z')
  expect(paths.verbal_cooperation).toBe('M0 9h1V7h-1z')
  expect(paths.verbal_conflict).toBe('M0 10h1V13h-1z')
  expect(paths.material_conflict).toBe('')
})

test('in a crowded column the best and the worst day are both seen', () => {
  const points = series(
    { a_to_b: { ...NONE, verbal_cooperation: 9 } },
    { a_to_b: { ...NONE, material_conflict: 7 } },
    {},
    {},
  )
  const columns = columnsOf(points, VIEW, 1)
  expect(columns).toHaveLength(1)
  const paths = quadPaths(points, columns, 'a_to_b', count => -count)
  expect(paths.verbal_cooperation).toBe('M0 0h1V-9h-1z')
  expect(paths.material_conflict).toBe('M0 0h1V7h-1z')
})

test('the line of temperature breaks where none is told, and the band holds all intervals', () => {
  const t = (value: number) => ({ temperature: { value, low: value - 1, high: value + 2 } })
  const points = series(t(1), t(2), {}, t(0))
  const columns = columnsOf(points, VIEW, 400)
  expect(degreesIn(points, columns)).toEqual([-1, 4])
  const { line } = bandPaths(points, columns, degrees => -degrees)
  expect(line).toBe('M50,-1L150,-2M350,0Z')
  expect(degreesIn(series({}, {}), columnsOf(series({}, {}), VIEW, 400))).toBeNull()
})

test('phases run on until they change, and end where the view does', () => {
  const points = series({ phase: 'cool' }, { phase: 'cool' }, { phase: null }, { phase: 'warm' })
  expect(phaseRuns(points, { start: START + 1, end: START + 4 })).toEqual([
    { name: 'cool', start: START + 1, end: START + 2 },
    { name: 'warm', start: START + 3, end: START + 4 },
  ])
})

test('silence about everybody is told from silence about the pair', () => {
  const cover = (pair_events: number, world_events: number, days_without_rows: number) => ({
    coverage: { pair_events, world_events, days_without_rows },
  })
  const points = series(cover(0, 0, 1), cover(0, 0, 1), cover(0, 5, 1), cover(2, 5, 0))
  expect(coverageCells(points, columnsOf(points, VIEW, 40)).map(({ shade, x0 }) => [shade, x0])).toEqual([
    ['blind', 0],
    ['others', 20],
    ['most', 30],
  ])
})

test('neighbours share a pin, and no event is lost', () => {
  const events = [1, 2, 3, 60, 61, 200].map(day => ({ id: String(day), day }))
  const pins = pinsOf(events, day => day)
  expect(pins.map(pin => pin.events.length)).toEqual([3, 2, 1])
})

test.each([
  ['1991-01-01', '2025-01-01', 700, ['1995', '2000', '2005', '2010', '2015', '2020', '2025']],
  ['2014-04-03', '2014-04-20', 400, ['6 Apr 2014', '13 Apr', '20 Apr']],
  ['2013-11-20', '2014-06-01', 600, ['Dec 2013', '2014', 'Feb', 'Mar', 'Apr', 'May', 'Jun']],
])('%s to %s on %d pixels', (from, to, width, labels) =>
  expect(timeTicks({ start: numberOfDay(from), end: numberOfDay(to) }, width).map(({ label }) => label)).toEqual(
    labels,
  ),
)
