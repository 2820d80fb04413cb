import { describe, expect, test } from 'vitest'
import { type Balance, emptyBalance } from '../series/index.ts'
import { turningPoints } from './history.ts'
import { turnSettings } from './settings.ts'
import { damp, sumsOf } from './sums.ts'
import { barFor, excess, strengthsInHistory, surgeFrom, TURN_KINDS } from './surge.ts'
import { turnsAsKnown } from './watch.ts'

const FROM = 14_000

/** A pair with an act of each kind every twentieth day, and what is added to it. */
const pairWith = (...added: [side: 'cooperation' | 'conflict', day: number, days: number, mass: number][]): Balance => {
  const b = emptyBalance(FROM, 1500, 7)
  for (let i = 0; i < 1500; i += 20) {
    b.cooperation[i] = 3
    b.conflict[i + 9] = 2
    b.rows[i] = 1
  }
  for (const [side, day, days, mass] of added)
    for (let i = day; i < day + days; i++) {
      b[side][i] = mass
      b.rows[i] = 1
    }
  return b
}

const told = (b: Balance) => turningPoints(b).map(({ kind, day }) => `${kind} ${day - FROM}`)

test('the example of the method page', () => {
  expect(damp(4, 7, turnSettings().damping)).toBeCloseTo(0.76, 2)
  expect(excess(4, 0.05, 0.06, 14)).toBeCloseTo(1.8, 1)
})

describe('turning points', () => {
  test('routine is none', () => expect(told(pairWith())).toEqual([]))

  test('a burst of conflict is a rupture on its heaviest day, with the days nearly as heavy around it', () => {
    const b = pairWith(['conflict', 700, 6, 9], ['conflict', 702, 1, 20])
    const [turn] = turningPoints(b)
    expect(told(b)).toEqual(['rupture 702'])
    expect([turn?.from, turn?.to]).toEqual([FROM + 700, FROM + 705])
    expect(turn?.gradual).toBe(true)
    expect(turn?.confidence).toBeGreaterThan(0.5)
  })

  test('the larger of two bursts of a kind within a year stands; after a year both do', () => {
    expect(told(pairWith(['conflict', 700, 6, 9], ['conflict', 900, 8, 12]))).toEqual(['rupture 900'])
    expect(told(pairWith(['conflict', 500, 8, 12], ['conflict', 900, 8, 12]))).toEqual(['rupture 500', 'rupture 900'])
  })

  test('talks within a month of a quarrel are its end, not a thaw; later ones are a thaw, contested within half a year', () => {
    expect(told(pairWith(['conflict', 700, 8, 14], ['cooperation', 725, 6, 7]))).toEqual(['rupture 700'])
    const later = pairWith(['conflict', 700, 8, 14], ['cooperation', 760, 8, 14])
    expect(told(later)).toEqual(['rupture 700', 'thaw 760'])
    expect(turningPoints(later).map(({ contested }) => contested)).toContain(true)
    expect(told(pairWith(['conflict', 700, 8, 14], ['cooperation', 1000, 8, 14]))).toEqual(['rupture 700', 'thaw 1000'])
  })

  test('the less a pair is in the news, the less is asked; the bar lies between its two ends', () => {
    const [t, bar] = [turnSettings(), (own: number) => barFor('rupture', own, 0.5, turnSettings())]
    expect(bar(0)).toBe(t.threshold_sparse)
    expect(bar(t.half_dense)).toBeCloseTo((t.threshold_sparse + t.threshold) / 2, 9)
    expect(bar(1e9)).toBeCloseTo(t.threshold, 6)
  })

  test('a thaw needs something to thaw: among friends a summit has to be larger', () => {
    const t = turnSettings()
    expect(barFor('thaw', 1, t.to_thaw, t)).toBe(barFor('rupture', 1, t.to_thaw, t))
    expect(barFor('thaw', 1, t.to_thaw / 4, t)).toBeCloseTo(2 * barFor('rupture', 1, t.to_thaw / 4, t), 9)
  })

  test('days that a data set did not see are no quiet days: a rate is a mean over days seen', () => {
    const whole = pairWith(['conflict', 1400, 6, 9])
    const gap = { ...whole, seen: Uint8Array.from(whole.seen, (_, i) => (i >= 300 && i < 900 ? 0 : 1)) }
    for (let i = 300; i < 900; i++) {
      gap.cooperation[i] = 0
      gap.conflict[i] = 0
    }
    const asQuiet = { ...gap, seen: whole.seen }
    const surge = (b: Balance) => turningPoints(b).find(({ kind }) => kind === 'rupture')?.surge ?? 0
    expect(surge(gap)).toBeLessThan(surge(asQuiet))
  })

  test('condolences in the fortnight of an attack are no thaw, though they outweigh it', () => {
    const b = pairWith(['conflict', 700, 6, 9], ['cooperation', 701, 8, 9])
    expect(told(b)).not.toContainEqual(expect.stringMatching(/^thaw/))
    expect(turnsAsKnown(b).map(({ kind }) => kind)).not.toContain('thaw')
  })

  test('a busy pair needs more than a quiet one', () => {
    const busy = pairWith(['conflict', 700, 6, 9])
    for (let i = 0; i < 1500; i += 2) busy.conflict[i] = (busy.conflict[i] ?? 0) + 6
    expect(told(busy)).toEqual([])
  })
})

describe('a watcher', () => {
  test('is told within days, and of nothing before it happened', () => {
    const [alarm] = turnsAsKnown(pairWith(['conflict', 700, 8, 12]))
    expect(alarm?.kind).toBe('rupture')
    expect((alarm?.known_on ?? 0) - FROM).toBeGreaterThanOrEqual(700)
    expect((alarm?.known_on ?? 0) - FROM).toBeLessThanOrEqual(710)
  })

  test('is told nothing in the first month, when nothing is usual yet', () => {
    const b = emptyBalance(FROM, 60, 7)
    for (let i = 5; i < 15; i++) {
      b.conflict[i] = 20
      b.rows[i] = 1
    }
    expect(turnsAsKnown(b)).toEqual([])
  })

  test('is told again where a later burst is much stronger, not where it is the like', () => {
    const days = (b: Balance) => turnsAsKnown(b).map(({ day }) => day - FROM)
    expect(days(pairWith(['conflict', 700, 8, 9], ['conflict', 780, 8, 9]))).toHaveLength(1)
    expect(days(pairWith(['conflict', 700, 8, 9], ['conflict', 780, 10, 60]))).toHaveLength(2)
  })
})

test('the surges of all days, written out, are those of each day', () => {
  const b = pairWith(['conflict', 700, 6, 9], ['cooperation', 900, 6, 9])
  const [sums, t] = [sumsOf(b), turnSettings()]
  for (const kind of TURN_KINDS) {
    const all = strengthsInHistory(sums, kind, t, 0.5)
    for (let i = 0; i < all.length; i++) {
      const { surge, bar } = surgeFrom(sums, kind, i, t)
      expect(all[i]).toBeCloseTo(surge < 0.5 ? 0 : surge / bar, 9)
    }
  }
})
