import { type DayBalance, mean } from './day-balance.ts'
import { thresholds } from './thresholds.ts'

/** A share with the interval that the number of days allows. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** How two states stood in a window: on which share of the days with acts conflict prevailed. */
export interface Level {
  readonly days: number
  readonly conflict_days: number
  /** Days enough for a level to be stated at all. */
  readonly enough: boolean
  readonly mean: number
  readonly conflict: Share
  readonly cooperation: Share
}

/** Wilson's interval of a share: right for few cases and for none. */
export const wilson = (hits: number, cases: number, z: number): Share => {
  if (cases === 0) return { value: 0, low: 0, high: 1 }
  const p = hits / cases
  const z2 = z * z
  const centre = (p + z2 / (2 * cases)) / (1 + z2 / cases)
  const half = (z * Math.sqrt((p * (1 - p)) / cases + z2 / (4 * cases * cases))) / (1 + z2 / cases)
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

export const levelOf = (days: readonly DayBalance[]): Level => {
  const { z, least_days_level } = thresholds()
  const signed = days.filter(d => d.value !== 0)
  const hostile = signed.filter(d => d.value < 0).length
  return {
    days: signed.length,
    conflict_days: hostile,
    enough: signed.length >= least_days_level,
    mean: mean(signed.map(d => d.value)),
    conflict: wilson(hostile, signed.length, z),
    cooperation: wilson(signed.length - hostile, signed.length, z),
  }
}
