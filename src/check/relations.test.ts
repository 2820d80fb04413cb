import { describe, expect, test } from 'vitest'
import { type ClaimSketch, ledgerOf, relation } from '../../test/check/claim-of.ts'
import { HORN } from '../../test/check/horn.ts'
import { memoryRecord } from '../../test/check/memory-record.ts'
import type { CheckedLedger, Verdict, VerdictName } from '../domain/index.ts'
import { checkLedger } from './index.ts'

const WRITTEN = '2018-10-01'
const PAIR = ['ETH', 'ERI'] as const

const check = (sketches: readonly ClaimSketch[], asOf = WRITTEN): Promise<CheckedLedger> =>
  checkLedger(ledgerOf(sketches, asOf), memoryRecord(HORN), { asOf: [asOf] })

const judge = async (sketch: ClaimSketch, asOf = WRITTEN): Promise<Verdict> => {
  const verdict = (await check([sketch], asOf)).claims[0]?.verdicts[0]
  if (!verdict) throw new Error('no verdict')
  return verdict
}

const days = ({ receipts }: Verdict, bearing: string): string[] =>
  receipts.flatMap(r => (r.bearing === bearing && 'event' in r ? [r.day] : []))

const claim = (
  type: ClaimSketch['type'],
  quote: string,
  aspect: 'level' | 'trend' | 'turn',
  valence: 1 | -1,
  more: Partial<ClaimSketch> = {},
): ClaimSketch => ({ type, quote, actors: PAIR, reading: relation(PAIR, aspect, valence), ...more })

describe('turning points', () => {
  const turn = (valence: 1 | -1, when?: string) =>
    claim('turning_point', 'that was the turn', 'turn', valence, when === undefined ? {} : { when })
  test('one of its kind at the time named, carried by its events', async () => {
    const verdict = await judge(turn(1, '2018-07-01/2018-07-31'))
    expect(verdict).toMatchObject({ verdict: 'supported' })
    expect(verdict.because).toMatch(/thaw of Ethiopia and Eritrea on .* July 2018 \(.*times over what is usual/)
    expect(days(verdict, 'for')).toContain('2018-07-16')
    expect(days(verdict, 'for').every(day => day.startsWith('2018-07'))).toBe(true)
  })
  test('at another time than the record has it', async () => {
    const verdict = await judge(turn(1, '2018-03-01/2018-03-10'))
    expect(verdict).toMatchObject({ verdict: 'disputed' })
    expect(days(verdict, 'against')).toContain('2018-07-16')
  })
  test('none named: the last of its kind will do', async () =>
    expect(await judge(turn(1))).toMatchObject({ verdict: 'supported' }))
  test('the other kind stands out then', async () => {
    const verdict = await judge(turn(-1, '2018-07-01/2018-07-31'))
    expect(['contradicted', 'disputed']).toContain(verdict.verdict)
    expect(days(verdict, 'against')).toContain('2018-07-16')
  })
  test('nobody says which way: whatever stands out then will do, and nothing else', async () => {
    const sideless = (when: string) => ({ ...turn(1, when), reading: relation(PAIR, 'turn', 0) })
    expect(await judge(sideless('2018-07-01/2018-07-31'))).toMatchObject({ verdict: 'supported' })
    expect((await judge(sideless('2014-07-01/2014-07-31'))).verdict).not.toBe('supported')
  })
  test('before it came nothing supports it', async () =>
    expect((await judge(turn(1), '2018-05-01')).verdict).not.toBe('supported'))
})

describe('trends and levels', () => {
  const rows: readonly (readonly [string, ClaimSketch, string, VerdictName])[] = [
    ['warming', claim('relation_trend', 'relations are improving', 'trend', 1), WRITTEN, 'supported'],
    [
      'a thin record contradicts nothing',
      claim('relation_trend', 'relations are getting worse', 'trend', -1),
      WRITTEN,
      'not_covered',
    ],
    ['good now', claim('relation_level', 'relations are cordial', 'level', 1), WRITTEN, 'supported'],
    [
      'bad for years, though half a year was good',
      claim('relation_level', 'the two had been hostile for years', 'level', -1, {
        time: { from: null, to: WRITTEN, grain: null, basis: 'tense', mention: 'had been' },
      }),
      WRITTEN,
      'supported',
    ],
    ['a foe of years', claim('relation_level', 'Ethiopia, its old foe', 'level', -1), '2018-05-01', 'supported'],
    [
      'nothing warm before the thaw',
      claim('relation_level', 'their warm relations', 'level', 1),
      '2018-05-01',
      'not_covered',
    ],
  ]
  test.each(rows)('%s', async (_, sketch, asOf, verdict) => {
    const got = await judge(sketch, asOf)
    expect({ because: got.because, verdict: got.verdict }).toMatchObject({ verdict })
  })
  test('"since": what is claimed lasts to the document', async () => {
    const since = claim('relation_level', 'hostile ever since the raid of 2012', 'level', -1, {
      time: { from: '2012-03-01', to: '2012-03-31', grain: 'month', basis: 'stated', mention: 'the raid of 2012' },
    })
    const verdict = await judge(since, '2018-05-01')
    expect(verdict).toMatchObject({ verdict: 'supported' })
    expect(days(verdict, 'for')).toContain('2016-06-12')
  })
  test('no side taken: a word in common with some act shows nothing', async () => {
    const sketch = {
      ...claim('relation_trend', 'a plot moved their relations', 'trend', 1),
      reading: relation(PAIR, 'trend', 0),
    }
    expect(['not_found', 'not_covered']).toContain((await judge(sketch)).verdict)
  })
  test('the sentence bears the number and its interval', async () => {
    const level = await judge(claim('relation_level', 'relations are cordial', 'level', 1))
    expect(level.because).toMatch(/conflict was \d+ in 100 .*90 in 100 between \d+ and \d+; \d+ days with acts/)
    const trend = await judge(claim('relation_trend', 'relations are improving', 'trend', 1))
    expect(trend.because).toMatch(/warmer .*degrees, 90 in 100 between .* and /)
  })
  test('the last act by which they are judged is of the document’s day or before', async () => {
    const verdict = await judge(claim('relation_trend', 'relations are improving', 'trend', 1), '2018-07-10')
    expect(verdict.receipts.flatMap(r => ('event' in r ? [r.day] : [])).every(day => day <= '2018-07-10')).toBe(true)
  })
})

describe('causes', () => {
  const cause = (quote: string, more: Partial<ClaimSketch> = {}): ClaimSketch => ({
    type: 'cause',
    quote,
    actors: PAIR,
    reading: relation(PAIR, 'trend', 1),
    ...more,
  })
  test('the mechanism named has marks of its own: newcomers who act', async () => {
    const verdict = await judge(cause('the thaw came because a new prime minister took office in Addis Ababa'))
    expect(verdict).toMatchObject({ verdict: 'supported' })
    expect(verdict.because).toMatch(/change of leadership/)
    expect(days(verdict, 'for')).toEqual(expect.arrayContaining(['2018-04-02', '2018-07-09']))
  })
  test('a mechanism without marks is not borne out by what merely came before', async () => {
    const verdict = await judge(cause('the thaw came because their patrons pressed them'))
    expect(['not_found', 'not_covered']).toContain(verdict.verdict)
    expect(days(verdict, 'for')).toEqual([])
  })
  test('"the thaw": that of the two whose relations the text spoke of before', async () => {
    const before = claim('relation_trend', 'relations of the two are improving', 'trend', 1)
    const after = cause('the thaw came because a new prime minister took office', {
      actors: ['ETH'],
      reading: { kind: 'words', terms: ['thaw', 'new', 'prime', 'minister', 'office'] },
    })
    expect((await check([before, after])).claims[1]?.verdicts[0]).toMatchObject({ verdict: 'supported' })
    expect((await check([after])).claims[0]?.verdicts[0]?.verdict).not.toBe('supported')
  })
  test('a trend with its reason: the reason too is judged, or said to be left open', async () => {
    const trend = (reason: string) => claim('relation_trend', `relations improved because ${reason}`, 'trend', 1)
    expect((await judge(trend('a new prime minister took office'))).because).toMatch(/change of leadership/)
    const open = await judge(trend('the rains came'))
    expect(open).toMatchObject({ verdict: 'supported' })
    expect(open.because).toMatch(/not why/)
  })
  test('no mechanism named: no verdict from timing', async () =>
    expect((await judge(cause('the thaw came because of the rains'))).verdict).not.toBe('supported'))
  test('what it would explain has not come about', async () => {
    const verdict = await judge(
      cause('relations worsened because a new prime minister took office', { reading: relation(PAIR, 'trend', -1) }),
    )
    expect(verdict.verdict).not.toBe('supported')
  })
})

describe('what an analysis leaves out', () => {
  const about = (quote: string) => [
    claim('relation_trend', 'relations are improving', 'trend', 1),
    claim('event', quote, 'trend', 1),
  ]
  test('a mechanism with marks of its own, and its events', async () => {
    const { omissions } = await check(about('an airliner flew to Asmara'))
    const left = omissions.find(o => o.says.includes('change of leadership'))
    expect(left?.says).toMatch(/warming/)
    expect(left?.receipts.flatMap(r => ('event' in r ? [r.day] : []))).toContain('2018-04-02')
  })
  test('not when the analysis speaks of it', async () => {
    const { omissions } = await check(about('a new prime minister took office'))
    expect(omissions.filter(o => o.says.includes('change of leadership'))).toEqual([])
  })
})
