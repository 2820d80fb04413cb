import type { Balance } from '../series/index.ts'
import type { TurnSettings } from './settings.ts'
import { damp, type Sums } from './sums.ts'

/** Thaw: a surge of co-operation. Rupture: a surge of conflict. */
export type TurnKind = 'thaw' | 'rupture'
export const TURN_KINDS: readonly TurnKind[] = ['thaw', 'rupture']

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
const pulled = (mass: number, days: number, towards: number, pull: number): number =>
  (mass + pull * towards) / (days + pull)

/**
 * What a surge has to reach. A pair that is hardly ever in the news brings little noise and little evidence: the less its own window holds,
 * the less is asked. A thaw needs something to thaw: the more a pair's dealings are all friendly, the more is asked.
 */
export const barFor = (kind: TurnKind, ownWindow: number, shareOfConflict: number, t: TurnSettings): number => {
  const dense = ownWindow / (ownWindow + t.half_dense)
  const bar = t.threshold_sparse + (t.threshold - t.threshold_sparse) * dense
  if (kind === 'rupture' || shareOfConflict >= t.to_thaw) return bar
  return bar * Math.sqrt(t.to_thaw / shareOfConflict)
}

/** A surge and what it has to reach. */
export interface Surge {
  readonly surge: number
  readonly bar: number
}

const NONE: Surge = { surge: 0, bar: 1 }

interface Side {
  readonly mine: Float64Array
  readonly other: Float64Array
}

const sideOf = (sums: Sums, kind: TurnKind): Side =>
  kind === 'thaw' ? { mine: sums.cooperation, other: sums.conflict } : { mine: sums.conflict, other: sums.cooperation }

const at = (list: Float64Array, i: number): number => list[i] ?? 0

/** Share of conflict in what passed between two places of the sums; half of two where nothing did, a quarter. */
const shareOfConflict = ({ cooperation, conflict }: Sums, i: number, j: number): number => {
  const good = at(cooperation, j) - at(cooperation, i)
  const bad = at(conflict, j) - at(conflict, i)
  return (bad + 0.5) / (good + bad + 2)
}

/** The surge of the window that begins on a day, as history sees it: the pair's own rate is that of years before and after. */
export const surgeFrom = (sums: Sums, kind: TurnKind, day: number, t: TurnSettings): Surge => {
  const { mine } = sideOf(sums, kind)
  const days = mine.length - 1
  const before = at(mine, day)
  const mass = at(mine, Math.min(days, day + t.window)) - before
  if (mass <= 0) return NONE
  const [past, low, high] = [Math.max(0, day - t.past), Math.max(0, day - t.own_past), Math.min(days, day + t.own_past)]
  const own = (at(mine, high) - at(mine, low)) / Math.max(1, at(sums.seen, high) - at(sums.seen, low))
  const recent = pulled(before - at(mine, past), at(sums.seen, day) - at(sums.seen, past), own, t.pull_days)
  return {
    surge: excess(mass, recent, own, t.window),
    bar: barFor(kind, t.window * own, shareOfConflict(sums, low, high), t),
  }
}

/**
 * The surges of every day, as shares of what each has to reach: 1 at the bar. Surges of less than `least` are 0. The same as `surgeFrom`,
 * written out for years of days of thousands of pairs.
 */
export const strengthsInHistory = (sums: Sums, kind: TurnKind, t: TurnSettings, least = 0): Float64Array => {
  const { mine } = sideOf(sums, kind)
  const { seen } = sums
  const days = mine.length - 1
  const out = new Float64Array(days)
  const total = at(mine, days)
  if (total < least || total <= 0) return out
  // Of a record shorter than the years looked at, the pair's own rate is the same on every day: it is asked for when its days change.
  let [low, high, own, floor] = [-1, -1, 0, 0]
  for (let i = 0; i < days; i++) {
    const before = at(mine, i)
    const mass = at(mine, Math.min(days, i + t.window)) - before
    if (mass < least || mass <= 0) continue
    const [first, last] = [Math.max(0, i - t.own_past), Math.min(days, i + t.own_past)]
    if (first !== low || last !== high) {
      ;[low, high] = [first, last]
      own = (at(mine, high) - at(mine, low)) / Math.max(1, at(seen, high) - at(seen, low))
      floor = least * (t.window * own + 1)
    }
    if (mass < floor) continue
    const past = Math.max(0, i - t.past)
    const recent = (before - at(mine, past) + t.pull_days * own) / (at(seen, i) - at(seen, past) + t.pull_days)
    const surge = (mass - t.window * recent) / (t.window * own + 1)
    if (surge < least) continue
    out[i] = surge / barFor(kind, t.window * own, kind === 'rupture' ? 1 : shareOfConflict(sums, low, high), t)
  }
  return out
}

/**
 * The surge that a watcher sees on a day: the window ends on it, and nothing later is known. In the first `pull_days` days
 * of a record nothing is usual yet, so nothing is unusual.
 */
export const surgeSeenOn = (sums: Sums, kind: TurnKind, day: number, t: TurnSettings): Surge => {
  const { seen } = sums
  if (at(seen, day) < t.pull_days) return NONE
  const mine = kind === 'thaw' ? sums.cooperation : sums.conflict
  const begin = Math.max(0, day + 1 - t.window)
  const before = at(mine, begin)
  const mass = at(mine, day + 1) - before
  if (mass <= 0) return NONE
  const past = Math.max(0, begin - t.past)
  const low = Math.max(0, begin - 2 * t.own_past)
  const own = (before - at(mine, low)) / (at(seen, begin) - at(seen, low) + t.pull_days)
  const recent = pulled(before - at(mine, past), at(seen, begin) - at(seen, past), own, t.pull_days)
  return {
    surge: excess(mass, recent, own, t.window),
    bar: t.online * barFor(kind, t.window * own, shareOfConflict(sums, low, begin), t),
  }
}
