import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, largestIn } from './columns.ts'

const days = (n: number) => Array.from({ length: n }, (_, i) => ({ start: i, end: i + 1 }))

test('twenty years by day make no more columns than pixels, and every day is in exactly one', () => {
  const columns = columnsOf(days(7300), { start: 0, end: 7300 }, 900)
  expect(columns.length).toBeLessThanOrEqual(1100)
  expect(columns[0]?.first).toBe(0)
  expect(columns.at(-1)?.last).toBe(7300)
  for (const [i, column] of columns.entries()) expect(column.first).toBe(columns[i - 1]?.last ?? 0)
})

test('wide points have a column each', () =>
  expect(columnsOf(days(10), { start: 0, end: 10 }, 900).map(({ x0 }) => x0)).toEqual(days(10).map((_, i) => i * 90)))

test('whatever the view, columns hold the points in it and no other', () =>
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 400 }),
      (start, length, width) => {
        const view = { start, end: start + length }
        const seen = columnsOf(days(600), view, width).flatMap(({ first, last }) =>
          Array.from({ length: last - first }, (_, i) => first + i),
        )
        expect(seen).toEqual(days(600).flatMap((day, i) => (day.end > view.start && day.start < view.end ? [i] : [])))
      },
    ),
  ))

test('the largest of a column is not lost', () => {
  const sizes = [0, 3, 9, 9, 1]
  const all = { x0: 0, x1: 1, first: 0, last: 5 }
  expect(largestIn(sizes, all, n => n)).toBe(9)
  expect(largestIn(sizes, { ...all, last: 2 }, n => n)).toBe(3)
})
