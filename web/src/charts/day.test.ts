import { expect, test } from 'vitest'
import { dayOfNumber, numberOfDay, spanOfDays } from './day.ts'

test.each(['1970-01-01', '1948-05-14', '2000-02-29', '2014-07-17'])('%s comes back', day =>
  expect(dayOfNumber(numberOfDay(day))).toBe(day),
)

test.each([
  ['2014-01-01', '2014-12-31', '2014'],
  ['2010-01-01', '2014-12-31', '2010–2014'],
  ['2014-04-01', '2014-04-30', 'Apr 2014'],
  ['2014-04-01', '2014-06-30', 'Apr–Jun 2014'],
  ['2013-10-01', '2014-02-28', 'Oct 2013 – Feb 2014'],
  ['2014-04-09', '2014-04-09', '9 Apr 2014'],
  ['2014-04-09', '2014-04-15', '9–15 Apr 2014'],
  ['2014-03-30', '2014-04-05', '30 Mar – 5 Apr 2014'],
  ['2013-12-28', '2014-01-03', '28 Dec 2013 – 3 Jan 2014'],
  ['2012-02-01', '2012-02-28', '1–28 Feb 2012'],
])('%s to %s is %s', (from, to, words) => expect(spanOfDays(from, to)).toBe(words))
