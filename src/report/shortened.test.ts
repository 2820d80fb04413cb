import { expect, test } from 'vitest'
import type { CheckedClaim, CheckedLedger, Receipt, VerdictName } from '../domain/index.ts'
import { shortened } from './shortened.ts'

const receipt = (id: string, bearing: Receipt['bearing']): Receipt => ({
  ...{ event: id, day: '2014-04-09', known: '2014-04-10', summary: id, bearing },
  sources: ['One', 'Two'].map(publisher => ({ publisher, title: '', url: '', published: '2014-04-10' })),
})

const claim = (n: number, verdict: VerdictName, receipts: readonly Receipt[] = []): CheckedClaim =>
  ({ id: `c${n}`, verdicts: [{ as_of: '2014-07-17', verdict, because: '', receipts, coverage: null }] }) as never

const ledger = (claims: readonly CheckedClaim[]): CheckedLedger =>
  ({ claims, omissions: [1, 2, 3, 4].map(n => ({ says: `omission ${n}`, receipts: [] })) }) as never

test('what is wrong comes before what stands, and both before what was not there; the order is that of the text', () => {
  const claims = [
    ...Array.from({ length: 15 }, (_, n) => claim(n, 'not_covered')),
    ...Array.from({ length: 17 }, (_, n) => claim(20 + n, 'supported', [receipt('e', 'for')])),
    claim(40, 'contradicted'),
    claim(41, 'disputed'),
  ]
  const short = shortened(ledger(claims))
  const told = short.ledger.claims.map(({ id }) => id)
  expect(told).toHaveLength(18)
  expect(told.slice(-2)).toEqual(['c40', 'c41'])
  expect(told.every(id => Number(id.slice(1)) >= 20)).toBe(true)
  expect(short.leftOut).toEqual({ claims: 16, by_verdict: { supported: 1, not_covered: 15 }, omissions: 1 })
})

test('a receipt against a claim is never the one that goes', () => {
  const many = [receipt('a', 'for'), receipt('b', 'context'), receipt('c', 'against')]
  const [wrong, right] = shortened(ledger([claim(1, 'contradicted', many), claim(2, 'supported', many.slice(0, 2))]))
    .ledger.claims
  expect(wrong?.verdicts[0]?.receipts.map(r => [r.summary, r.sources.length])).toEqual([
    ['c', 1],
    ['a', 1],
  ])
  expect(right?.verdicts[0]?.receipts.map(r => r.summary)).toEqual(['a'])
})
