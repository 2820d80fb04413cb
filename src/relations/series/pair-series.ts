import type { QuadClass } from '../../domain/index.ts'
import type { Act } from './acts.ts'
import type { Balance } from './balance.ts'

/** The four classes in the order of their arrays. */
export const QUADS: readonly QuadClass[] = [
  'verbal_cooperation',
  'material_cooperation',
  'verbal_conflict',
  'material_conflict',
]

/** Counts of acts by class and day: `counts[2 * days + i]` are verbal conflicts of day i. */
export interface DayCounts {
  readonly counts: Uint32Array
  readonly weights: Float64Array
}

/** A pair day by day, both directions and the pair; a reciprocal act is done by both, and counts once for the pair. */
export interface PairSeries {
  readonly from: number
  readonly days: number
  readonly a_to_b: DayCounts
  readonly b_to_a: DayCounts
  readonly pair: DayCounts
  /** Acts of the pair on each day, of whatever class. */
  readonly rows: Uint32Array
}

const noCounts = (days: number): DayCounts => ({
  counts: new Uint32Array(4 * days),
  weights: new Float64Array(days),
})

const add = ({ counts, weights }: DayCounts, at: number, i: number, weight: number): void => {
  counts[at] = (counts[at] ?? 0) + 1
  weights[i] = (weights[i] ?? 0) + weight
}

export const pairSeries = (acts: Iterable<Act>, { from, days }: { from: number; days: number }): PairSeries => {
  const [ab, ba, pair] = [noCounts(days), noCounts(days), noCounts(days)]
  const rows = new Uint32Array(days)
  for (const { day, by, quad, weight } of acts) {
    const i = day - from
    if (i < 0 || i >= days) continue
    const at = QUADS.indexOf(quad) * days + i
    if (by !== 'b') add(ab, at, i, weight)
    if (by !== 'a') add(ba, at, i, weight)
    add(pair, at, i, weight)
    rows[i] = (rows[i] ?? 0) + 1
  }
  return { from, days, a_to_b: ab, b_to_a: ba, pair, rows }
}

/** What is kept of a day while its acts are read: the strongest weight of each kind. */
type Strongest = Map<string, number>

/**
 * The acts of a pair as two masses a day. A kind of act counts once a day on each side, by its strongest: ten papers signed
 * on one visit, or one clash told by ten agencies, are one sign. Acts without a side (weight 0) are coverage alone.
 */
export const balanceOfActs = (
  acts: Iterable<Act>,
  { from, days, ordinary, seen }: { from: number; days: number; ordinary: number; seen?: Uint8Array },
): Balance => {
  const strongest = new Map<number, Strongest>()
  const rows = new Uint32Array(days)
  for (const { day, kind, weight } of acts) {
    const i = day - from
    if (i < 0 || i >= days) continue
    rows[i] = (rows[i] ?? 0) + 1
    if (weight === 0) continue
    const kinds = strongest.get(i) ?? new Map<string, number>()
    if (kinds.size === 0) strongest.set(i, kinds)
    const key = weight > 0 ? kind : `-${kind}`
    if (Math.abs(weight) > Math.abs(kinds.get(key) ?? 0)) kinds.set(key, weight)
  }
  const [cooperation, conflict] = [new Float64Array(days), new Float64Array(days)]
  for (const [i, kinds] of strongest) {
    // Sorted before summing: the order in which rows arrive must not show in the last digit.
    for (const weight of [...kinds.values()].sort((x, y) => x - y)) {
      if (weight > 0) cooperation[i] = (cooperation[i] ?? 0) + weight
      else conflict[i] = (conflict[i] ?? 0) - weight
    }
  }
  return { from, cooperation, conflict, rows, seen: seen ?? new Uint8Array(days).fill(1), ordinary }
}
