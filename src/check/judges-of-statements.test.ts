import { expect, test } from 'vitest'
import { AEGEAN } from '../../test/check/aegean.ts'
import { daysOf, GT, judge, rows } from '../../test/check/aegean-judged.ts'
import { act, type ClaimSketch, ledgerOf } from '../../test/check/claim-of.ts'
import { memoryRecord } from '../../test/check/memory-record.ts'
import { checkLedger } from './index.ts'

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
