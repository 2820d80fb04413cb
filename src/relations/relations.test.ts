import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventOf } from '../../test/check/memory-record.ts'
import { addDays, EVENT_TYPES, type EventType, quadClass, STATUSES } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { changeBetween, studentQuantile } from './change.ts'
import { type DayBalance, dayBalances, deepens, levelOf, strongestTurn, weightOf, weightOfType } from './index.ts'
import { wilson } from './level.ts'

const ALWAYS = { from: '1900-01-01', to: '2100-01-01' }
const act = (day: string, type: EventType, at = 0, more = {}) =>
  eventOf({ day, source: 'FRA', target: 'DEU', type, summary: 'An act.', ...more }, at)

describe('weights', () => {
  test.each(EVENT_TYPES.filter(type => type !== 'REQUEST'))('%s leans to the side of its class', type =>
    expect(weightOfType(type) > 0).toBe(quadClass(type).endsWith('cooperation')),
  )
  test('a request takes no side', () => expect(weightOfType('REQUEST')).toBe(0))
  test('they are those of data/codes, but for requests', () => {
    const goldstein = readShippedYaml<Record<string, { weight: number }>>('codes', 'plover-goldstein.yaml')
    const differing = EVENT_TYPES.filter(type => goldstein[type]?.weight !== weightOfType(type))
    expect(differing).toEqual(['REQUEST'])
  })
  test.each(STATUSES)('an act that is %s weighs only if it happened', status =>
    expect(weightOf({ type: 'ASSAULT', status }) !== 0).toBe(status === 'occurred' || status === 'ongoing'),
  )
  test('talk does not deepen', () => {
    expect(deepens({ type: 'CONSULT', status: 'occurred' })).toBe(false)
    expect(deepens({ type: 'AGREE', status: 'occurred' })).toBe(true)
    expect(deepens({ type: 'AGREE', status: 'announced' })).toBe(false)
  })
})

describe('days', () => {
  test('ten papers signed on one visit are one sign of the times', () => {
    const days = dayBalances(
      [act('2001-05-01', 'AGREE', 1), act('2001-05-01', 'AGREE', 2), act('2001-06-01', 'ACCUSE', 3)],
      ALWAYS,
    )
    expect(days).toEqual([
      { day: '2001-05-01', value: 4, events: ['e001', 'e002'] },
      { day: '2001-06-01', value: -2, events: ['e003'] },
    ])
  })
  test('of two accounts of one act one counts', () => {
    const days = dayBalances(
      [act('2001-05-02', 'COERCE', 1), act('2001-05-03', 'COERCE', 2, { disputes: 'e001' })],
      ALWAYS,
    )
    expect(days.map(d => d.day)).toEqual(['2001-05-02'])
  })
  test('two that dispute each other leave one', () => {
    const days = dayBalances(
      [act('2001-05-02', 'COERCE', 1, { disputes: 'e002' }), act('2001-05-03', 'COERCE', 2, { disputes: 'e001' })],
      ALWAYS,
    )
    expect(days).toHaveLength(1)
  })
  test('acts outside the window, and acts that take no side, make no day', () => {
    const events = [act('2001-05-02', 'REQUEST', 1), act('1999-05-02', 'AID', 2)]
    expect(dayBalances(events, { from: '2001-01-01', to: '2001-12-31' })).toEqual([])
  })
})

const someEvents = fc
  .array(fc.record({ n: fc.integer({ min: 0, max: 400 }), type: fc.constantFrom(...EVENT_TYPES) }), { maxLength: 40 })
  .map(list => list.map(({ n, type }, i) => act(addDays('2001-01-01', n), type, i)))

test('the order of rows changes nothing, to the last digit', () =>
  fc.assert(
    fc.property(someEvents, events => {
      const shuffled = [...events].reverse()
      expect(levelOf(dayBalances(shuffled, ALWAYS))).toEqual(levelOf(dayBalances(events, ALWAYS)))
    }),
  ))

test('names do not matter: relabelled actors have the same level', () =>
  fc.assert(
    fc.property(someEvents, events => {
      const other = events.map(e => ({ ...e, source: 'JPN', target: 'KOR' }))
      expect(levelOf(dayBalances(other, ALWAYS))).toEqual(levelOf(dayBalances(events, ALWAYS)))
    }),
  ))

test('shares of a level add up, and lie in their intervals', () =>
  fc.assert(
    fc.property(someEvents, events => {
      const level = levelOf(dayBalances(events, ALWAYS))
      if (level.days === 0) return
      expect(level.conflict.value + level.cooperation.value).toBeCloseTo(1)
      for (const s of [level.conflict, level.cooperation]) {
        expect(s.low).toBeLessThanOrEqual(s.value + 1e-9)
        expect(s.high).toBeGreaterThanOrEqual(s.value - 1e-9)
      }
    }),
  ))

describe('levels', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263, method 3, and 0 of 20; 95 in 100.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [0, 20, 0, 0.1611],
  ])('Wilson: %d of %d', (hits, cases, low, high) => {
    const share = wilson(hits, cases, 1.959964)
    expect(share.low).toBeCloseTo(low, 4)
    expect(share.high).toBeCloseTo(high, 4)
  })
  test('without days nothing is known', () => {
    expect(wilson(0, 0, 1.645)).toEqual({ value: 0, low: 0, high: 1 })
    expect(levelOf([]).enough).toBe(false)
  })
})

const series = (values: readonly number[], from = '2001-01-01'): DayBalance[] =>
  values.map((value, i) => ({ day: addDays(from, i * 7), value, events: [] }))

describe('changes', () => {
  // Percentage points of Student's t, two-sided 90 in 100.
  test.each([
    [5, 2.015],
    [10, 1.812],
    [30, 1.697],
  ])('Student: %d degrees', (degrees, t) => expect(studentQuantile(1.644854, degrees)).toBeCloseTo(t, 2))
  test('warmer, cooler, and neither', () => {
    expect(changeBetween(series([-4, -2, -4, -2]), series([4, 1, 4, 1])).direction).toBe(1)
    expect(changeBetween(series([4, 1, 4, 1]), series([-4, -2, -4, -2])).direction).toBe(-1)
    expect(changeBetween(series([1, -2, 4, -4]), series([1, -2, 3.5, -4])).direction).toBe(0)
  })
  test('too few days have no direction, however far apart', () =>
    expect(changeBetween(series([-9, -9]), series([7, 7, 7, 7]))).toMatchObject({ enough: false, direction: 0 }))
  test('the same days either way round: opposite change', () => {
    const [a, b] = [series([1, 1, -2, 4]), series([3.5, 4, 6, 1])]
    expect(changeBetween(a, b).difference).toBeCloseTo(-changeBetween(b, a).difference)
  })
})

/** Always the same "random" numbers. */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

describe('turns', () => {
  test('a clear turn is found on its day, in its interval, of its kind', () => {
    const days = series([-2, -4, -2, -7, -2, -4, 1, 3.5, 4, 1, 6, 3.5])
    expect(strongestTurn(days, 'thaw')).toMatchObject({ kind: 'thaw', day: days[6]?.day })
    expect(strongestTurn(days, 'rupture')).toBeNull()
    const turn = strongestTurn(days, 'thaw')
    expect(turn && turn.from <= turn.day && turn.day <= turn.to).toBe(true)
  })
  test('a series without a turn seldom shows one: near 10 in 100', () => {
    const random = randomFrom(7)
    const weights = [1, 1, 1, 1, 3.5, 3.5, 4, 6, -2, -2, -4, -7, -9]
    const runs = 400
    for (const length of [20, 40, 80]) {
      let alarms = 0
      for (let run = 0; run < runs; run++) {
        const days = series(Array.from({ length }, () => weights[Math.floor(random() * weights.length)] ?? 0))
        if (strongestTurn(days, 'thaw') || strongestTurn(days, 'rupture')) alarms += 1
      }
      expect(alarms / runs).toBeLessThan(0.16)
    }
  })
})

test('the page of the method is right: its example comes out as it says', () => {
  const page = readFileSync('docs/method/relations-first-version.md', 'utf8')
  const rows = [...page.matchAll(/^\| (\d{4}-\d\d-\d\d) +\| ([A-Z]+(?:, [A-Z]+)*) +\|/gm)]
  const events = rows.flatMap(([, day = '', types = '']) =>
    types.split(', ').map((type, i) => act(day, type as EventType, Number(day.slice(5, 7)) * 100 + i)),
  )
  const cut = /Cut on (\d{4}-\d\d-\d\d)/.exec(page)?.[1] ?? ''
  const days = dayBalances(events, ALWAYS)
  const before = days.filter(d => d.day < cut)
  const after = days.filter(d => d.day >= cut)
  const level = levelOf(before)
  const change = changeBetween(before, after)
  const two = (x: number) => x.toFixed(2).replace('-', '−')
  expect(rows.length).toBeGreaterThan(8)
  expect(page).toContain(`${level.conflict_days} of ${level.days} days`)
  expect(page).toContain(`from ${two(level.conflict.low)} to ${two(level.conflict.high)}`)
  expect(page).toContain(`**${two(change.before.mean)}** before and **${two(change.after.mean)}** after`)
  expect(page).toContain(`from ${two(change.low)} to ${two(change.high)}`)
  expect(strongestTurn(days, 'thaw')?.day).toBe(/the turn lies on \*\*(\d{4}-\d\d-\d\d)\*\*/.exec(page)?.[1])
})
