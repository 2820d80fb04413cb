import { expect, test } from 'vitest'
import { ladder, stopOf, stopsBetween } from './as-of-days.ts'

test('month by month, at the month’s end where it is shorter', () => {
  expect(stopsBetween('2012-01-31', '2012-04-02')).toEqual(['2012-01-31', '2012-02-29', '2012-03-31', '2012-04-02'])
  expect(stopsBetween('2012-01-31', '2012-01-31')).toEqual(['2012-01-31'])
  expect(stopsBetween('2012-12-01', '2013-01-01')).toEqual(['2012-12-01', '2013-01-01'])
})

test('a day between two stops belongs to the earlier one', () => {
  const stops = stopsBetween('2012-01-15', '2012-04-02')
  expect(
    ['2011-01-01', '2012-01-15', '2012-02-14', '2012-02-15', '2012-04-02', '2020-01-01'].map(day => stopOf(stops, day)),
  ).toEqual([0, 0, 0, 1, 3, 3])
})

test('days judged ahead lie between the first and the last, each once', () => {
  const days = ladder('2012-11-05', '2014-12-28').flat()
  expect(days).toEqual(['2012-12-05', '2013-02-05', '2013-05-05', '2013-11-05', '2014-11-05'])
  expect(ladder('2024-12-01', '2024-12-28')).toEqual([])
})
