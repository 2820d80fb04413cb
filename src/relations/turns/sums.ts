import type { Balance } from '../series/index.ts'
import { turnSettings } from './settings.ts'

/** Sums of damped days, so that any window of a pair is a subtraction. `cooperation[i]`: all before day i. */
export interface Sums {
  readonly from: number
  readonly cooperation: Float64Array
  readonly conflict: Float64Array
  readonly rows: Uint32Array
  /** Days on which the data set was there: a rate is a mean over these, since a day that nobody saw was not a quiet one. */
  readonly seen: Float64Array
}

/** What passed in some days, in ordinary days, and how many rows told it. */
export interface Window {
  readonly cooperation: number
  readonly conflict: number
  readonly rows: number
  /** Days that the data set saw. */
  readonly days: number
}

/** The mass of a day in ordinary days, damped: ten times the reports are not ten times the event. */
export const damp = (mass: number, ordinary: number, power: number): number => {
  if (mass <= 0) return 0
  // The same number, many times faster: every day of every pair is damped.
  return power === 0.5 ? Math.sqrt(mass / ordinary) : (mass / ordinary) ** power
}

export const sumsOf = (b: Balance, power: number = turnSettings().damping): Sums => {
  const days = b.rows.length
  const [cooperation, conflict] = [new Float64Array(days + 1), new Float64Array(days + 1)]
  const [rows, seen] = [new Uint32Array(days + 1), new Float64Array(days + 1)]
  let [good, bad, n, covered] = [0, 0, 0, 0]
  for (let i = 0; i < days; i++) {
    good += damp(b.cooperation[i] ?? 0, b.ordinary, power)
    bad += damp(b.conflict[i] ?? 0, b.ordinary, power)
    n += b.rows[i] ?? 0
    covered += b.seen[i] ?? 0
    cooperation[i + 1] = good
    conflict[i + 1] = bad
    rows[i + 1] = n
    seen[i + 1] = covered
  }
  return { from: b.from, cooperation, conflict, rows, seen }
}

/** What passed from one day to another, both included; days outside the series do not count. */
export const passedBetween = (sums: Sums, from: number, to: number): Window => {
  const last = sums.rows.length - 1
  const i = Math.min(last, Math.max(0, from - sums.from))
  const j = Math.max(i, Math.min(last, to - sums.from + 1))
  const less = (list: Float64Array | Uint32Array): number => (list[j] ?? 0) - (list[i] ?? 0)
  return {
    cooperation: less(sums.cooperation),
    conflict: less(sums.conflict),
    rows: less(sums.rows),
    days: less(sums.seen),
  }
}
