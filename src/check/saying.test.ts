import { expect, test } from 'vitest'
import { act, type ClaimSketch, ledgerOf } from '../../test/check/claim-of.ts'
import { type EventSketch, eventOf, memoryRecord } from '../../test/check/memory-record.ts'
import { addDays, type ClaimType, type EventType } from '../domain/index.ts'
import { checkLedger } from './index.ts'

/** Kenya and Uganda; what was said is made up for the test. */
const said = (day: string, type: EventType, summary: string, more: Partial<EventSketch> = {}): EventSketch => ({
  ...{ day, source: 'KEN', target: 'UGA', type, summary },
  ...more,
})
const LAKE = [
  said('2009-03-12', 'ACCUSE', 'Kenya complained that Uganda had raised its flag on Migingo island.'),
  said('2009-05-02', 'SUPPORT', "Kenya's president said that the railway to Uganda would be repaired.", {
    people: ['Mwai Kibaki'],
  }),
  said('2009-06-01', 'CONSULT', 'Kenya and Uganda talked in Kampala, where Kenya complained of tolls on its lorries.'),
  ...Array.from({ length: 40 }, (_, i) =>
    said(addDays('2007-01-10', 25 * i), 'CONSULT', 'Officials of Kenya and Uganda talked.'),
  ),
].map(eventOf)

const saying = (type: ClaimType, quote: string, terms: readonly string[]): ClaimSketch => ({
  type,
  quote,
  actors: ['KEN', 'UGA'],
  attribution: { to: 'Nairobi', actor: 'KEN', start: 0, end: 0 },
  event: { type: type === 'accusation' ? 'ACCUSE' : null, source: 'KEN', target: 'UGA' },
  reading: act(terms),
})

test.each([
  [
    'both of two words',
    saying('statement', 'Nairobi said the railway would be repaired', ['railway', 'repair']),
    'supported',
  ],
  ['one of two words', saying('statement', 'Nairobi said the railway was too dear', ['railway', 'dear']), 'not_found'],
  [
    'one of three words of talk that takes no side',
    saying('statement', 'Nairobi said rebels held the railway', ['rebel', 'hold', 'railway']),
    'not_found',
  ],
  ['one word alone', saying('statement', 'Nairobi spoke of the railway', ['railway']), 'not_found'],
  [
    'a charge with its matter',
    saying('accusation', 'Nairobi complained of the flag on the island', ['flag', 'island']),
    'supported',
  ],
  [
    'a charge of something else',
    saying('accusation', 'Nairobi complained of the price of sugar', ['price', 'sugar']),
    'not_found',
  ],
  [
    'a charge with one word of two',
    saying('accusation', 'Nairobi complained of a tax on the island', ['tax', 'island']),
    'not_found',
  ],
  [
    'a charge told inside a talk',
    saying('accusation', 'Nairobi complained of tolls on lorries', ['toll', 'lorry']),
    'supported',
  ],
] as const)('%s', async (_, sketch, verdict) => {
  const { claims } = await checkLedger(ledgerOf([sketch], '2009-12-31'), memoryRecord(LAKE), { asOf: ['2009-12-31'] })
  const got = claims[0]?.verdicts[0]
  expect({ verdict: got?.verdict, because: got?.because }).toMatchObject({ verdict })
})

test('where nothing is known of what was said, only the very kind of saying tells', async () => {
  const thanked = {
    ...saying('statement', 'thanked', ['thank']),
    attribution: { to: 'Kenya', actor: 'KEN', start: 0, end: 0 },
  }
  const thanks = eventOf(said('2009-10-03', 'SUPPORT', 'Kenya thanked Uganda for maize.'), 77)
  const check = async (events: readonly (typeof thanks)[]) =>
    (await checkLedger(ledgerOf([thanked], '2009-12-31'), memoryRecord(events), { asOf: ['2009-12-31'] })).claims[0]
      ?.verdicts[0]
  const told = await check([...LAKE.filter(e => e.type === 'CONSULT'), thanks])
  expect(told?.verdict).toBe('supported')
  expect(told?.receipts.map(r => ('day' in r ? r.day : ''))).toEqual(['2009-10-03'])
  expect((await check(LAKE.filter(e => e.type === 'CONSULT')))?.verdict).not.toBe('supported')
})
