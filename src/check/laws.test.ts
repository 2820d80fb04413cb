import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AEGEAN } from '../../test/check/aegean.ts'
import { act, type ClaimSketch, ledgerOf, relation } from '../../test/check/claim-of.ts'
import { type EventSketch, eventOf, memoryRecord } from '../../test/check/memory-record.ts'
import {
  addDays,
  CLAIM_TYPES,
  type ClaimType,
  type Day,
  EVENT_TYPES,
  type Reading,
  type Verdict,
} from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { checkLedger } from './index.ts'

const WRITTEN = '1999-11-22'
const ACTORS = ['GRC', 'TUR', 'CYP', 'org:nato', 'per:george-papandreou', 'reg:balkans'] as const
const WORDS = [
  'earthquake',
  'veto',
  'talks',
  'terrorists',
  'visit',
  'relations',
  'rescue',
  'candidate',
  'war',
  'first',
] as const

const day = fc.integer({ min: 0, max: 2000 }).map(n => addDays('1996-01-01', n))

const event: fc.Arbitrary<EventSketch> = fc
  .record({
    day,
    delay: fc.integer({ min: 0, max: 200 }),
    source: fc.constantFrom('GRC', 'TUR', 'CYP'),
    target: fc.constantFrom('GRC', 'TUR', 'CYP', null),
    type: fc.constantFrom(...EVENT_TYPES, null),
    status: fc.constantFrom('occurred', 'announced', 'denied', 'cancelled'),
    words: fc.subarray([...WORDS]),
  })
  .map(({ day: on, delay, words, ...e }) => ({
    ...e,
    day: on,
    known: addDays(on, delay),
    summary: `Greece and Turkey: ${words.join(' ')}.`,
  }))

const terms = fc.subarray([...WORDS], { minLength: 1 })
const pair = fc.constantFrom(['GRC', 'TUR'] as const, ['TUR', null] as const)
const valence = fc.constantFrom(-1 as const, 0 as const, 1 as const)
const reading: fc.Arbitrary<Reading> = fc.oneof(
  terms.map(t => act(t, [], [])),
  terms.map(t => ({ kind: 'words' as const, terms: t })),
  fc
    .tuple(pair, fc.constantFrom('level' as const, 'trend' as const, 'turn' as const), valence)
    .map(([p, a, v]) => relation(p, a, v)),
  fc
    .tuple(fc.constantFrom('first' as const, 'latest' as const, 'only' as const, 'most' as const), pair, valence, terms)
    .map(([order, p, v, t]) => ({ kind: 'extremum' as const, order, pair: p, valence: v, terms: t })),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.boolean(), terms)
    .map(([value, approximate, t]) => ({ kind: 'quantity' as const, value, approximate, terms: t })),
  fc.constant({ kind: 'membership' as const, member: 'TUR', group: 'org:nato' }),
  fc.constant({ kind: 'office' as const, person: 'Costas Simitis', title: 'prime minister', of: 'GRC', former: false }),
)

const claim: fc.Arbitrary<ClaimSketch> = fc
  .record({
    type: fc.constantFrom<ClaimType>(...CLAIM_TYPES),
    actors: fc.subarray([...ACTORS]),
    negated: fc.boolean(),
    until_document: fc.boolean(),
    read: reading,
    when: fc.option(fc.tuple(day, fc.integer({ min: 0, max: 60 })), { nil: undefined }),
    conditional: fc.boolean(),
    quote: terms,
  })
  .map(({ read, when, quote, conditional, ...c }) => {
    const said = `relations, if ${quote.join(' ')}`
    return {
      ...c,
      quote: said,
      reading: read,
      ...(when ? { when: `${when[0]}/${addDays(when[0], when[1])}` } : {}),
      ...(conditional ? { condition: { start: 10, end: said.length, quote: said.slice(10) } } : {}),
    }
  })

const claims = fc.array(claim, { minLength: 1, maxLength: 4 })
const asOfDay = fc.integer({ min: -2000, max: 3000 }).map(n => addDays(WRITTEN, n))
const few = { numRuns: 60 }

const verdictsOf = async (
  sketches: readonly ClaimSketch[],
  events: readonly AsOfEvent[],
  asOf: Day,
  date: Day | null = WRITTEN,
) => {
  const checked = await checkLedger(ledgerOf(sketches, date), memoryRecord(events), { asOf: [asOf] })
  return { verdicts: checked.claims.flatMap(c => c.verdicts), omissions: checked.omissions }
}

test('what became known later, or happened after as-of, changes nothing', () =>
  fc.assert(
    fc.asyncProperty(claims, fc.array(event, { maxLength: 25 }), asOfDay, async (sketches, more, asOf) => {
      const events = [...AEGEAN, ...more.map((e, i) => eventOf(e, 100 + i))]
      const then = events.filter(e => e.known <= asOf)
      expect(await verdictsOf(sketches, events, asOf)).toEqual(await verdictsOf(sketches, then, asOf))
    }),
    few,
  ))

/** What the contract promises of every verdict. */
const isGrounded = ({ verdict, because, receipts, coverage, as_of }: Verdict): void => {
  expect(because).toMatch(/^[\p{Lu}\d“"].*[^.]\.$/su)
  for (const r of receipts) {
    expect('event' in r ? r.day : r.from).not.toBe('')
    expect(('event' in r ? r.day : r.from) <= as_of).toBe(true)
    expect(r.known <= as_of).toBe(true)
    expect(r.sources.length).toBeGreaterThan(0)
    // The end of an office tells of the future as long as it has not come.
    if ('fact' in r) expect(r.to === null || r.to <= as_of).toBe(true)
  }
  const bearings = receipts.map(r => r.bearing)
  if (verdict === 'supported') expect(bearings).toContain('for')
  if (verdict === 'contradicted') {
    expect(bearings).toContain('against')
    expect(coverage?.adequate).toBe(true)
  }
  if (verdict === 'disputed') expect(receipts.length).toBeGreaterThan(0)
  if (verdict === 'not_found') expect(coverage?.adequate).toBe(true)
  if (verdict === 'not_covered') expect(coverage?.adequate).toBe(false)
  if (verdict === 'not_checkable') expect(bearings.every(b => b === 'context')).toBe(true)
}

test('every verdict is grounded, whatever is claimed and whatever the record holds', () =>
  fc.assert(
    fc.asyncProperty(
      claims,
      fc.array(event, { maxLength: 40 }),
      asOfDay,
      fc.constantFrom(WRITTEN, null),
      async (sketches, more, asOf, date) => {
        const events = [...AEGEAN, ...more.map((e, i) => eventOf(e, 100 + i))]
        const { verdicts } = await verdictsOf(sketches, events, asOf, date)
        expect(verdicts).toHaveLength(sketches.length)
        for (const verdict of verdicts) isGrounded(verdict)
      },
    ),
    few,
  ))

const bearingOrder = ['for', 'against', 'context']

test('receipts are sorted, each event is shown once, and twice the same question has the same answer', () =>
  fc.assert(
    fc.asyncProperty(claims, fc.array(event, { maxLength: 25 }), asOfDay, async (sketches, more, asOf) => {
      const events = [...AEGEAN, ...more.map((e, i) => eventOf(e, 100 + i))]
      const first = await verdictsOf(sketches, events, asOf)
      expect(JSON.stringify(await verdictsOf(sketches, [...events].reverse(), asOf))).toBe(JSON.stringify(first))
      for (const { receipts } of first.verdicts) {
        const keys = receipts.map(
          r => `${bearingOrder.indexOf(r.bearing)} ${'event' in r ? r.day : r.from} ${'event' in r ? r.event : r.fact}`,
        )
        expect(keys).toEqual([...keys].sort())
        const ids = receipts.map(r => ('event' in r ? r.event : r.fact))
        expect(new Set(ids).size).toBe(ids.length)
      }
    }),
    few,
  ))

test('an empty record covers nothing: that is no zero and no contradiction', () =>
  fc.assert(
    fc.asyncProperty(claims, asOfDay, async (sketches, asOf) => {
      const { verdicts, omissions } = await verdictsOf(sketches, [], asOf)
      expect(omissions).toEqual([])
      const byFacts = (v: Verdict) => v.receipts.some(r => 'fact' in r)
      for (const v of verdicts)
        if (!byFacts(v)) expect(['not_covered', 'pending', 'not_checkable']).toContain(v.verdict)
    }),
    few,
  ))

test('a document without a date is judged for each as-of day, and an undated one needs a record or a day', async () => {
  const sketch: ClaimSketch = {
    type: 'event',
    quote: 'they met',
    actors: ['GRC', 'TUR'],
    event: { type: 'CONSULT', source: 'GRC', target: 'TUR' },
    reading: act(['meet']),
  }
  const checked = await checkLedger(ledgerOf([sketch], null), memoryRecord(AEGEAN), { asOf: null })
  expect(checked.claims[0]?.verdicts.map(v => v.as_of)).toEqual(['2000-02-04'])
  await expect(checkLedger(ledgerOf([sketch], null), memoryRecord([]), { asOf: null })).rejects.toMatchObject({
    exitCode: 2,
  })
})

test('without as-of there are two verdicts: for the day of the document, and for the last day the record knows of', async () => {
  const sketch: ClaimSketch = { type: 'event', quote: 'they met', actors: ['GRC', 'TUR'], reading: act(['meet']) }
  const checked = await checkLedger(ledgerOf([sketch], WRITTEN), memoryRecord(AEGEAN), { asOf: null })
  expect(checked.claims[0]?.verdicts.map(v => v.as_of)).toEqual([WRITTEN, '2000-02-04'])
  expect(Object.keys(checked.summary.by_verdict)).toEqual([WRITTEN, '2000-02-04'])
})
