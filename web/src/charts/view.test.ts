import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clampView, LEAST_DAYS, panView, periodFor, zoomView } from './view.ts'

const ALL = { start: 0, end: 12_000 }
const aView = fc
  .tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 1, max: 30_000 }))
  .map(([start, length]) => clampView({ start, end: start + length }, ALL))

test('however it is moved and stretched, a view lies within all there is and shows two weeks or more', () =>
  fc.assert(
    fc.property(
      aView,
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (view, factor, share) => {
        for (const { start, end } of [
          zoomView(view, factor, (view.start + view.end) / 2, ALL),
          panView(view, share, ALL),
        ]) {
          expect(start).toBeGreaterThanOrEqual(ALL.start)
          expect(end).toBeLessThanOrEqual(ALL.end)
          expect(end - start).toBeGreaterThanOrEqual(LEAST_DAYS)
        }
      },
    ),
  ))

test('what the hand is on stays under it while zooming', () => {
  const view = { start: 4000, end: 5000 }
  const zoomed = zoomView(view, 0.5, 4200, ALL)
  expect(zoomed).toEqual({ start: 4100, end: 4600 })
  expect((4200 - zoomed.start) / (zoomed.end - zoomed.start)).toBeCloseTo(0.2)
})

test('panning back undoes panning, away from the ends', () => {
  const view = { start: 4000, end: 5000 }
  expect(panView(panView(view, 0.25, ALL), -0.25, ALL)).toEqual(view)
})

test('a record shorter than two weeks is shown whole', () =>
  expect(clampView({ start: 2, end: 3 }, { start: 0, end: 5 })).toEqual({ start: 0, end: 5 }))

test.each([
  [14, 'day'],
  [400, 'day'],
  [1000, 'week'],
  [12_000, 'month'],
  [36_000, 'quarter'],
  [80_000, 'year'],
])('%d days are shown by %s', (days, period) => expect(periodFor(days)).toBe(period))
