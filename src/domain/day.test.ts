import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, isDay } from './day.ts'

test.each([
  ['2014-02-28', true],
  ['2014-02-29', false],
  ['2012-02-29', true],
  ['0999-12-31', true],
  ['0000-01-01', false],
  ['2014-13-01', false],
  ['2014-4-9', false],
  ['9 April', false],
])('isDay(%s) is %s', (text, answer) => expect(isDay(text)).toBe(answer))

test('a month later stays inside the month', () => expect(addMonths('2014-01-31', 1)).toBe('2014-02-28'))
test('months go back over a new year', () => expect(addMonths('2014-01-15', -2)).toBe('2013-11-15'))

test('adding days and counting them are inverse', () => {
  const day = fc
    .date({ min: new Date('0001-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
    .map(d => d.toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 9999 }),
      (d, n) => daysBetween(d, addDays(d, n)) === n && isDay(addDays(d, n)),
    ),
  )
})
