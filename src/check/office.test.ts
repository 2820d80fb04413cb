import { expect, test } from 'vitest'
import { AEGEAN } from '../../test/check/aegean.ts'
import { ledgerOf } from '../../test/check/claim-of.ts'
import { memoryRecord } from '../../test/check/memory-record.ts'
import type { Verdict } from '../domain/index.ts'
import { checkLedger } from './index.ts'

/** The verdict on "the president, X" in a text of a day. */
const judge = async (person: string, title: string, of: string, day: string): Promise<Verdict | undefined> => {
  const reading = { kind: 'office', person, title, of, former: false } as const
  const ledger = ledgerOf([{ type: 'attribute', quote: `${title} ${person}`, actors: [of], reading }], day)
  const { claims } = await checkLedger(ledger, memoryRecord(AEGEAN), { asOf: [day] })
  return claims[0]?.verdicts[0]
}

test.each([
  ['who was in office when the table ends', 'Vladimir Putin', 'president', 'RUS', '2024-09-01'],
  ['who came back, where the table names no later holder', 'Israel Katz', 'foreign minister', 'ISR', '2024-09-01'],
  [
    'who has left, where the table names no holder for the day',
    'Nikol Pashinyan',
    'prime minister',
    'ARM',
    '2022-06-01',
  ],
])('a table that does not speak for the day contradicts nobody: %s', async (_, person, title, of, day) => {
  const verdict = await judge(person, title, of, day)
  expect(['supported', 'not_covered']).toContain(verdict?.verdict)
  expect(verdict?.receipts.filter(r => r.bearing === 'against')).toEqual([])
})

test('a known holder speaks against another name', async () => {
  const verdict = await judge('Yevgeny Primakov', 'president', 'RUS', '2014-07-17')
  expect(verdict?.verdict).toBe('contradicted')
  expect(verdict?.because).toContain('held by Vladimir Putin')
})

test('a holder whose name is spelled much like the one given is the one meant', async () => {
  const verdict = await judge('Giorgi Margvelashvily', 'president', 'GEO', '2013-11-20')
  expect(verdict?.verdict).toBe('supported')
  expect(verdict?.receipts[0]?.summary).toContain('Giorgi Marg')
})
