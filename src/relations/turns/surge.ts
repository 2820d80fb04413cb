import type { Balance } from '../series/index.ts'
import type { TurnSettings } from './settings.ts'

/** Thaw: a surge of co-operation. Rupture: a surge of conflict. */
export type TurnKind = 'thaw' | 'rupture'
export const TURN_KINDS: readonly TurnKind[] = ['thaw', 'rupture']

/** The mass of a day in ordinary days, damped: ten times the reports are not ten times the event. */
export const damp = (mass: number, ordinary: number, power: number): number =>
  mass <= 0 ? 0 : (mass / ordinary) ** power

/** The damped days of one side of a balance. */
export const dampedDays = (b: Balance, kind: TurnKind, power: number): Float64Array => {
  const days = kind === 'thaw' ? b.cooperation : b.conflict
  const out = new Float64Array(days.length)
  for (let i = 0; i < out.length; i++) {
    const mass = days[i] ?? 0
    if (mass > 0) out[i] = damp(mass, b.ordinary, power)
  }
  return out
}

/**
 * How far a window exceeds what is usual, in units of the pair's own window plus one ordinary day:
 * (mass - window x recent rate) / (window x own rate + 1). 0: as usual. 2: more than usual by twice all that the pair brings.
 */
export const excess = (mass: number, recent: number, own: number, window: number): number =>
  (mass - window * recent) / (window * own + 1)

/** A rate over some days, pulled towards another by `pull` days of it: a short past does not decide. */
export const pulled = (mass: number, days: number, towards: number, pull: number): number =>
  (mass + pull * towards) / (days + pull)

/**
 * Surges as history sees them: the window begins on the day, the pair's own rate is that of years before and after. A surge is never
 * larger than its window's mass, so that windows of less than `least` are passed over (0).
 */
export const surgesInHistory = (sums: Float64Array, t: TurnSettings, least = 0): Float64Array => {
  const days = sums.length - 1
  const out = new Float64Array(days)
  for (let i = 0; i < days; i++) {
    const at = sums[i] ?? 0
    const mass = (sums[Math.min(days, i + t.window)] ?? 0) - at
    if (mass < least) continue
    const [past, low, high] = [Math.max(0, i - t.past), Math.max(0, i - t.own_past), Math.min(days, i + t.own_past)]
    const own = ((sums[high] ?? 0) - (sums[low] ?? 0)) / (high - low)
    const recent = pulled(at - (sums[past] ?? 0), i - past, own, t.pull_days)
    out[i] = excess(mass, recent, own, t.window)
  }
  return out
}

/**
 * The surge that a watcher sees on a day: the window ends on it, and nothing later is known. In the first `pull_days` days
 * of a record nothing is usual yet, so nothing is unusual.
 */
export const surgeSeenOn = (sums: Float64Array, day: number, t: TurnSettings): number => {
  if (day < t.pull_days) return 0
  const begin = Math.max(0, day + 1 - t.window)
  const mass = (sums[day + 1] ?? 0) - (sums[begin] ?? 0)
  if (mass <= 0) return 0
  const [past, own] = [Math.max(0, begin - t.past), Math.max(0, begin - 2 * t.own_past)]
  const at = sums[begin] ?? 0
  const ownRate = (at - (sums[own] ?? 0)) / (begin - own + t.pull_days)
  const recent = pulled(at - (sums[past] ?? 0), begin - past, ownRate, t.pull_days)
  return excess(mass, recent, ownRate, t.window)
}
