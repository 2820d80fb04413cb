import type { Balance } from '../series/index.ts'
import { type TurnSettings, turnSettings } from './settings.ts'
import { type Sums, sumsOf } from './sums.ts'
import { dampedDays, strengthsInHistory, surgeFrom, surgeSeenOn, TURN_KINDS, type TurnKind } from './surge.ts'
import { confidenceOf, placeIn, type TurningPoint } from './turning-point.ts'

interface Candidate {
  readonly kind: TurnKind
  /** The surge as a share of what it has to reach. */
  readonly strength: number
  readonly begin: number
  readonly day: number
}

const reaches = (strengths: Float64Array): boolean => {
  for (let i = 0; i < strengths.length; i++) if ((strengths[i] ?? 0) >= 1) return true
  return false
}

const NO_DAYS = new Float64Array(0)

/** The strongest surges of a kind, none within `apart` days of a stronger one. */
const peaks = (kind: TurnKind, days: Float64Array, strengths: Float64Array, t: TurnSettings): Candidate[] => {
  const over: number[] = []
  for (let i = 0; i < strengths.length; i++) if ((strengths[i] ?? 0) >= 1) over.push(i)
  over.sort((i, j) => (strengths[j] ?? 0) - (strengths[i] ?? 0) || i - j)
  const kept: Candidate[] = []
  for (const begin of over) {
    const { day } = placeIn(days, begin, Math.min(days.length, begin + t.window), t)
    if (kept.every(other => Math.abs(other.day - day) > t.apart))
      kept.push({ kind, strength: strengths[begin] ?? 0, begin, day })
  }
  return kept
}

const knownOn = (sums: Sums, { kind, begin }: Candidate, t: TurnSettings): number | null => {
  const last = Math.min(sums.rows.length - 2, begin + 2 * t.window)
  for (let i = begin; i <= last; i++) {
    const { surge, bar } = surgeSeenOn(sums, kind, i, t)
    if (surge >= bar) return i
  }
  return null
}

/**
 * A surge of co-operation in the very window of a surge of conflict nearly as strong tends a quarrel (condolences after an attack),
 * and ends none.
 */
const tends = ({ kind, begin, strength }: Candidate, ofConflict: Float64Array, t: TurnSettings): boolean => {
  if (kind !== 'thaw') return false
  const last = Math.min(ofConflict.length - 1, begin + t.window)
  for (let i = Math.max(0, begin - t.window); i <= last; i++)
    if ((ofConflict[i] ?? 0) >= t.contested * strength) return true
  return false
}

/**
 * The turns of a pair, as history tells them: both sides of each day are known. Of a thaw and a rupture within some weeks
 * the stronger stands, and is called contested where the weaker came near within half a year.
 */
export const turningPoints = (
  balance: Balance,
  t: TurnSettings = turnSettings(),
  sums: Sums = sumsOf(balance, t.damping),
): TurningPoint[] => {
  const least = t.contested * t.threshold_sparse
  const ofConflict = strengthsInHistory(sums, 'rupture', t, least)
  const sides = TURN_KINDS.map(kind => {
    const strengths = kind === 'thaw' ? strengthsInHistory(sums, 'thaw', t, t.threshold_sparse) : ofConflict
    if (!reaches(strengths)) return { kind, days: NO_DAYS, found: [] }
    const days = dampedDays(balance, kind, t.damping)
    return { kind, days, found: peaks(kind, days, strengths, t) }
  })
  const opposed = (a: Candidate, b: Candidate, within: number): boolean =>
    a.kind !== b.kind && Math.abs(a.day - b.day) <= within
  const ranked = sides
    .flatMap(({ found }) => found)
    .filter(one => !tends(one, ofConflict, t))
    .sort((a, b) => b.strength - a.strength || a.day - b.day)
  const standing: Candidate[] = []
  for (const one of ranked) if (!standing.some(other => opposed(one, other, t.other_kind))) standing.push(one)
  return standing
    .map(one => {
      const side = sides.find(({ kind }) => kind === one.kind)
      if (!side) throw new RangeError(`no such kind of turn: ${one.kind}`)
      const place = placeIn(side.days, one.begin, Math.min(side.days.length, one.begin + t.window), t)
      const known = knownOn(sums, one, t)
      return {
        kind: one.kind,
        day: balance.from + place.day,
        from: balance.from + place.from,
        to: balance.from + place.to,
        ...surgeFrom(sums, one.kind, one.begin, t),
        confidence: confidenceOf(one.strength),
        known_on: known === null ? null : balance.from + known,
        contested: ranked.some(
          other => opposed(one, other, t.contested_within) && other.strength >= t.contested * one.strength,
        ),
        gradual: place.gradual,
      }
    })
    .sort((a, b) => a.day - b.day || (a.kind < b.kind ? -1 : 1))
}

/** The surge of every day of one side of a pair as a share of what it has to reach, as history sees it. */
export const strengthsOfKind = (b: Balance, kind: TurnKind, t: TurnSettings = turnSettings()): Float64Array =>
  strengthsInHistory(sumsOf(b, t.damping), kind, t)
