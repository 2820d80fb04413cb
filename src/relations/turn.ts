import type { Day } from '../domain/index.ts'
import { type Change, changeBetween } from './change.ts'
import type { DayBalance } from './day-balance.ts'
import { thresholds } from './thresholds.ts'

/** Where a series turned: the first day after the best cut, and the days of cuts that are nearly as good. */
export interface Turn {
  readonly kind: 'thaw' | 'rupture'
  readonly day: Day
  readonly from: Day
  readonly to: Day
  readonly change: Change
}

const strength = (change: Change): number => {
  const half = (change.high - change.low) / 2
  return half > 0 ? Math.abs(change.difference) / half : 0
}

/**
 * The strongest turn of a kind among all cuts of a series, or null where no cut parts two different means. One cut in a
 * whole window: several turns need several windows.
 */
export const strongestTurn = (days: readonly DayBalance[], kind: Turn['kind']): Turn | null => {
  const { turn_z, turn_share } = thresholds()
  const wanted = kind === 'thaw' ? 1 : -1
  const cuts = days.flatMap((at, i) => {
    const change = changeBetween(days.slice(0, i), days.slice(i), turn_z)
    return change.direction === wanted ? [{ day: at.day, change, strength: strength(change) }] : []
  })
  const best = cuts.reduce<(typeof cuts)[number] | null>((a, b) => (a && a.strength >= b.strength ? a : b), null)
  if (!best) return null
  const near = cuts.filter(c => c.strength >= turn_share * best.strength)
  return {
    kind,
    day: best.day,
    from: near[0]?.day ?? best.day,
    to: near.at(-1)?.day ?? best.day,
    change: best.change,
  }
}
