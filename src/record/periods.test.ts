import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, lengthInDays } from '../domain/index.ts'
import { nextPeriod, PERIODS, periodNamed, periodStart, periodsOf } from './periods.ts'

test.each([
  ['2014-07-17', 'week', '2014-07-14'],
  ['1969-12-31', 'week', '1969-12-29'],
  ['2014-07-17', 'month', '2014-07-01'],
  ['2014-12-17', 'quarter', '2014-10-01'],
  ['2014-07-17', 'year', '2014-01-01'],
] as const)('%s lies in the %s that begins on %s', (day, by, start) => expect(periodStart(day, by)).toBe(start))

const day = fc.integer({ min: -30_000, max: 30_000 }).map(n => addDays('1970-01-01', n))

test('the parts cover the days asked for, each day once', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 800 }), fc.constantFrom(...PERIODS), (from, more, by) => {
      const to = addDays(from, more)
      const parts = periodsOf({ from, to }, by)
      expect(parts[0]?.from).toBe(from)
      expect(parts.at(-1)?.to).toBe(to)
      expect(parts.reduce((days, part) => days + lengthInDays(part), 0)).toBe(more + 1)
      for (const part of parts) {
        expect(periodStart(part.from, by)).toBe(part.start)
        expect(part.to < nextPeriod(part.start, by)).toBe(true)
      }
    }),
  )
})

test.each([
  ['2014', 'year', '2014-01-01', '2014-12-31'],
  ['2014-Q2', 'quarter', '2014-04-01', '2014-06-30'],
  ['2014 q4', 'quarter', '2014-10-01', '2014-12-31'],
  ['2012-02', 'month', '2012-02-01', '2012-02-29'],
  ['2014-04-09', 'day', '2014-04-09', '2014-04-09'],
])('%s is a %s', (name, by, from, to) => expect(periodNamed(name)).toEqual({ by, from, to }))

test.each([['2014-Q5'], ['2014-13'], ['2014-02-30'], ['14'], ['2014-4'], ['']])('%j names no period', name =>
  expect(periodNamed(name)).toBeNull(),
)
