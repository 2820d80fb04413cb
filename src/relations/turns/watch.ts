import type { Balance } from '../series/index.ts'
import { type TurnSettings, turnSettings } from './settings.ts'
import { damp, type Sums } from './sums.ts'
import { surgeSeenOn, TURN_KINDS, type TurnKind } from './surge.ts'
import { confidenceOf, placeIn, type TurningPoint } from './turning-point.ts'

const EMPTY = new Uint32Array(0)

interface Alarm {
  readonly kind: TurnKind
  readonly day: number
  readonly raised: number
  /** The strongest surge while the alarm's window lasted, as a share of the bar. */
  strength: number
}

/** Damped days and their running sums, as long as they have become. */
class Known {
  readonly days: Record<TurnKind, Float64Array> = { thaw: new Float64Array(64), rupture: new Float64Array(64) }
  sums: Sums = {
    from: 0,
    cooperation: new Float64Array(65),
    conflict: new Float64Array(65),
    rows: EMPTY,
    seen: new Float64Array(65),
  }
  length = 0

  push(cooperation: number, conflict: number, seen: number): void {
    if (this.length === this.days.thaw.length) this.#grow()
    const { days, sums, length } = this
    days.thaw[length] = cooperation
    days.rupture[length] = conflict
    sums.cooperation[length + 1] = (sums.cooperation[length] ?? 0) + cooperation
    sums.conflict[length + 1] = (sums.conflict[length] ?? 0) + conflict
    sums.seen[length + 1] = (sums.seen[length] ?? 0) + seen
    this.length++
  }

  #grow(): void {
    const size = 2 * this.length
    const longer = (list: Float64Array, to: number): Float64Array => {
      const out = new Float64Array(to)
      out.set(list)
      return out
    }
    for (const kind of TURN_KINDS) this.days[kind] = longer(this.days[kind], size)
    const { cooperation, conflict, seen } = this.sums
    this.sums = {
      ...this.sums,
      cooperation: longer(cooperation, size + 1),
      conflict: longer(conflict, size + 1),
      seen: longer(seen, size + 1),
    }
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
  readonly #known = new Known()
  readonly #told: Alarm[] = []

  constructor(from: number, ordinary: number, settings: TurnSettings = turnSettings()) {
    this.#from = from
    this.#ordinary = ordinary
    this.#settings = settings
  }

  /** The masses of the next day, and whether the data set was there on it; a turn where this day shows one. */
  push(cooperation: number, conflict: number, seen = true): TurningPoint | null {
    const t = this.#settings
    this.#known.push(
      damp(cooperation, this.#ordinary, t.damping),
      damp(conflict, this.#ordinary, t.damping),
      Number(seen),
    )
    let told: TurningPoint | null = null
    for (const kind of TURN_KINDS) told = this.#look(kind) ?? told
    return told
  }

  #look(kind: TurnKind): TurningPoint | null {
    const [t, { days, sums, length }] = [this.#settings, this.#known]
    const today = length - 1
    const { surge, bar } = surgeSeenOn(sums, kind, today, t)
    const strength = surge / bar
    if (strength < 1 || this.#tends(kind, today, strength)) return null
    const place = placeIn(days[kind], Math.max(0, length - t.window), length, t)
    const isNews = this.#isNews(kind, place.day, today, strength)
    for (const alarm of this.#told)
      if (alarm.kind === kind && today - alarm.raised <= t.window) alarm.strength = Math.max(alarm.strength, strength)
    if (!isNews) return null
    const contested = this.#told.some(
      other => other.kind !== kind && Math.abs(other.day - place.day) <= t.contested_within,
    )
    this.#told.push({ kind, day: place.day, raised: today, strength })
    return {
      kind,
      day: this.#from + place.day,
      from: this.#from + place.from,
      to: this.#from + place.to,
      surge,
      bar,
      confidence: confidenceOf(strength),
      known_on: this.#from + today,
      contested,
      gradual: place.gradual,
    }
  }

  /** As in history, from what is known by today: co-operation that answers a blow is no thaw. */
  #tends(kind: TurnKind, today: number, strength: number): boolean {
    const t = this.#settings
    if (kind !== 'thaw') return false
    for (let day = Math.max(0, today - t.window); day <= today; day++) {
      const blow = surgeSeenOn(this.#known.sums, 'rupture', day, t)
      if (blow.surge / blow.bar >= t.contested * strength) return true
    }
    return false
  }

  /** Whether a surge seen today is news: not the one already told, and not the lesser half of a quarrel or a thaw. */
  #isNews(kind: TurnKind, day: number, today: number, strength: number): boolean {
    const t = this.#settings
    return this.#told.every(alarm => {
      const distance = Math.abs(day - alarm.day)
      if (alarm.kind !== kind) return distance > t.other_kind_online || strength >= alarm.strength
      return distance > t.apart_online || (today - alarm.raised > t.window && strength >= t.stronger * alarm.strength)
    })
  }
}

/** All that a watcher would have told of a pair. */
export const turnsAsKnown = (balance: Balance, t: TurnSettings = turnSettings()): TurningPoint[] => {
  const watch = new TurnWatch(balance.from, balance.ordinary, t)
  const told: TurningPoint[] = []
  for (let i = 0; i < balance.rows.length; i++) {
    const turn = watch.push(balance.cooperation[i] ?? 0, balance.conflict[i] ?? 0, balance.seen[i] === 1)
    if (turn) told.push(turn)
  }
  return told
}
