import { expect, test } from 'vitest'
import type { Verdict, VerdictName } from '../api/types.ts'
import { standingWithout } from './standing.ts'

const verdict = (name: VerdictName, ...events: string[]): Verdict => ({
  as_of: '2014-07-17',
  verdict: name,
  because: '',
  coverage: null,
  receipts: events.map(event => ({
    event,
    day: '2014-04-09',
    known: '2014-04-09',
    summary: '',
    bearing: 'for',
    sources: [],
  })),
})

const drivers = [
  { marker: 'First', claims: ['a', 'b'] },
  { marker: 'Second', claims: ['b', 'c', 'd'] },
]
const verdicts = new Map([
  ['a', verdict('supported', 'e1')],
  ['b', verdict('supported', 'e2')],
  ['c', verdict('supported', 'e2', 'e3')],
  ['d', verdict('contradicted')],
])

test('with all drivers, a claim that two share counts once and nothing is lost', () => {
  expect(standingWithout(drivers, [], verdicts)).toEqual({
    tally: { supported: 3, contradicted: 1 },
    claims: 4,
    drivers: 2,
    lost: 0,
  })
})

test('a dropped driver takes its own claims and receipts with it, not those that another has too', () => {
  expect(standingWithout(drivers, [1], verdicts)).toEqual({ tally: { supported: 2 }, claims: 2, drivers: 1, lost: 1 })
  expect(standingWithout(drivers, [0, 1], verdicts)).toEqual({ tally: {}, claims: 0, drivers: 0, lost: 3 })
})
