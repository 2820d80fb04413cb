import { describe, expect, test } from 'vitest'
import { AEGEAN } from '../../test/check/aegean.ts'
import { daysOf, GT, judge, rows, WRITTEN } from '../../test/check/aegean-judged.ts'
import { act, type ClaimSketch, ledgerOf } from '../../test/check/claim-of.ts'
import { memoryRecord } from '../../test/check/memory-record.ts'
import { checkLedger } from './index.ts'

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
