import type { Balance } from '../series/index.ts'
import { type TurnSettings, turnSettings } from './settings.ts'
import { dampedDays, prefixSums, surgeSeenOn, TURN_KINDS, type TurnKind } from './surge.ts'
import { confidenceOf, placeIn, type TurningPoint } from './turning-point.ts'

interface Alarm {
  readonly kind: TurnKind
  readonly place: ReturnType<typeof placeIn>
  readonly raised: number
  readonly first: number
  /** The strongest surge while the alarm's window lasted. */
  surge: number
}

/** Whether a surge seen today is news: not the one already told, and not the lesser half of a quarrel or a thaw. */
const isNews = (kind: TurnKind, day: number, today: number, surge: number, told: Alarm[], t: TurnSettings): boolean =>
  told.every(alarm => {
    const distance = Math.abs(day - alarm.place.day)
    if (alarm.kind !== kind) return distance > t.other_kind || surge >= alarm.surge
    return distance > t.apart_online || (today - alarm.raised > t.window && surge >= t.stronger * alarm.surge)
  })

/** As in history, from what is known by today: co-operation that answers a blow is no thaw. */
const tends = (kind: TurnKind, today: number, surge: number, ofConflict: Float64Array, t: TurnSettings): boolean => {
  if (kind !== 'thaw') return false
  for (let day = Math.max(0, today - t.window); day <= today; day++)
    if (surgeSeenOn(ofConflict, day, t) >= t.contested * surge) return true
  return false
}

/**
 * The turns of a pair as a watcher would have told them day by day: what a day brings decides from what was known by then, and nothing is
 * taken back. More alarms than history has turns, days after the event rather than years.
 */
export const turnsAsKnown = (balance: Balance, t: TurnSettings = turnSettings()): TurningPoint[] => {
  const sides = TURN_KINDS.map(kind => {
    const days = dampedDays(balance, kind, t.damping)
    return { kind, days, sums: prefixSums(days) }
  })
  const ofConflict = sides.find(({ kind }) => kind === 'rupture')?.sums ?? new Float64Array(1)
  const told: Alarm[] = []
  for (let today = 0; today < balance.rows.length; today++) {
    for (const { kind, days, sums } of sides) {
      const surge = surgeSeenOn(sums, today, t)
      if (surge < t.threshold_online || tends(kind, today, surge, ofConflict, t)) continue
      const place = placeIn(days, Math.max(0, today + 1 - t.window), today + 1, t)
      const isTold = isNews(kind, place.day, today, surge, told, t)
      for (const alarm of told) {
        if (alarm.kind === kind && today - alarm.raised <= t.window) alarm.surge = Math.max(alarm.surge, surge)
      }
      if (isTold) told.push({ kind, place, raised: today, first: surge, surge })
    }
  }
  return told.map(({ kind, place, raised, first }) => ({
    kind,
    day: balance.from + place.day,
    from: balance.from + place.from,
    to: balance.from + place.to,
    surge: first,
    confidence: confidenceOf(first, t.threshold_online),
    known_on: balance.from + raised,
    contested: told.some(
      other => other.kind !== kind && other.raised < raised && Math.abs(other.place.day - place.day) <= t.other_kind,
    ),
    gradual: place.gradual,
  }))
}
