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
