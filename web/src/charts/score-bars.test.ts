import { expect, test } from 'vitest'
import { isScored, scorePaths, scoresIn } from './score-bars.ts'

const POINTS = [{ score: { days: 2, sum: 6 } }, { score: { days: 1, sum: -4 } }, { score: { days: 0, sum: 0 } }, {}]
const column = (first: number, last: number) => ({ x0: first, x1: last, first, last })

test('the mean of a day, above or below the line; days without a score show nothing', () => {
  const columns = POINTS.map((_, i) => column(i, i + 1))
  expect(scoresIn(POINTS, columns)).toEqual([-4, 3])
  expect(scorePaths(POINTS, columns, score => -score)).toEqual({ above: 'M0 0h1V-3h-1z', below: 'M1 0h1V4h-1z' })
})

test('a crowded column shows what lies furthest from zero', () =>
  expect(scorePaths(POINTS, [column(0, 4)], score => -score)).toEqual({ above: '', below: 'M0 0h4V4h-4z' }))

test('events are no scores', () => {
  expect(isScored(POINTS)).toBe(true)
  expect(isScored([{}, { score: { days: 0, sum: 0 } }])).toBe(false)
})
