import fc from 'fast-check'
import { addDays } from '../../domain/index.ts'
import type { MeasuredDyad, MeasuredPoint, MeasuredTurn, PhaseName } from '../../relations/index.ts'

/** Series of a pair made at random, with everything a chart must bear: no rows, one row, huge counts, gaps, turns at the ends. */

const PHASES: readonly PhaseName[] = ['hostile', 'tense', 'cool', 'normal', 'warm', 'close', 'crisis', 'quiet']

const tally = fc
  .tuple(fc.nat(3), fc.nat(100_000), fc.nat(3), fc.nat(40))
  .map(([verbal_cooperation, material_cooperation, verbal_conflict, material_conflict]) => ({
    events: verbal_cooperation + material_cooperation + verbal_conflict + material_conflict,
    verbal_cooperation,
    material_cooperation,
    verbal_conflict,
    material_conflict,
    goldstein_mean: null,
    goldstein_sum: null,
  }))

const temperature = fc.option(
  fc
    .tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }))
    .map(([value, half]) => ({ value, low: value - half, high: value + half })),
)

const turnAt = (from: string, days: number, kind: 'thaw' | 'rupture'): MeasuredTurn => ({
  id: `turn:AAA/BBB/${kind}/${from}/2020-01-01/x`,
  kind,
  date: addDays(from, Math.floor(days / 2)),
  date_from: from,
  date_to: addDays(from, days),
  confidence: 0.5,
  known_on: null,
  events: [],
})

const point = (from: string, to: string) =>
  fc
    .record({
      a_to_b: tally,
      b_to_a: tally,
      pair: tally,
      temperature,
      phase: fc.option(fc.constantFrom(...PHASES)),
      rows: fc.nat(2000),
      score: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    })
    .map(
      ({ rows, score, ...rest }): MeasuredPoint => ({
        ...rest,
        from,
        to,
        cell: `cell:AAA/BBB/month/${from}/${to}/2020-01-01`,
        ...(score === null ? {} : { score: { days: 3, sum: score } }),
        coverage: { pair_events: rows, actor_events: rows, world_events: rows, sources: 1, days_without_rows: 0 },
      }),
    )

/** `least`: the fewest points. */
export const anySeries = (least = 1): fc.Arbitrary<MeasuredDyad> =>
  fc
    .record({
      length: fc.integer({ min: least, max: 40 }),
      days: fc.integer({ min: 1, max: 366 }),
      turns: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(14), fc.boolean()), { maxLength: 4 }),
    })
    .chain(({ length, days, turns }) => {
      const first = '1990-01-01'
      const dates = Array.from({ length }, (_, i) => addDays(first, i * days))
      return fc.tuple(...dates.map(from => point(from, addDays(from, days - 1)))).map(
        (points): MeasuredDyad => ({
          schema: 'detente.dyad/1',
          dyad: 'AAA-BBB',
          as_of: '2020-01-01',
          by: 'month',
          parts: [],
          sources: ['x'],
          points,
          turning_points: turns.map(([share, long, warm]) =>
            turnAt(addDays(first, Math.floor(share * (length * days - 1))), long, warm ? 'thaw' : 'rupture'),
          ),
        }),
      )
    })

/** A name that would be markup, if it were let. */
export const HOSTILE = '<script>alert("1")</script>&\'"]]><!--'
