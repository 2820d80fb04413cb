import type { TurnSettings } from './settings.ts'
import type { TurnKind } from './surge.ts'

/** A dated thaw or rupture. Days are day numbers. */
export interface TurningPoint {
  readonly kind: TurnKind
  /** The day that carries most of the surge. */
  readonly day: number
  /** From the first to the last day of the window that carries at least half as much. */
  readonly from: number
  readonly to: number
  /** How far the window exceeds what is usual. */
  readonly surge: number
  /** What it had to reach, which depends on how much this pair is in the news. */
  readonly bar: number
  /** 0 to 1: 0.5 at the bar, 0.67 at twice the bar, 0.8 at four times. A rank, not a probability. */
  readonly confidence: number
  /** The first day on which rows known by then showed a surge of this kind (null: no watcher would have been told). */
  readonly known_on: number | null
  /** The other kind surged nearly as much within half a year. */
  readonly contested: boolean
  /** No single day carries the turn. */
  readonly gradual: boolean
}

/** `strength`: the surge as a share of the bar. */
export const confidenceOf = (strength: number): number => Math.max(0, strength) / (Math.max(0, strength) + 1)

/** Where in a window the turn lies: its day, the days nearly as heavy, and whether one day carries it. */
export const placeIn = (
  days: Float64Array,
  begin: number,
  end: number,
  t: TurnSettings,
): { day: number; from: number; to: number; gradual: boolean } => {
  let [day, total] = [begin, 0]
  for (let i = begin; i < end; i++) {
    total += days[i] ?? 0
    if ((days[i] ?? 0) > (days[day] ?? 0)) day = i
  }
  const half = (days[day] ?? 0) / 2
  let [from, to] = [day, day]
  for (let i = begin; i < end; i++) {
    if ((days[i] ?? 0) < half) continue
    from = Math.min(from, i)
    to = Math.max(to, i)
  }
  return { day, from, to, gradual: total > 0 && (days[day] ?? 0) / total <= t.gradual }
}
