import type { Balance } from '../series/index.ts'
import { type TurnSettings, turnSettings } from './settings.ts'
import { type Sums, sumsOf } from './sums.ts'
import { dampedDays, surgeSeenOn, surgesInHistory, TURN_KINDS, type TurnKind } from './surge.ts'
import { confidenceOf, placeIn, type TurningPoint } from './turning-point.ts'

interface Candidate {
  readonly kind: TurnKind
  readonly surge: number
  readonly begin: number
  readonly day: number
}

const reaches = (surges: Float64Array, bar: number): boolean => {
  for (let i = 0; i < surges.length; i++) if ((surges[i] ?? 0) >= bar) return true
  return false
}

const NO_DAYS = new Float64Array(0)

/** The strongest surges of a kind, none within `apart` days of a stronger one. */
const peaks = (kind: TurnKind, days: Float64Array, surges: Float64Array, t: TurnSettings): Candidate[] => {
  const over: number[] = []
  for (let i = 0; i < surges.length; i++) if ((surges[i] ?? 0) >= t.threshold) over.push(i)
  over.sort((i, j) => (surges[j] ?? 0) - (surges[i] ?? 0) || i - j)
  const kept: Candidate[] = []
  for (const begin of over) {
    const { day } = placeIn(days, begin, Math.min(days.length, begin + t.window), t)
    if (kept.every(other => Math.abs(other.day - day) > t.apart))
      kept.push({ kind, surge: surges[begin] ?? 0, begin, day })
  }
  return kept
}

const knownOn = (sums: Float64Array, { begin }: Candidate, t: TurnSettings): number | null => {
  const last = Math.min(sums.length - 2, begin + 2 * t.window)
  for (let i = begin; i <= last; i++) if (surgeSeenOn(sums, i, t) >= t.threshold_online) return i
  return null
}

/**
 * A surge of co-operation in the very window of a surge of conflict nearly as strong tends a quarrel (condolences after an attack),
 * and ends none.
 */
const tends = ({ kind, begin, surge }: Candidate, ofConflict: Float64Array, t: TurnSettings): boolean => {
  if (kind !== 'thaw') return false
  const last = Math.min(ofConflict.length - 1, begin + t.window)
  for (let i = Math.max(0, begin - t.window); i <= last; i++)
    if ((ofConflict[i] ?? 0) >= t.contested * surge) return true
  return false
}

/**
 * The turns of a pair, as history tells them: both sides of each day are known. Of a thaw and a rupture within half a year
 * the stronger stands, and is called contested where the weaker came near.
 */
export const turningPoints = (
  balance: Balance,
  t: TurnSettings = turnSettings(),
  { cooperation, conflict }: Sums = sumsOf(balance, t.damping),
): TurningPoint[] => {
  const ofConflict = surgesInHistory(conflict, t, t.contested * t.threshold)
  const sides = TURN_KINDS.map(kind => {
    const sums = kind === 'thaw' ? cooperation : conflict
    const surges = kind === 'thaw' ? surgesInHistory(sums, t, t.threshold) : ofConflict
    if (!reaches(surges, t.threshold)) return { kind, days: NO_DAYS, sums, found: [] }
    const days = dampedDays(balance, kind, t.damping)
    return { kind, days, sums, found: peaks(kind, days, surges, t) }
  })
  const near = (a: Candidate, b: Candidate): boolean => a.kind !== b.kind && Math.abs(a.day - b.day) <= t.other_kind
  const ranked = sides
    .flatMap(({ found }) => found)
    .filter(one => !tends(one, ofConflict, t))
    .sort((a, b) => b.surge - a.surge || a.day - b.day)
  const standing: Candidate[] = []
  for (const one of ranked) if (!standing.some(other => near(one, other))) standing.push(one)
  return standing
    .map(one => {
      const side = sides.find(({ kind }) => kind === one.kind)
      if (!side) throw new RangeError(`no such kind of turn: ${one.kind}`)
      const place = placeIn(side.days, one.begin, Math.min(side.days.length, one.begin + t.window), t)
      const known = knownOn(side.sums, one, t)
      return {
        kind: one.kind,
        day: balance.from + place.day,
        from: balance.from + place.from,
        to: balance.from + place.to,
        surge: one.surge,
        confidence: confidenceOf(one.surge, t.threshold),
        known_on: known === null ? null : balance.from + known,
        contested: ranked.some(other => near(one, other) && other.surge >= t.contested * one.surge),
        gradual: place.gradual,
      }
    })
    .sort((a, b) => a.day - b.day || (a.kind < b.kind ? -1 : 1))
}

/** The surge of every day of one side of a pair, as history sees it. */
export const surgesOfKind = (b: Balance, kind: TurnKind, t: TurnSettings = turnSettings()): Float64Array => {
  const { cooperation, conflict } = sumsOf(b, t.damping)
  return surgesInHistory(kind === 'thaw' ? cooperation : conflict, t)
}
