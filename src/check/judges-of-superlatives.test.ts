import { describe, expect, test } from 'vitest'
import { AEGEAN } from '../../test/check/aegean.ts'
import { daysOf, GT, judge } from '../../test/check/aegean-judged.ts'
import { type ClaimSketch, ledgerOf } from '../../test/check/claim-of.ts'
import { memoryRecord } from '../../test/check/memory-record.ts'
import type { Verdict } from '../domain/index.ts'
import { checkLedger } from './index.ts'

const firstSigns = (when: string): ClaimSketch => ({
  type: 'comparison',
  quote: 'the first signs of a thaw appeared then',
  actors: GT,
  when,
  reading: { kind: 'extremum', order: 'first', pair: ['GRC', 'TUR'], valence: 1, terms: ['sign', 'thaw', 'appear'] },
})

describe('superlatives', () => {
  test('earlier signs speak against the first ones', async () => {
    const verdict = await judge(firstSigns('1999-09-01/1999-09-30'))
    expect(['contradicted', 'disputed']).toContain(verdict.verdict)
    expect(daysOf(verdict, 'against')).toEqual(expect.arrayContaining(['1999-06-30', '1999-08-18']))
  })
  const firstAgreement: ClaimSketch = {
    type: 'comparison',
    quote: 'the first agreement of the two was signed in January',
    actors: GT,
    when: '2000-01-01/2000-01-31',
    event: { type: 'AGREE', source: 'GRC', target: 'TUR' },
    reading: { kind: 'extremum', order: 'first', pair: ['GRC', 'TUR'], valence: 0, terms: ['agreement'] },
  }
  const judgeIn2000 = async (sketch: ClaimSketch): Promise<Verdict> => {
    const checked = await checkLedger(ledgerOf([sketch], '2000-06-30'), memoryRecord(AEGEAN), { asOf: ['2000-06-30'] })
    const verdict = checked.claims[0]?.verdicts[0]
    if (!verdict) throw new Error('no verdict')
    return verdict
  }
  test('a first act before which the record shows an earlier one', async () => {
    const verdict = await judgeIn2000({
      ...firstAgreement,
      reading: { ...firstAgreement.reading, terms: ['declaration'] } as ClaimSketch['reading'] & object,
    })
    expect(['contradicted', 'disputed']).toContain(verdict.verdict)
    expect(daysOf(verdict, 'against')).toEqual(['1997-07-08'])
  })
  test('a first act that a source calls the first', async () => {
    const verdict = await judgeIn2000({
      ...firstAgreement,
      event: { type: 'CONSULT', source: 'GRC', target: 'TUR' },
      quote: 'the first visit in January',
      reading: {
        kind: 'extremum',
        order: 'first',
        pair: ['GRC', 'TUR'],
        valence: 0,
        terms: ['visit', 'foreign', 'minister'],
      },
    })
    expect(verdict.verdict).toBe('supported')
    expect(verdict.because).toContain('A source calls it the first')
  })
  test('a first act still to come is pending', async () =>
    expect((await judge(firstAgreement)).verdict).toBe('pending'))
  test('worst for years: one year against the others', async () => {
    const verdict = await judge({
      type: 'comparison',
      quote: 'relations are better than at any time in years',
      actors: GT,
      reading: { kind: 'extremum', order: 'most', pair: ['GRC', 'TUR'], valence: 1, terms: ['better'] },
    })
    expect(verdict.verdict).toBe('supported')
  })
  test('two times that are named are not one among all', async () => {
    const quote = 'relations were worse in 1999 than in 1997'
    const reading = { kind: 'extremum', order: 'most', pair: ['GRC', 'TUR'], valence: -1, terms: ['worse'] } as const
    const verdict = await judge({ type: 'comparison', quote, actors: GT, when: '1999-01-01/1999-12-31', reading })
    expect(verdict.because).toContain('source that ranks this so')
  })
  test('the latest: a later one speaks against it', async () => {
    const verdict = await judge({
      type: 'comparison',
      quote: 'the talks of July were the latest sign of a thaw',
      actors: GT,
      when: '1999-07-26/1999-07-26',
      reading: { kind: 'extremum', order: 'latest', pair: ['GRC', 'TUR'], valence: 1, terms: ['sign', 'thaw'] },
    })
    expect(verdict.verdict).toBe('disputed')
    expect(daysOf(verdict, 'against')).toContain('1999-10-20')
  })
  test('the only one: a second one speaks against it', async () => {
    const verdict = await judge({
      type: 'comparison',
      quote: 'the only talks of 1999',
      actors: GT,
      event: { type: 'CONSULT', source: 'GRC', target: 'TUR' },
      reading: { kind: 'extremum', order: 'only', pair: ['GRC', 'TUR'], valence: 0, terms: ['talk'] },
    })
    expect(['contradicted', 'disputed']).toContain(verdict.verdict)
  })
})

const teams = (value: number, approximate = false, when?: string): ClaimSketch => ({
  type: 'quantity',
  quote: `${value} agreements were signed`,
  actors: GT,
  ...(when ? { when } : {}),
  event: { type: 'AGREE', source: 'GRC', target: 'TUR' },
  reading: { kind: 'quantity', value, approximate, terms: ['agreement', 'sign'] },
})

describe('numbers', () => {
  const judgeLate = async (sketch: ClaimSketch): Promise<Verdict> => {
    const { claims } = await checkLedger(ledgerOf([sketch], '2000-06-30'), memoryRecord(AEGEAN), {
      asOf: ['2000-06-30'],
    })
    const verdict = claims[0]?.verdicts[0]
    if (!verdict) throw new Error('no verdict')
    return verdict
  }
  test('a figure that agrees', async () =>
    expect((await judgeLate(teams(5, false, '2000-01-01/2000-01-31'))).verdict).toBe('supported'))
  test('another figure for the same act', async () => {
    const verdict = await judgeLate(teams(12, false, '2000-01-01/2000-01-31'))
    expect(verdict.verdict).toBe(verdict.coverage?.adequate ? 'contradicted' : 'disputed')
    expect(daysOf(verdict, 'against')).toContain('2000-01-20')
  })
  test('without a time, other figures are context: counts grow', async () => {
    const verdict = await judgeLate(teams(12))
    expect(verdict.verdict).toMatch(/^not_/)
  })
})
