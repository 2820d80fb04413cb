import { describe, expect, test } from 'vitest'
import { daysOf, GT, judge, WRITTEN } from '../../test/check/aegean-judged.ts'
import { act, type ClaimSketch } from '../../test/check/claim-of.ts'
import type { VerdictName } from '../domain/index.ts'

describe('what may come', () => {
  const forecast: ClaimSketch = {
    type: 'forecast',
    quote: 'Greece may lift its veto on Turkey',
    actors: GT,
    event: { type: 'CONCEDE', source: 'GRC', target: 'TUR', status: 'possible' },
    reading: act(['lift', 'veto']),
  }
  test('open on the day it is written', async () => expect((await judge(forecast)).verdict).toBe('pending'))
  test('come true', async () => expect((await judge(forecast, '2000-06-30')).verdict).toBe('supported'))
  test('a thing that would never come, and did not: none went against it', async () => {
    const never = {
      ...forecast,
      quote: 'Greece will never form a currency union with Turkey',
      negated: true,
      event: { type: null },
      reading: act(['form', 'currency', 'union']),
    }
    expect((await judge(never, '2005-06-30')).because).toContain('that would go against it')
  })
  test('never come true: told after five years', async () => {
    const union = {
      ...forecast,
      quote: 'Greece may form a currency union with Turkey',
      event: { type: null },
      reading: act(['form', 'currency', 'union']),
    }
    expect((await judge(union, '2004-11-01')).verdict).toBe('pending')
    expect((await judge(union, '2004-12-31')).verdict).toMatch(/^not_/)
  })
  const conditional: ClaimSketch = {
    type: 'conditional_or_advice',
    quote: 'If the Greek veto is lifted, the foreign minister could visit Ankara',
    actors: GT,
    condition: { start: 3, end: 28, quote: 'the Greek veto is lifted' },
    reading: { kind: 'words', terms: ['foreign', 'minister', 'visit'] },
  }
  test('a condition not met', async () => expect((await judge(conditional)).verdict).toBe('pending'))
  test('a condition met, and what should follow has followed', async () => {
    const verdict = await judge(conditional, '2000-06-30')
    expect(verdict.verdict).toBe('supported')
    expect(daysOf(verdict, 'for')).toContain('2000-01-20')
    expect(daysOf(verdict, 'context')).toContain('1999-12-10')
  })
})

describe('what no event decides', () => {
  test('a judgement', async () => {
    const verdict = await judge({
      type: 'normative',
      quote: 'the two must talk',
      actors: GT,
      checkable: false,
      why_not: 'normative',
    })
    expect(verdict).toMatchObject({ verdict: 'not_checkable', receipts: [], coverage: null })
  })
  test('a gap shows what the record does hold on the matter', async () => {
    const visit: ClaimSketch = {
      type: 'event',
      quote: 'Papandreou and Cem met in New York',
      actors: GT,
      when: '1999-06-30',
      event: { type: 'CONSULT', source: 'GRC', target: 'TUR' },
      reading: act(['meet'], ['George Papandreou']),
    }
    const verdict = await judge(
      {
        type: 'gap',
        quote: 'the details of that meeting remain murky',
        checkable: false,
        why_not: 'gap',
        reading: { kind: 'words', terms: ['detail', 'meeting', 'murky'] },
      },
      WRITTEN,
      [visit],
    )
    expect(verdict.verdict).toBe('not_checkable')
    expect(daysOf(verdict, 'context')).toEqual(['1999-06-30'])
  })
})

describe('facts', () => {
  const office = (person: string, title: string, of: string, former = false): ClaimSketch => ({
    type: 'attribute',
    quote: `${title} ${person}`,
    actors: [of],
    reading: { kind: 'office', person, title, of, former },
  })
  const member = (who: string, group: string, negated = false): ClaimSketch => ({
    type: 'attribute',
    quote: 'is a member',
    negated,
    actors: [who, group],
    reading: { kind: 'membership', member: who, group },
  })
  const cases: readonly (readonly [string, ClaimSketch, VerdictName])[] = [
    ['in office', office('Bill Clinton', 'president', 'USA'), 'supported'],
    ['in office, with a rank before the name', office('President Clinton', 'president', 'USA'), 'supported'],
    ['not yet in office', office('Vladimir Putin', 'president', 'RUS'), 'contradicted'],
    ['out of office', office('George Bush', 'president', 'USA'), 'contradicted'],
    ['once in office', office('George Bush', 'president', 'USA', true), 'supported'],
    ['said to be out, but in', office('Bill Clinton', 'president', 'USA', true), 'contradicted'],
    [
      'somebody whom no table knows, for an office that another one held',
      office('Jane Doe', 'president', 'USA'),
      'contradicted',
    ],
    [
      'a description is no office',
      { ...office('Warren Christopher', 'secretary of state', 'USA'), quote: 'the top diplomat Warren Christopher' },
      'not_covered',
    ],
    ['an office that no table holds', office('Jane Doe', 'consul', 'GRC'), 'not_covered'],
    ['a member', member('TUR', 'org:nato'), 'supported'],
    ['no member', member('SWE', 'org:nato'), 'contradicted'],
    ['denied rightly', member('SWE', 'org:nato', true), 'supported'],
    ['denied wrongly', member('TUR', 'org:nato', true), 'contradicted'],
    ['an organisation without a list', member('TUR', 'org:unheard-of'), 'not_covered'],
    [
      'a region',
      {
        type: 'attribute',
        quote: 'the South Caucasus',
        actors: ['GEO'],
        reading: { kind: 'region', region: 'reg:south-caucasus', members: ['GEO', 'ARM', 'AZE'] },
      },
      'supported',
    ],
    [
      'a wrong region',
      {
        type: 'attribute',
        quote: 'the South Caucasus',
        actors: ['TUR'],
        reading: { kind: 'region', region: 'reg:south-caucasus', members: ['TUR'] },
      },
      'contradicted',
    ],
    ['a faith', { type: 'attribute', quote: 'Sunni-majority Turkey', actors: ['TUR'] }, 'supported'],
    ['a wrong faith', { type: 'attribute', quote: 'Shia-majority Turkey', actors: ['TUR'] }, 'contradicted'],
    [
      'a mandate',
      { type: 'attribute', quote: 'the group that mediates the peace talks', actors: ['org:osce-minsk-group'] },
      'supported',
    ],
    [
      'a bond by its noun',
      { type: 'attribute', quote: "Turkey, Greece's old enemy", actors: ['TUR', 'GRC'] },
      'disputed',
    ],
  ]
  test.each(cases)('%s', async (_, sketch, verdict) => {
    const got = await judge(sketch)
    expect({ verdict: got.verdict, because: got.because }).toMatchObject({ verdict })
  })
  test('"no" to a membership shows who did belong', async () => {
    const { receipts } = await judge(member('SWE', 'org:nato', true))
    expect(receipts.length).toBeGreaterThan(3)
    expect(receipts.every(r => r.bearing === 'for' && 'fact' in r)).toBe(true)
  })
})
