import { expect, test } from 'vitest'
import { eventOf } from '../../test/check/memory-record.ts'
import { offices } from '../facts/index.ts'
import { eventReceipt, factReceipt, sortedReceipts } from './receipts.ts'

const event = (n: number) =>
  eventOf(
    {
      day: `2001-01-${String(n).padStart(2, '0')}`,
      source: 'FRA',
      target: 'DEU',
      type: 'CONSULT',
      summary: 'They met.',
    },
    n,
  )

test('no more receipts than a reader reads, the strongest bearing of each', () => {
  const receipts = [...Array(20).keys()].flatMap(n => [
    eventReceipt(event(n + 1), 'context', '2002-01-01'),
    eventReceipt(event(n + 1), n % 2 ? 'for' : 'against', '2002-01-01'),
  ])
  const sorted = sortedReceipts(receipts)
  expect(sorted.length).toBeLessThanOrEqual(8)
  expect(sorted.filter(r => r.bearing === 'for')).toHaveLength(6)
  const ids = sorted.map(r => ('event' in r ? r.event : ''))
  expect(new Set(ids).size).toBe(ids.length)
})

test('sources that came after as-of are marked, and stand last', () => {
  const sources = [
    { publisher: 'Late', title: 't', url: 'u1', published: '2005-01-01' },
    { publisher: 'Undated', title: 't', url: 'u2', published: null },
    { publisher: 'Early', title: 't', url: 'u3', published: '2001-01-02' },
  ]
  const { sources: shown } = eventReceipt({ ...event(1), sources }, 'for', '2002-01-01')
  expect(shown.map(s => [s.publisher, s.found_later ?? false])).toEqual([
    ['Early', false],
    ['Late', true],
    ['Undated', true],
  ])
})

test('an office that ends after as-of shows no end', () => {
  const [held] = offices.holders('president', 'FRA', '2014-07-01')
  if (!held) throw new Error('no president')
  expect(factReceipt(held, 'x.', 'for', '2014-07-01', '2014-07-01')).toMatchObject({ to: null })
  expect(factReceipt(held, 'x.', 'for', '2014-07-01', '2020-01-01')).toMatchObject({ to: held.to })
})
