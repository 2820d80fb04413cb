import type { Balance } from '../series/index.ts'
import { type TurnSettings, turnSettings } from './settings.ts'
import { damp, surgeSeenOn, TURN_KINDS, type TurnKind } from './surge.ts'
import { confidenceOf, placeIn, type TurningPoint } from './turning-point.ts'

interface Alarm {
  readonly kind: TurnKind
  readonly day: number
  readonly raised: number
  /** The strongest surge while the alarm's window lasted. */
  surge: number
}

/** The damped days of one side, and their running sums, as long as they have become. */
class Side {
  readonly kind: TurnKind
  days = new Float64Array(64)
  sums = new Float64Array(65)
  length = 0

  constructor(kind: TurnKind) {
    this.kind = kind
  }

  push(mass: number): void {
    if (this.length === this.days.length) {
      const [days, sums] = [new Float64Array(2 * this.length), new Float64Array(2 * this.length + 1)]
      days.set(this.days)
      sums.set(this.sums)
      ;[this.days, this.sums] = [days, sums]
    }
    this.days[this.length] = mass
    this.sums[this.length + 1] = (this.sums[this.length] ?? 0) + mass
    this.length++
  }
}

/**
 * Watches one pair, a day at a time: what a day brings decides from what was known by then, and nothing is taken back. More alarms than
 * history has turns, days after the event rather than years.
 */
export class TurnWatch {
  readonly #from: number
  readonly #ordinary: number
  readonly #settings: TurnSettings
  readonly #thaw = new Side('thaw')
  readonly #rupture = new Side('rupture')
  readonly #told: Alarm[] = []

  constructor(from: number, ordinary: number, settings: TurnSettings = turnSettings()) {
    this.#from = from
    this.#ordinary = ordinary
    this.#settings = settings
  }

  /** The masses of the next day; a turn where this day shows one. */
  push(cooperation: number, conflict: number): TurningPoint | null {
    const t = this.#settings
    this.#thaw.push(damp(cooperation, this.#ordinary, t.damping))
    this.#rupture.push(damp(conflict, this.#ordinary, t.damping))
    let told: TurningPoint | null = null
    for (const kind of TURN_KINDS) told = this.#look(kind === 'thaw' ? this.#thaw : this.#rupture) ?? told
    return told
  }

  #look({ kind, days, sums, length }: Side): TurningPoint | null {
    const t = this.#settings
    const today = length - 1
    const surge = surgeSeenOn(sums, today, t)
    if (surge < t.threshold_online || this.#tends(kind, today, surge)) return null
    const place = placeIn(days, Math.max(0, length - t.window), length, t)
    const isNews = this.#isNews(kind, place.day, today, surge)
    for (const alarm of this.#told)
      if (alarm.kind === kind && today - alarm.raised <= t.window) alarm.surge = Math.max(alarm.surge, surge)
    if (!isNews) return null
    const contested = this.#told.some(other => other.kind !== kind && Math.abs(other.day - place.day) <= t.other_kind)
    this.#told.push({ kind, day: place.day, raised: today, surge })
    return {
      kind,
      day: this.#from + place.day,
      from: this.#from + place.from,
      to: this.#from + place.to,
      surge,
      confidence: confidenceOf(surge, t.threshold_online),
      known_on: this.#from + today,
      contested,
      gradual: place.gradual,
    }
  }

  /** As in history, from what is known by today: co-operation that answers a blow is no thaw. */
  #tends(kind: TurnKind, today: number, surge: number): boolean {
    const t = this.#settings
    if (kind !== 'thaw') return false
    for (let day = Math.max(0, today - t.window); day <= today; day++)
      if (surgeSeenOn(this.#rupture.sums, day, t) >= t.contested * surge) return true
    return false
  }

  /** Whether a surge seen today is news: not the one already told, and not the lesser half of a quarrel or a thaw. */
  #isNews(kind: TurnKind, day: number, today: number, surge: number): boolean {
    const t = this.#settings
    return this.#told.every(alarm => {
      const distance = Math.abs(day - alarm.day)
      if (alarm.kind !== kind) return distance > t.other_kind || surge >= alarm.surge
      return distance > t.apart_online || (today - alarm.raised > t.window && surge >= t.stronger * alarm.surge)
    })
  }
}

/** All that a watcher would have told of a pair. */
export const turnsAsKnown = (balance: Balance, t: TurnSettings = turnSettings()): TurningPoint[] => {
  const watch = new TurnWatch(balance.from, balance.ordinary, t)
  const told: TurningPoint[] = []
  for (let i = 0; i < balance.rows.length; i++) {
    const turn = watch.push(balance.cooperation[i] ?? 0, balance.conflict[i] ?? 0)
    if (turn) told.push(turn)
  }
  return told
}
