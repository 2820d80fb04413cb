import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkLedger } from '../src/check/index.ts'
import { ensureRecord, importFiles, openRecord, type RecordReader } from '../src/record/index.ts'
import { AEGEAN } from './check/aegean.ts'
import { act, type ClaimSketch, ledgerOf, relation } from './check/claim-of.ts'
import { memoryRecord } from './check/memory-record.ts'

let folder = ''
let aegean: RecordReader
let shipped: RecordReader
const path = (name: string) => join(folder, name)

const writeRows = (name: string, rows: readonly object[]): string => {
  writeFileSync(path(name), rows.map(row => `${JSON.stringify(row)}\n`).join(''))
  return path(name)
}
const asRow = ({ origin, ...event }: (typeof AEGEAN)[number]) => event

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-check-'))
  await importFiles(path('aegean.duckdb'), [writeRows('aegean.jsonl', AEGEAN.map(asRow))])
  await ensureRecord(path('shipped.duckdb'))
  aegean = await openRecord(path('aegean.duckdb'))
  shipped = await openRecord(path('shipped.duckdb'))
})
afterAll(async () => {
  await aegean?.close()
  await shipped?.close()
  rmSync(folder, { recursive: true, force: true })
})

const GT = ['GRC', 'TUR']
const SKETCHES: readonly ClaimSketch[] = [
  {
    type: 'event',
    quote: 'the foreign ministers met in New York',
    actors: GT,
    event: { type: 'CONSULT', source: 'GRC', target: 'TUR' },
    reading: act(['meet'], ['Ismail Cem'], ['New York']),
  },
  { type: 'relation_trend', quote: 'relations are warming', actors: GT, reading: relation(['GRC', 'TUR'], 'trend', 1) },
  {
    type: 'relation_level',
    quote: 'relations of Turkey and Greece have been tense',
    actors: GT,
    reading: relation(['GRC', 'TUR'], 'level', -1),
  },
  {
    type: 'accusation',
    quote: 'Ankara accused Greece of supporting terrorists',
    actors: ['TUR', 'GRC'],
    attribution: { to: 'Ankara', actor: 'TUR', start: 0, end: 0 },
    reading: act(['accuse', 'support', 'terrorist']),
  },
  {
    type: 'announced_event',
    quote: 'Papandreou will visit Ankara in January',
    actors: GT,
    when: '2000-01-01/2000-01-31',
    due: '2000-01-31',
    event: { type: 'CONSULT', source: 'GRC', target: 'TUR', status: 'announced' },
    reading: act(['visit'], ['George Papandreou'], ['Ankara']),
  },
  {
    type: 'forecast',
    quote: 'Greece may lift its veto',
    actors: GT,
    event: { type: 'CONCEDE', source: 'GRC', target: 'TUR', status: 'possible' },
    reading: act(['lift', 'veto']),
  },
  { type: 'event', quote: 'Chile invaded Peru', actors: ['CHL', 'PER'], reading: act(['invade']) },
]
const DAYS = ['1995-01-01', '1999-11-22', '2000-06-30']

describe('the store and a list of the same rows', () => {
  test('give the same verdicts, but for how many witnesses they count', async () => {
    const ledger = ledgerOf(SKETCHES, '1999-11-22')
    const [stored, listed] = [
      await checkLedger(ledger, aegean, { asOf: DAYS }),
      await checkLedger(ledger, memoryRecord(AEGEAN), { asOf: DAYS }),
    ]
    const plain = (checked: typeof stored) =>
      checked.claims.map(c => c.verdicts.map(v => [v.as_of, v.verdict, v.because, v.receipts, v.coverage?.pair_events]))
    expect(plain(stored)).toEqual(plain(listed))
    expect(stored.claims.map(c => c.verdicts.map(v => v.verdict))).toEqual([
      ['not_covered', 'supported', 'supported'],
      ['not_covered', 'supported', 'supported'],
      ['not_covered', 'supported', 'supported'],
      ['not_covered', 'supported', 'supported'],
      ['pending', 'pending', 'supported'],
      ['pending', 'pending', 'supported'],
      ['not_covered', 'not_covered', 'not_covered'],
    ])
  })

  test('rows that became known later change nothing, in the store itself', async () => {
    const ledger = ledgerOf(SKETCHES, '1999-11-22')
    const before = await checkLedger(ledger, aegean, { asOf: ['1999-11-22'] })
    const late = AEGEAN.filter((e, i) => i % 3 === 0 && e.day < '1999-11-01').map((e, i) => ({
      ...asRow(e),
      id: `late${i}`,
      type: 'ASSAULT',
      known: '1999-12-01',
      summary: `It came out later: ${e.summary}`,
    }))
    const file = path('more.duckdb')
    await importFiles(file, [path('aegean.jsonl'), writeRows('late.jsonl', late)])
    const more = await openRecord(file)
    try {
      expect((await more.knownRange()).events).toBe(AEGEAN.length + late.length)
      expect(await checkLedger(ledger, more, { asOf: ['1999-11-22'] })).toEqual(before)
      const after = await checkLedger(ledger, more, { asOf: ['1999-12-31'] })
      expect(after.claims).not.toEqual((await checkLedger(ledger, aegean, { asOf: ['1999-12-31'] })).claims)
    } finally {
      await more.close()
    }
  })
})

describe('the record that ships', () => {
  const judge = async (sketch: ClaimSketch, date: string, asOf = date) => {
    const { claims } = await checkLedger(ledgerOf([sketch], date), shipped, { asOf: [asOf] })
    const verdict = claims[0]?.verdicts[0]
    if (!verdict) throw new Error('no verdict')
    return verdict
  }
  const shown = (v: Awaited<ReturnType<typeof judge>>, bearing: string) =>
    v.receipts.flatMap(r => (r.bearing === bearing && 'event' in r ? [r.event] : []))

  test('a visit said to come in autumn came in another year: not found then, and what did happen is shown', async () => {
    const visit: ClaimSketch = {
      type: 'announced_event',
      quote: "Iran's defence minister will come to Baku in October",
      actors: ['IRN', 'AZE'],
      when: '2014-10-01/2014-10-31',
      due: '2014-10-31',
      event: { type: 'CONSULT', source: 'IRN', target: 'AZE', status: 'announced' },
      reading: act(['come'], ['Hossein Dehqan'], ['Baku']),
    }
    expect((await judge(visit, '2014-08-20')).verdict).toBe('pending')
    const later = await judge(visit, '2014-08-20', '2015-12-31')
    expect(later.verdict).toBe('not_found')
    expect(shown(later, 'context')).toContain('az-ir-2015-04-20-a')
    expect(later.because).toContain('20 April 2015')
  })

  test('first signs that were not the first', async () => {
    const first: ClaimSketch = {
      type: 'comparison',
      quote: 'the first signs of better ties came in May',
      actors: ['AZE', 'IRN'],
      when: '2014-05-01/2014-05-31',
      reading: { kind: 'extremum', order: 'first', pair: ['AZE', 'IRN'], valence: 1, terms: ['sign', 'better', 'tie'] },
    }
    const verdict = await judge(first, '2014-08-20')
    expect(verdict.verdict).toBe('contradicted')
    expect(shown(verdict, 'against')).toContain('az-ir-2014-04-09-a')
  })

  test('a war comes after the warning: the condition is met, and only then the claim is judged', async () => {
    const warning: ClaimSketch = {
      type: 'conditional_or_advice',
      quote: 'If war breaks out between Azerbaijan and Armenia, shells will fall on Iranian soil',
      actors: ['IRN'],
      condition: { start: 3, end: 50, quote: 'war breaks out between Azerbaijan and Armenia' },
      reading: { kind: 'words', terms: ['shell', 'fall', 'soil'] },
    }
    const between: ClaimSketch = { type: 'event', quote: 'war', actors: ['AZE', 'ARM'], reading: act(['war']) }
    const ledger = ledgerOf([warning, between], '2014-08-20')
    const placed = {
      ...ledger,
      claims: ledger.claims.map((claim, i) =>
        i === 1 ? { ...claim, actors: claim.actors.map(a => ({ ...a, start: 24, end: 34 })) } : claim,
      ),
    }
    const checked = await checkLedger(placed, shipped, { asOf: ['2015-12-31', '2024-12-31'] })
    const [early, late] = checked.claims[0]?.verdicts ?? []
    expect(early?.verdict).toBe('pending')
    expect(['supported', 'disputed']).toContain(late?.verdict)
    expect(late?.because).toContain('condition came about')
  })

  test('what an analysis leaves out: acts of weight in the year before it', async () => {
    const visit: ClaimSketch = {
      type: 'event',
      quote: 'the presidents met',
      actors: ['AZE', 'IRN'],
      when: '2014-05-20',
      event: { type: 'CONSULT', source: 'AZE', target: 'IRN' },
      reading: act(['meet']),
    }
    const { omissions } = await checkLedger(ledgerOf([visit], '2014-08-20'), shipped, { asOf: ['2014-08-20'] })
    const acts = omissions.filter(({ says }) => says.startsWith('Not mentioned, '))
    expect(acts.length).toBeGreaterThan(2)
    expect(acts.length).toBeLessThanOrEqual(5)
    for (const { says, receipts } of acts) {
      expect(says).toMatch(/^Not mentioned, \d+ \w+ 201[34]: .*\.$/)
      expect(receipts).toHaveLength(1)
    }
    const reasons = omissions.filter(one => !acts.includes(one))
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.length).toBeLessThanOrEqual(3)
    for (const { says, receipts } of reasons) {
      expect(says).toMatch(/^Not weighed, though on record while Azerbaijan and Iran were warming: [a-z' ]+/)
      expect(receipts.length).toBeGreaterThan(0)
    }
    for (const { known } of omissions.flatMap(({ receipts }) => receipts)) expect(known <= '2014-08-20').toBe(true)
  })

  test('before the first day that the record knows, nothing is covered', async () => {
    const met: ClaimSketch = { type: 'event', quote: 'they met', actors: ['AZE', 'IRN'], reading: act(['meet']) }
    expect(await judge(met, '1900-01-01')).toMatchObject({
      verdict: 'not_covered',
      receipts: [],
      coverage: { pair_events: 0, actor_events: 0, independent_sources: 0, adequate: false },
    })
  })
})
