import { expect, test } from 'vitest'
import { publishedDay } from './published-day.ts'

test.each([
  ['2014-07-17', '2014-07-17'],
  ['2014-07-17T23:30:00-04:00', '2014-07-17'],
  ['20140717T083000Z', '2014-07-17'],
  ['2014/07/17', '2014-07-17'],
  ['Thu, 17 Jul 2014 08:00:00 GMT', '2014-07-17'],
  ['July 17, 2014 8:00 am', '2014-07-17'],
  ['17 Sept. 2014', '2014-09-17'],
  ['3rd March 1998', '1998-03-03'],
  ['07/08/2014', null],
  ['July 2014', null],
  ['2014-02-30', null],
  ['yesterday', null],
  ['', null],
])('%j is %s', (stamp, day) => expect(publishedDay(stamp)).toBe(day))
