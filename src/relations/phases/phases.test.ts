import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../domain/index.ts'
import { type Balance, emptyBalance } from '../series/index.ts'
import { phasesOf } from './phases.ts'
import { phaseSentence } from './sentence.ts'

const FROM = dayNumber('2000-01-01')
const DAYS = 1600

/** Ordinary days of each side, every so many days, from one day to another. */
const balance = (...spells: [side: 'cooperation' | 'conflict', from: number, to: number, every: number][]): Balance => {
  const b = emptyBalance(FROM, DAYS, 7)
  for (const [side, from, to, every] of spells)
    for (let i = from; i < to; i += every) {
      b[side][i] = (b[side][i] ?? 0) + 7
      b.rows[i] = 1
    }
  return b
}

const nameAt = (b: Balance, day: number) =>
  phasesOf(b).find(({ from, to }) => from <= FROM + day && FROM + day <= to)?.name

describe('phases', () => {
  test.each([
    ['close', 5, 400],
    ['warm', 10, 60],
    ['normal', 10, 30],
    ['cool', 10, 14],
    ['tense', 14, 10],
    ['hostile', 60, 10],
  ] as const)('%s: co-operation every %d days, conflict every %d', (name, good, bad) => {
    expect(nameAt(balance(['cooperation', 0, DAYS, good], ['conflict', 3, DAYS, bad]), 1500)).toBe(name)
  })

  test('little co-operation without quarrels is warm at most: close takes dealings', () => {
    expect(nameAt(balance(['cooperation', 0, DAYS, 45]), 1500)).toBe('warm')
  })

  test('half a year without acts is quiet, and the first act ends it', () => {
    const b = balance(['cooperation', 0, 300, 10], ['cooperation', 900, 1600, 10])
    expect([nameAt(b, 600), nameAt(b, 899), nameAt(b, 905)]).toEqual(['quiet', 'quiet', 'warm'])
  })

  test('before the first act there is no phase', () => {
    expect(nameAt(balance(['cooperation', 200, 900, 10]), 100)).toBeUndefined()
  })

  test('an act at an edge is no new phase: of a steady pair the phase lasts', () => {
    const b = balance(['cooperation', 0, DAYS, 9], ['conflict', 4, DAYS, 18])
    const late = phasesOf(b).filter(({ from }) => from > FROM + 600)
    expect(late).toEqual([])
  })

  test('a burst of conflict is a crisis, which sinks into a cold phase', () => {
    const b = balance(['cooperation', 0, DAYS, 60], ['conflict', 30, DAYS, 90], ['conflict', 1000, 1014, 1])
    const names = phasesOf(b)
      .filter(({ from }) => from >= FROM + 1000)
      .map(({ name }) => name)
    expect(names).toContain('crisis')
    expect(nameAt(b, 1008)).toBe('crisis')
    expect(['tense', 'hostile']).toContain(nameAt(b, 1080))
  })

  test('talks in a cold phase are marked, in a warm one they are not', () => {
    const cold = balance(['cooperation', 0, DAYS, 60], ['conflict', 3, DAYS, 12])
    const warm = balance(['cooperation', 0, DAYS, 10])
    const talks = new Set([1200, 1220, 1240].map(day => FROM + day))
    const marked = (b: Balance) => phasesOf(b, talks).some(({ in_talks }) => in_talks)
    expect([marked(cold), marked(warm)]).toEqual([true, false])
    expect(
      phasesOf(cold, talks)
        .map(phase => phaseSentence(phase))
        .join(' '),
    ).toContain('the two talked meanwhile')
  })

  test('the sentence carries the figures', () => {
    const [phase] = phasesOf(balance(['cooperation', 0, 60, 5]))
    expect(phase && phaseSentence(phase)).toMatch(
      /^\w+ from 2000-01-01: in the 180 days before, 0 ordinary days of conflict stood against one ordinary day of co-operation \(\d+ in 100 were conflict, with the past in mind\)\.$/,
    )
  })
})

test('days that nobody saw have no phase; quiet is only what was seen to be quiet', () => {
  const b = balance(['cooperation', 0, 500, 5], ['cooperation', 1200, 1600, 5])
  for (let i = 500; i < 1200; i++) b.seen[i] = 0
  expect(nameAt(b, 700)).toBeUndefined()
  expect(nameAt(b, 1500)).toBe(nameAt(b, 400))
  expect(nameAt({ ...b, seen: new Uint8Array(DAYS).fill(1) }, 800)).toBe('quiet')
})
