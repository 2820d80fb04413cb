import type { Balance } from '../series/index.ts'
import { damp, turnSettings } from '../turns/index.ts'
import type { Passed } from './temperature.ts'

/** Sums of damped days, so that any window of a pair is two subtractions. `cooperation[i]`: all before day i. */
export interface Sums {
  readonly from: number
  readonly cooperation: Float64Array
  readonly conflict: Float64Array
  readonly rows: Uint32Array
}

export const sumsOf = (b: Balance, power: number = turnSettings().damping): Sums => {
  const days = b.rows.length
  const [cooperation, conflict] = [new Float64Array(days + 1), new Float64Array(days + 1)]
  const rows = new Uint32Array(days + 1)
  for (let i = 0; i < days; i++) {
    cooperation[i + 1] = (cooperation[i] ?? 0) + damp(b.cooperation[i] ?? 0, b.ordinary, power)
    conflict[i + 1] = (conflict[i] ?? 0) + damp(b.conflict[i] ?? 0, b.ordinary, power)
    rows[i + 1] = (rows[i] ?? 0) + (b.rows[i] ?? 0)
  }
  return { from: b.from, cooperation, conflict, rows }
}

/** What passed from one day to another, both included; days outside the series do not count. */
export const passedBetween = (sums: Sums, from: number, to: number): Passed & { readonly rows: number } => {
  const last = sums.rows.length - 1
  const i = Math.min(last, Math.max(0, from - sums.from))
  const j = Math.max(i, Math.min(last, to - sums.from + 1))
  const less = (list: Float64Array | Uint32Array): number => (list[j] ?? 0) - (list[i] ?? 0)
  return { cooperation: less(sums.cooperation), conflict: less(sums.conflict), rows: less(sums.rows), days: j - i }
}
