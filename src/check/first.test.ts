import { describe, expect, test } from 'vitest'
import { act, type ClaimSketch, ledgerOf } from '../../test/check/claim-of.ts'
import { type EventSketch, eventOf, memoryRecord } from '../../test/check/memory-record.ts'
import type { Verdict } from '../domain/index.ts'
import { checkLedger } from './index.ts'

/** Brazil and Argentina under three presidents each; who met whom is made up for the test. */
const talk = (day: string, summary: string, people: readonly string[] = [], more: Partial<EventSketch> = {}) => ({
  ...{ day, source: 'BRA', target: 'ARG', type: 'CONSULT' as const, summary, people, ...more },
})
const RIVER = [
  talk('1995-03-02', 'The president of Brazil visited Buenos Aires.', ['Fernando Cardoso', 'Carlos Menem']),
  talk('1996-05-20', 'The presidents of Brazil and Argentina spoke by telephone about the customs union.', [
    'Fernando Cardoso',
    'Carlos Menem',
  ]),
  talk('1998-04-11', 'The presidents of Brazil and Argentina met in Brasilia.', ['Fernando Cardoso', 'Carlos Menem']),
  talk('2003-01-14', 'The presidents of Brazil and Argentina met in Brasilia.', ['Lula da Silva', 'Eduardo Duhalde']),
  talk('2003-05-26', "Brazil's president telephoned his Argentine counterpart.", ['Lula da Silva', 'Nestor Kirchner']),
  talk('2003-06-11', 'The president of Argentina visited Brasilia.', ['Nestor Kirchner', 'Lula da Silva']),
  ...Array.from({ length: 8 }, (_, i) =>
    talk(`200${i}-09-0${i + 1}`, 'Officials of Brazil and Argentina negotiated over tariffs.'),
  ),
].map(eventOf)

const judge = async (sketch: ClaimSketch, before: readonly ClaimSketch[] = []): Promise<Verdict> => {
  const ledger = ledgerOf([...before, sketch], '2007-12-31')
  const { claims } = await checkLedger(ledger, memoryRecord(RIVER), { asOf: ['2007-12-31'] })
  const verdict = claims.at(-1)?.verdicts[0]
  if (!verdict) throw new Error('no verdict')
  return verdict
}
const against = ({ receipts }: Verdict): string[] =>
  receipts.flatMap(r => (r.bearing === 'against' && 'event' in r ? [r.day] : []))

const first = (quote: string, when: string, terms: readonly string[], people: readonly string[] = []): ClaimSketch => ({
  type: 'comparison',
  quote,
  actors: ['BRA', 'ARG', ...people],
  when,
  event: { type: 'CONSULT', source: 'BRA', target: 'ARG' },
  reading: { kind: 'extremum', order: 'first', pair: ['BRA', 'ARG'], valence: 0, terms },
})
const lula = {
  ...first('', '2003-06-01/2003-06-30', []),
  type: 'event' as const,
  reading: act(['meet'], ['Lula da Silva']),
}
const met: ClaimSketch = {
  ...lula,
  quote: 'Lula received Kirchner',
  actors: ['per:lula-da-silva', 'per:nestor-kirchner', 'BRA', 'ARG'],
}

describe('whose first it is', () => {
  test('a telephone call is no earlier visit', async () => {
    const verdict = await judge(first('the first visit since 2003 began', '2003-06-11', ['visit']))
    expect(against(verdict)).not.toContain('2003-05-26')
  })
  test('a visit is no earlier telephone call', async () => {
    const verdict = await judge(first('the first telephone call', '1996-05-20', ['telephone', 'call']))
    expect(against(verdict)).toEqual([])
    expect(verdict.verdict).not.toBe('contradicted')
  })
  test('an earlier call speaks against a first call', async () =>
    expect(against(await judge(first('the first telephone call', '2003-05-26', ['telephone'])))).toEqual([
      '1996-05-20',
    ]))
  test('people of the claim: forerunners in office are others', async () => {
    const people = ['per:lula-da-silva', 'per:nestor-kirchner']
    const verdict = await judge(
      first('Lula and Kirchner held their first meeting', '2003-06-01/2003-06-30', ['visit'], people),
    )
    expect(against(verdict)).toEqual([])
    expect(['disputed', 'contradicted']).not.toContain(verdict.verdict)
  })
  test('"the two presidents": those of whom the text spoke before', async () => {
    const claim = first('it was the first visit between the two presidents', '2003-06-01/2003-06-30', ['visit'])
    expect(against(await judge(claim, [met]))).toEqual([])
  })
  test('"the two presidents", and nobody knows who: nothing is contradicted', async () => {
    const verdict = await judge(first('the first visit between the two presidents', '2003-06-01/2003-06-30', ['visit']))
    expect(verdict.verdict).toBe('disputed')
    expect(against(verdict)).toContain('1995-03-02')
  })
  test('a first visit of a state: any before it', async () =>
    expect(against(await judge(first('the first visit of a president', '2003-06-11', ['visit'])))).toContain(
      '1995-03-02',
    ))
})

test('what a source calls the first since something is no first of all', async () => {
  const since = eventOf(
    talk('2007-11-02', 'The presidents of Brazil and Argentina met for the first time since the crisis.'),
    99,
  )
  const told = async (quote: string) => {
    const sketch = { ...first(quote, '2007-11-02', ['meet']), actors: ['BRA', 'ARG'] }
    const { claims } = await checkLedger(ledgerOf([sketch], '2007-12-31'), memoryRecord([since]), {
      asOf: ['2007-12-31'],
    })
    return claims[0]?.verdicts[0]?.verdict
  }
  expect(await told('their states met for the first time')).not.toBe('supported')
  expect(await told('they met for the first time since the crisis')).toBe('supported')
})

describe('a visit and a call are two things', () => {
  const visit = (quote: string, when: string): ClaimSketch => ({
    type: 'event',
    quote,
    actors: ['BRA', 'ARG'],
    when,
    event: { type: 'CONSULT', source: 'BRA', target: 'ARG' },
    reading: act(['visit', 'president']),
  })
  test('a call supports no visit', async () =>
    expect((await judge(visit("Brazil's president visited Argentina", '2003-05-26'))).verdict).not.toBe('supported'))
  test('a visit does', async () =>
    expect((await judge(visit("Argentina's president visited Brazil", '2003-06-11'))).verdict).toBe('supported'))
  test('a visit supports no call', async () =>
    expect((await judge(visit('the presidents spoke by telephone', '2003-06-11'))).verdict).not.toBe('supported'))
})
