import { expect, test } from 'vitest'
import { numberOfDay } from '../charts/day.ts'
import { pairOf, periodOf, type Shown, shownOf, viewOf, writtenShown } from './asked.ts'

test.each([
  ['AZE-IRN', ['AZE', 'IRN']],
  ['irn-aze', ['AZE', 'IRN']],
  ['AZE', null],
  ['AZE-AZE', null],
  ['AZE-IRN-RUS', null],
  ['', null],
])('pair %j', (param, pair) => expect(pairOf(param)).toEqual(pair))

const ALL = { start: numberOfDay('1991-01-01'), end: numberOfDay('2025-01-01') }
test.each([
  ['2014-01-01', '2014-12-31', '2014-01-01', '2015-01-01'],
  [null, '2014-12-31', '1991-01-01', '2015-01-01'],
  ['2014-02-30', null, '1991-01-01', '2025-01-01'],
  ['2015-01-01', '2014-01-01', '1991-01-01', '2025-01-01'],
])('view %j to %j', (from, to, start, end) =>
  expect(viewOf(from, to, ALL)).toEqual({ start: numberOfDay(start), end: numberOfDay(end) }),
)

const SHOWN: readonly Shown[] = [
  { kind: 'brief' },
  { kind: 'days', from: '2014-04-01', to: '2014-04-30' },
  { kind: 'turn', date: '2014-04-09' },
  { kind: 'event', id: 'gdelt:1:2' },
  { kind: 'cell', id: 'cell:AZE/IRN/month/2014-04-01/2014-04-30/2014-07-17' },
]
test.each(SHOWN)('%j comes back from the address', shown => expect(shownOf(writtenShown(shown))).toEqual(shown))

test.each([null, '', 'days:2014', 'turn:x', 'event:', 'cell:', 'nonsense'])('%j shows nothing', text =>
  expect(shownOf(text)).toBeNull(),
)

test('only known periods', () =>
  expect([periodOf('week'), periodOf('decade'), periodOf(null)]).toEqual(['week', null, null]))
