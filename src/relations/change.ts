import { type DayBalance, mean } from './day-balance.ts'
import { thresholds } from './thresholds.ts'

/** The difference between two windows: mean of the later less mean of the earlier, with its interval. */
export interface Change {
  readonly before: { readonly days: number; readonly mean: number }
  readonly after: { readonly days: number; readonly mean: number }
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Both windows have enough days to be compared. */
  readonly enough: boolean
  /** 1 warmer, -1 cooler, 0 when the interval holds no difference at all or days are too few. */
  readonly direction: -1 | 0 | 1
}

const variance = (values: readonly number[], floor: number): number => {
  const m = mean(values)
  const v = values.length < 2 ? 0 : values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1)
  return Math.max(v, floor * floor)
}

/** Student's t for the same share as a normal quantile, by the first terms of its expansion (Abramowitz and Stegun, 26.7.5). */
export const studentQuantile = (z: number, degrees: number): number =>
  z +
  (z ** 3 + z) / (4 * degrees) +
  (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
  (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)

/** Welch's comparison of two means: variances may differ, nothing is drawn at random. `z`: how sure the interval is. */
export const changeBetween = (
  before: readonly DayBalance[],
  after: readonly DayBalance[],
  z: number = thresholds().z,
): Change => {
  const t = thresholds()
  const [a, b] = [before.map(d => d.value), after.map(d => d.value)]
  const sides = { before: { days: a.length, mean: mean(a) }, after: { days: b.length, mean: mean(b) } }
  const difference = sides.after.mean - sides.before.mean
  const enough = a.length >= t.least_days_compared && b.length >= t.least_days_compared
  if (a.length === 0 || b.length === 0)
    return { ...sides, difference, low: -Infinity, high: Infinity, enough: false, direction: 0 }
  const [va, vb] = [variance(a, t.least_deviation) / a.length, variance(b, t.least_deviation) / b.length]
  const degrees = (va + vb) ** 2 / (va ** 2 / Math.max(1, a.length - 1) + vb ** 2 / Math.max(1, b.length - 1))
  const half = studentQuantile(z, degrees) * Math.sqrt(va + vb)
  const [low, high] = [difference - half, difference + half]
  return { ...sides, difference, low, high, enough, direction: !enough ? 0 : low > 0 ? 1 : high < 0 ? -1 : 0 }
}
