import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Act,
  balanceOfActs,
  balanceOfScores,
  byPeriod,
  emptyBalance,
  isCovered,
  pairSeries,
  passedBetween,
  phasesOf,
  QUADS,
  sumsOf,
  temperatureOf,
  turningPoints,
  turnSettings,
  turnsAsKnown,
} from './index.ts'

/** What must hold of every measure, whatever the acts. */
const FROM = 15_000
const DAYS = 500
const span = { from: FROM, days: DAYS, ordinary: turnSettings().ordinary_act_day }

const KINDS: readonly [kind: string, quad: number, weight: number][] = [
  ['CONSULT', 0, 1],
  ['AGREE', 0, 4],
  ['AID', 1, 7],
  ['ACCUSE', 2, -2],
  ['THREATEN', 2, -6],
  ['ASSAULT', 3, -9],
  ['REQUEST', 2, 0],
]

const act = fc
  .record({
    day: fc.integer({ min: FROM, max: FROM + DAYS - 1 }),
    by: fc.constantFrom('a' as const, 'b' as const, 'both' as const),
    of: fc.constantFrom(...KINDS),
  })
  .map(
    ({ day, by, of: [kind, quad, weight] }): Act => ({ day, by, kind, weight, quad: QUADS[quad] ?? 'verbal_conflict' }),
  )

/** Calm acts and bursts, so that turns and crises do come up. */
const acts = fc
  .tuple(
    fc.array(act, { maxLength: 40 }),
    fc.array(
      fc.tuple(fc.integer({ min: FROM + 60, max: FROM + DAYS - 15 }), fc.boolean(), fc.integer({ min: 3, max: 10 })),
      { maxLength: 3 },
    ),
  )
  .map(([calm, bursts]) => [
    ...calm,
    ...bursts.flatMap(([day, bad, length]) =>
      Array.from({ length }, (_, i): Act[] => [
        {
          day: day + i,
          by: 'both',
          kind: bad ? 'ASSAULT' : 'AID',
          weight: bad ? -9 : 7,
          quad: bad ? 'material_conflict' : 'material_cooperation',
        },
        {
          day: day + i,
          by: 'a',
          kind: bad ? 'THREATEN' : 'AGREE',
          weight: bad ? -6 : 4,
          quad: bad ? 'verbal_conflict' : 'verbal_cooperation',
        },
      ]).flat(),
    ),
  ])

const swapped = (list: readonly Act[]): Act[] =>
  list.map(one => ({ ...one, by: one.by === 'a' ? 'b' : one.by === 'b' ? 'a' : 'both' }))

const measures = (list: readonly Act[]) => {
  const balance = balanceOfActs(list, span)
  return { phases: phasesOf(balance), history: turningPoints(balance), online: turnsAsKnown(balance) }
}

describe('laws', () => {
  test('bursts do make turns and crises: the laws below are not kept by silence', () => {
    const burst = Array.from({ length: 10 }, (_, i): Act[] => [
      { day: FROM + 300 + i, by: 'a', kind: 'ASSAULT', weight: -9, quad: 'material_conflict' },
      { day: FROM + 300 + i, by: 'b', kind: 'THREATEN', weight: -6, quad: 'verbal_conflict' },
    ]).flat()
    const { phases, history, online } = measures(burst)
    expect(history.map(({ kind }) => kind)).toEqual(['rupture'])
    expect(online.map(({ kind }) => kind)).toEqual(['rupture'])
    expect(phases.map(({ name }) => name)).toContain('crisis')
  })

  test('relabelling the two states relabels directions and changes no measure of the pair', () => {
    fc.assert(
      fc.property(acts, list => {
        expect(measures(swapped(list))).toEqual(measures(list))
        const [one, other] = [pairSeries(list, span), pairSeries(swapped(list), span)]
        expect([other.b_to_a, other.a_to_b, other.pair, other.rows]).toEqual([
          one.a_to_b,
          one.b_to_a,
          one.pair,
          one.rows,
        ])
      }),
      { numRuns: 60 },
    )
  })

  test('contributions add up: the parts of a period are the period', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: DAYS - 2 }), (list, cut) => {
        const series = pairSeries(list, span)
        const [whole] = byPeriod(series, [{ from: FROM, to: FROM + DAYS - 1 }])
        const parts = byPeriod(series, [
          { from: FROM, to: FROM + cut },
          { from: FROM + cut + 1, to: FROM + DAYS - 1 },
        ])
        for (const quad of QUADS) expect(parts.reduce((sum, part) => sum + part.pair[quad], 0)).toBe(whole?.pair[quad])
        expect(whole?.pair.events).toBe(list.length)
        const sums = sumsOf(balanceOfActs(list, span))
        const [a, b, all] = [
          passedBetween(sums, FROM, FROM + cut),
          passedBetween(sums, FROM + cut + 1, FROM + DAYS),
          passedBetween(sums, FROM, FROM + DAYS),
        ]
        expect(a.conflict + b.conflict).toBeCloseTo(all.conflict, 9)
        expect(a.rows + b.rows).toBe(all.rows)
      }),
      { numRuns: 60 },
    )
  })

  test('the order of rows does not matter, to the last digit', () => {
    fc.assert(
      fc.property(acts, list => {
        expect(measures([...list].reverse())).toEqual(measures(list))
      }),
      { numRuns: 40 },
    )
  })

  test('what comes later changes no phase and no alarm of earlier days', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 60, max: DAYS - 1 }), (list, cut) => {
        const known = list.filter(({ day }) => day < FROM + cut)
        const [then, now] = [{ ...span, days: cut }, span].map(s =>
          balanceOfActs(s.days === cut ? known : list, s),
        ) as [ReturnType<typeof balanceOfActs>, ReturnType<typeof balanceOfActs>]
        const alarms = (b: typeof then) => turnsAsKnown(b).filter(({ known_on }) => (known_on ?? 0) < FROM + cut)
        expect(alarms(now)).toEqual(alarms(then))
        const names = (b: typeof then) =>
          phasesOf(b)
            .filter(({ from }) => from < FROM + cut)
            .map(({ name, from }) => [name, from])
        expect(names(now)).toEqual(names(then))
      }),
      { numRuns: 60 },
    )
  })

  test('doubling every row changes no phase and no turn', () => {
    fc.assert(
      fc.property(acts, list => {
        const [one, two] = [measures(list), measures([...list, ...list])]
        expect(two).toEqual(one)
      }),
      { numRuns: 40 },
    )
  })

  test('scores in other units give the same turns', () => {
    const scores = fc.array(
      fc.record({ day: fc.integer({ min: FROM, max: FROM + DAYS - 1 }), score: fc.integer({ min: -500, max: 500 }) }),
      { maxLength: 200 },
    )
    fc.assert(
      fc.property(scores, list => {
        const one = balanceOfScores(list, { ...span, ordinary: 16 })
        const double = balanceOfScores(
          list.map(({ day, score }) => ({ day, score: 2 * score })),
          { ...span, ordinary: 32 },
        )
        expect(turningPoints(double)).toEqual(turningPoints(one))
        expect(phasesOf(double)).toEqual(phasesOf(one))
      }),
      { numRuns: 40 },
    )
  })

  test('an empty record gives no coverage, not zero', () => {
    const empty = emptyBalance(FROM, DAYS, 1)
    expect(isCovered(empty)).toBe(false)
    expect([phasesOf(empty), turningPoints(empty), turnsAsKnown(empty)]).toEqual([[], [], []])
    const nothing = { cooperation: 0, conflict: 0, days: 90 }
    expect(temperatureOf(nothing, nothing)).toBeNull()
    const [point] = byPeriod(pairSeries([], span), [{ from: FROM, to: FROM + 29 }])
    expect(point?.pair.weight_mean).toBeNull()
    expect(point?.coverage).toEqual({ pair_events: 0, days_without_rows: 30 })
  })
})
