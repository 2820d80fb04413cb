import { describe, expect, test } from 'vitest'
import { AEGEAN } from '../../test/check/aegean.ts'
import { act, type ClaimSketch, ledgerOf, relation } from '../../test/check/claim-of.ts'
import { memoryRecord } from '../../test/check/memory-record.ts'
import type { Verdict, VerdictName } from '../domain/index.ts'
import { checkLedger } from './index.ts'

const WRITTEN = '1999-11-22'

/** The verdict on one claim of an analysis of 22 November 1999. */
const judge = async (sketch: ClaimSketch, asOf = WRITTEN, others: readonly ClaimSketch[] = []): Promise<Verdict> => {
  const ledger = ledgerOf([...others, sketch], WRITTEN)
  const { claims } = await checkLedger(ledger, memoryRecord(AEGEAN), { asOf: [asOf] })
  const verdict = claims.at(-1)?.verdicts[0]
  if (!verdict) throw new Error('no verdict')
  return verdict
}

const daysOf = ({ receipts }: Verdict, bearing: string): string[] =>
  receipts.flatMap(r => (r.bearing === bearing && 'event' in r ? [r.day] : []))

/** Claim, verdict, days of the events that must be among its receipts. */
type Row = readonly [string, ClaimSketch, VerdictName, readonly string[]]
const rows = (title: string, cases: readonly Row[], asOf = WRITTEN) =>
  describe(title, () => {
    test.each(cases)('%s', async (_, sketch, verdict, days) => {
      const got = await judge(sketch, asOf)
      expect({ verdict: got.verdict, because: got.because }).toMatchObject({ verdict })
      expect(got.receipts.flatMap(r => ('event' in r ? [r.day] : []))).toEqual(expect.arrayContaining([...days]))
    })
  })

const GT = ['GRC', 'TUR']

rows('acts', [
  [
    'an act on record',
    {
      type: 'event',
      quote: 'Athens sent rescuers to Turkey in August',
      actors: GT,
      when: '1999-08-01/1999-08-31',
      event: { type: 'AID', source: 'GRC', target: 'TUR' },
      reading: act(['send', 'rescuer']),
    },
    'supported',
    ['1999-08-18'],
  ],
  [
    'the same act the other way round is no witness',
    {
      type: 'event',
      quote: 'Turkey sent rescuers to Greece in August',
      actors: ['TUR', 'GRC'],
      when: '1999-08-01/1999-08-20',
      event: { type: 'AID', source: 'TUR', target: 'GRC' },
      reading: act(['send', 'rescuer']),
    },
    'not_found',
    ['1999-09-08'],
  ],
  [
    'another month: not found then, and the like act is shown',
    {
      type: 'event',
      quote: 'Cem and Papandreou met in May',
      actors: GT,
      when: '1999-05-01/1999-05-25',
      event: { type: 'CONSULT', source: 'GRC', target: 'TUR' },
      reading: act(['meet'], ['Ismail Cem', 'George Papandreou']),
    },
    'not_covered',
    ['1999-06-30'],
  ],
  [
    'a denied act that happened',
    {
      type: 'event',
      quote: 'the foreign ministers have not met',
      negated: true,
      actors: GT,
      event: { type: 'CONSULT', source: 'GRC', target: 'TUR' },
      reading: act(['meet', 'foreign', 'minister']),
    },
    'contradicted',
    ['1999-06-30'],
  ],
  [
    'nobody named, nobody before: nothing to search for',
    { type: 'event', quote: 'a summit took place', reading: act(['summit']) },
    'not_covered',
    [],
  ],
  [
    'what is still to come',
    { type: 'event', quote: 'they met in 2003', actors: GT, when: '2003-01-01/2003-12-31', reading: act(['meet']) },
    'pending',
    [],
  ],
  [
    'a landmark needs no record',
    {
      type: 'history_or_analogy',
      quote: 'the collapse of the Soviet Union in 1991',
      actors: ['RUS'],
      when: '1991-01-01/1991-12-31',
      reading: act(['collapse', 'soviet', 'union']),
    },
    'supported',
    [],
  ],
  [
    'a landmark at the wrong time',
    {
      type: 'history_or_analogy',
      quote: 'the collapse of the Soviet Union in 1985',
      actors: ['RUS'],
      when: '1985-01-01/1985-12-31',
      reading: act(['collapse', 'soviet', 'union']),
    },
    'disputed',
    [],
  ],
  [
    'a landmark only mentioned shows nothing of what is claimed',
    {
      type: 'event',
      quote: 'after the collapse of the Soviet Union Greece built a fleet of tankers with Cyprus',
      actors: ['GRC'],
      reading: act(['collapse', 'soviet', 'union', 'build', 'fleet', 'tanker']),
    },
    'not_covered',
    [],
  ],
])

const ANNOUNCED = AEGEAN.find(e => e.status === 'announced')
const VISIT: ClaimSketch = {
  type: 'announced_event',
  quote: 'Papandreou will visit Ankara in January',
  actors: GT,
  when: '2000-01-01/2000-01-31',
  due: '2000-01-31',
  event: { type: 'CONSULT', source: 'GRC', target: 'TUR', status: 'announced' },
  reading: act(['visit'], ['George Papandreou'], ['Ankara']),
}

describe('announced acts', () => {
  test('pending before their day', async () => expect((await judge(VISIT)).verdict).toBe('pending'))
  test('supported once they came about', async () => {
    const verdict = await judge(VISIT, '2000-06-30')
    expect(verdict.verdict).toBe('supported')
    expect(daysOf(verdict, 'for')).toEqual(['2000-01-20'])
  })
  test('due and not seen: a later act is context, never support', async () => {
    const early = { ...VISIT, when: '1999-12-01/1999-12-10', due: '1999-12-10' }
    const verdict = await judge(early, '2000-06-30')
    expect(verdict.verdict).toMatch(/^not_/)
    expect(verdict.coverage).not.toBeNull()
    expect(daysOf(verdict, 'context')).toContain('2000-01-20')
    expect(verdict.because).toContain('20 January 2000')
  })
  test('called off: contradicted by what calls it off, where the record is dense enough', async () => {
    const off = [
      ...AEGEAN,
      {
        ...ANNOUNCED,
        id: 'off',
        day: '1999-12-20',
        day_to: '1999-12-20',
        known: '1999-12-20',
        status: 'cancelled',
        summary: 'The visit of the Greek foreign minister to Ankara was put off.',
      } as (typeof AEGEAN)[number],
    ].filter(e => e.day !== '2000-01-20')
    const { claims } = await checkLedger(ledgerOf([VISIT], WRITTEN), memoryRecord(off), { asOf: ['2000-06-30'] })
    const verdict = claims[0]?.verdicts[0]
    expect(verdict?.verdict).toBe(verdict?.coverage?.adequate ? 'contradicted' : 'disputed')
    expect(verdict && daysOf(verdict, 'against')).toEqual(['1999-12-20'])
  })
  test('the announcement is another claim than the visit', async () => {
    const told: ClaimSketch = { ...VISIT, quote: 'The announcement that Papandreou will visit Ankara in January' }
    const verdict = await judge(told)
    expect(verdict.verdict).toBe('supported')
    expect(daysOf(verdict, 'for')).toEqual(['1999-11-15'])
  })
})

rows('sayings', [
  [
    'a statement by its speaker and content',
    {
      type: 'statement',
      quote: 'Papandreou emphasised good neighbourly relations with Turkey',
      actors: GT,
      attribution: { to: 'Papandreou', actor: 'GRC', start: 0, end: 0 },
      reading: act(['emphasise', 'good', 'neighbourly', 'relation']),
    },
    'supported',
    ['1999-09-25'],
  ],
  [
    'a charge is supported as made',
    {
      type: 'accusation',
      quote: 'Ankara accused Greece of supporting terrorists',
      actors: ['TUR', 'GRC'],
      attribution: { to: 'Ankara', actor: 'TUR', start: 0, end: 0 },
      event: { type: 'ACCUSE', source: 'TUR', target: 'GRC' },
      reading: act(['accuse', 'support', 'terrorist']),
    },
    'supported',
    ['1999-02-22'],
  ],
  [
    'the author charges: whoever made the charge on record is shown',
    {
      type: 'accusation',
      quote: 'Greece has been supporting Kurdish terrorists',
      actors: ['GRC'],
      event: { type: 'AID', source: 'GRC', status: 'alleged' },
      reading: act(['support', 'kurdish', 'terrorist']),
    },
    'supported',
    ['1999-02-22'],
  ],
  [
    'a charge about something else is no witness',
    {
      type: 'accusation',
      quote: 'Ankara accused Greece of poisoning the rivers of Thrace',
      actors: ['TUR', 'GRC'],
      attribution: { to: 'Ankara', actor: 'TUR', start: 0, end: 0 },
      reading: act(['accuse', 'poison', 'river']),
    },
    'not_covered',
    ['1999-02-22'],
  ],
])

test('that a charge was made says nothing of its truth, and the sentence says so', async () => {
  const { because } = await judge({
    type: 'accusation',
    quote: 'Ankara accused Greece of supporting terrorists',
    actors: ['TUR', 'GRC'],
    attribution: { to: 'Ankara', actor: 'TUR', start: 0, end: 0 },
    reading: act(['accuse', 'support', 'terrorist']),
  })
  expect(because).toContain('not whether it is true')
})

rows('relations', [
  [
    'tense for years, in a time of its own',
    {
      type: 'relation_level',
      quote: 'tense from 1996 to 1998',
      actors: GT,
      when: '1996-01-01/1998-12-31',
      reading: relation(['GRC', 'TUR'], 'level', -1),
    },
    'supported',
    ['1996-01-30'],
  ],
  [
    'good, when it was not',
    {
      type: 'relation_level',
      quote: 'cordial from 1996 to 1998',
      actors: GT,
      when: '1996-01-01/1998-12-31',
      reading: relation(['GRC', 'TUR'], 'level', 1),
    },
    'disputed',
    ['1996-01-30', '1997-07-08'],
  ],
  [
    'a thaw under way',
    {
      type: 'relation_trend',
      quote: 'relations are warming',
      actors: GT,
      reading: relation(['GRC', 'TUR'], 'trend', 1),
    },
    'supported',
    ['1999-08-18'],
  ],
  [
    'the opposite',
    {
      type: 'relation_trend',
      quote: 'relations are getting worse',
      actors: GT,
      reading: relation(['GRC', 'TUR'], 'trend', -1),
    },
    'contradicted',
    ['1999-08-18'],
  ],
  [
    'a denial of the thaw, which readers give turned round',
    {
      type: 'relation_trend',
      quote: 'relations have not improved',
      negated: true,
      actors: GT,
      reading: relation(['GRC', 'TUR'], 'trend', -1),
    },
    'contradicted',
    ['1999-08-18'],
  ],
  [
    'a turn at a named time',
    {
      type: 'turning_point',
      quote: 'the summer of 1999 was a turning point',
      actors: GT,
      when: '1999-06-01/1999-08-31',
      reading: relation(['GRC', 'TUR'], 'turn', 1),
    },
    'supported',
    ['1999-08-18'],
  ],
  [
    'a pair of which the record holds nothing',
    {
      type: 'relation_level',
      quote: 'Peru is hostile to Chile',
      actors: ['PER', 'CHL'],
      reading: relation(['PER', 'CHL'], 'level', -1),
    },
    'not_covered',
    [],
  ],
])

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

test('a time ahead in what was said is not the time of saying it', async () => {
  const verdict = await judge({
    type: 'statement',
    quote: 'Papandreou said that good neighbourly relations would come by June',
    actors: GT,
    attribution: { to: 'Papandreou', actor: 'GRC', start: 0, end: 0 },
    when: '2000-06-01/2000-06-30',
    reading: act(['say', 'good', 'neighbourly', 'relation']),
  })
  expect(verdict.verdict).toBe('supported')
  expect(daysOf(verdict, 'for')).toContain('1999-09-25')
})

rows('words that only chance to stand in both', [
  [
    'one word of a claim without an act',
    {
      type: 'attribute',
      quote: 'The third reason is money',
      actors: GT,
      reading: { kind: 'words', terms: ['third', 'reason', 'money'] },
    },
    'not_found',
    [],
  ],
  [
    'a noun that would suggest a type',
    {
      type: 'conditional_or_advice',
      quote: 'Turkey can be an ally against this threat',
      actors: ['TUR'],
      reading: { kind: 'words', terms: ['ally', 'threat'] },
    },
    'pending',
    [],
  ],
  [
    'a conflict of one actor anywhere is not this conflict',
    {
      type: 'attribute',
      quote: 'Cyprus has no leverage in this conflict',
      negated: true,
      actors: ['TUR'],
      reading: { kind: 'words', terms: ['leverage', 'conflict'] },
    },
    'not_covered',
    [],
  ],
  [
    'more than others in something that is no relation',
    {
      type: 'comparison',
      quote: 'Greece spends close to 5 per cent on defence, more than any other',
      actors: ['GRC'],
      reading: {
        kind: 'extremum',
        order: 'most',
        pair: ['GRC', 'TUR'],
        valence: 1,
        terms: ['spend', 'close', 'defence'],
      },
    },
    'not_found',
    [],
  ],
  [
    'a complaint of something told elsewhere, to nobody named: any complaint would do, so none does',
    {
      type: 'statement',
      quote: 'Ankara accused it',
      actors: ['TUR'],
      attribution: { to: 'Ankara', actor: 'TUR', start: 0, end: 0 },
      event: { type: 'ACCUSE', source: 'TUR', target: null },
      reading: act(['accuse']),
    },
    'not_covered',
    [],
  ],
  [
    'one word of two in an act of another type',
    {
      type: 'event',
      quote: 'two fighters were shot down',
      actors: GT,
      when: '1998-06-01/1998-06-30',
      event: { type: 'ASSAULT', source: 'TUR', target: 'GRC' },
      reading: act(['fighter', 'shoot']),
    },
    'not_covered',
    [],
  ],
  [
    'a statement that says nothing',
    {
      type: 'statement',
      quote: 'Greeks call it so',
      actors: ['GRC'],
      attribution: { to: 'Greeks', actor: 'GRC', start: 0, end: 0 },
      reading: act(['call']),
    },
    'not_covered',
    [],
  ],
])

rows('wants and causes', [
  [
    'a want that shows in words on record',
    {
      type: 'interest_or_fear',
      quote: 'Greece wants good neighbourly relations with Turkey',
      actors: GT,
      reading: { kind: 'words', terms: ['good', 'neighbourly', 'relation'] },
    },
    'supported',
    ['1999-09-25'],
  ],
  [
    'a fear that shows nowhere',
    {
      type: 'interest_or_fear',
      quote: 'Greece fears a coup in Ankara',
      actors: GT,
      reading: { kind: 'words', terms: ['fear', 'coup'] },
    },
    'not_found',
    [],
  ],
  [
    'mistrust is shown by no act',
    {
      type: 'interest_or_fear',
      quote: "Athens doesn't trust Ankara over terrorism charges",
      negated: true,
      actors: GT,
      reading: { kind: 'words', terms: ['trust', 'terrorism', 'charge'] },
    },
    'not_found',
    [],
  ],
  [
    'timing alone proves no cause',
    {
      type: 'cause',
      quote: 'the earthquake led Athens to propose talks',
      actors: GT,
      reading: { kind: 'words', terms: ['earthquake', 'lead', 'propose', 'talk'] },
    },
    'not_found',
    [],
  ],
])

test('a cause that a source states is supported', async () => {
  const claim: ClaimSketch = {
    type: 'cause',
    quote: 'Greece lifted its veto thanks to earthquake diplomacy',
    actors: GT,
    reading: { kind: 'words', terms: ['lift', 'veto', 'earthquake', 'diplomacy'] },
  }
  const { claims } = await checkLedger(ledgerOf([claim], '2000-01-01'), memoryRecord(AEGEAN), { asOf: ['2000-01-01'] })
  expect(claims[0]?.verdicts[0]?.verdict).toBe('supported')
})

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
