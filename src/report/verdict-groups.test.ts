import { expect, test } from 'vitest'
import type { Bearing, Receipt, Verdict } from '../domain/index.ts'
import { verdictGroups } from './verdict-groups.ts'

const receipt = (day: string, bearing: Bearing, known = day): Receipt => ({
  ...{ event: `x-${day}`, day, known, bearing },
  summary: 'A meeting.',
  sources: [],
})
const verdict = (as_of: string, receipts: readonly Receipt[]): Verdict => ({
  ...{ as_of, verdict: 'supported', because: 'On record.', coverage: null, receipts },
})

test('receipts of several days stand in the order of one: for before context, then by day', () => {
  const [first, second] = [receipt('2015-02-16', 'for'), receipt('2015-12-01', 'context')]
  const later = receipt('2015-10-01', 'for', '2015-12-31')
  const groups = verdictGroups([verdict('2015-12-01', [first, second]), verdict('2024-12-28', [first, later, second])])
  expect(groups).toHaveLength(1)
  expect(groups[0]?.receipts.map(r => [r.receipt.bearing, r.becameKnown])).toEqual([
    ['for', null],
    ['for', '2015-12-31'],
    ['context', null],
  ])
})

const saying = (as_of: string, because: string): Verdict => ({ ...verdict(as_of, []), because })
const reasons = (...verdicts: Verdict[]) => verdictGroups(verdicts)[0]?.reasons.map(r => [r.because, r.days.join(' ')])

test('a reason that differs in figures alone is told by these', () => {
  const first = 'No such act is on record among 108 events between Chad and Sudan from 1 May 2008 to 4 May 2009.'
  expect(reasons(saying('2009-05-04', first), saying('2012-01-01', first.replace('108', '109')))).toEqual([
    [first, '2009-05-04'],
    ['The same, with 109 for 108.', '2012-01-01'],
  ])
})
test.each([
  ['another day', '4 events by 4 May 2009', '4 events by 5 May 2009'],
  ['another year', '4 events by May 2009', '4 events by May 2008'],
  ['other words', '4 events of the pair', '4 events of its actors'],
  ['too many figures', '1 2 3 4 5 of them', '2 3 4 5 6 of them'],
])('%s is told in full', (_, first, then) =>
  expect(reasons(saying('2009-05-04', first), saying('2012-01-01', then))).toEqual([
    [first, '2009-05-04'],
    [then, '2012-01-01'],
  ]),
)
test('equal reasons are told once for all their days', () =>
  expect(reasons(saying('2009-05-04', 'a'), saying('2012-01-01', 'a'))).toEqual([['a', '2009-05-04 2012-01-01']]))
