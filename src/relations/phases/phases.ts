import type { Balance } from '../series/index.ts'
import { passedBetween, sumsOf } from '../temperature/index.ts'
import { dampedDays, prefixSums, surgeSeenOn, turnSettings } from '../turns/index.ts'
import { BANDS, type Band, type PhaseName, type PhaseSettings, phaseSettings } from './settings.ts'

/** What stood behind a phase on the day it began. Masses in ordinary days. */
export interface PhaseGrounds {
  readonly cooperation: number
  readonly conflict: number
  /** Share of conflict, pulled towards the pair's own past. */
  readonly share: number
  /** How far conflict exceeded what is usual, as a watcher saw it. */
  readonly surge: number
}

/** Some days in which two states stood alike. Days are day numbers. */
export interface Phase {
  readonly name: PhaseName
  readonly from: number
  readonly to: number
  readonly in_talks: boolean
  readonly contested: boolean
  readonly grounds: PhaseGrounds
}

const lowerEdge = (band: Band, s: PhaseSettings): number => {
  const warmer = BANDS[BANDS.indexOf(band) + 1]
  return warmer === undefined ? 0 : s.edges[warmer as Exclude<Band, 'hostile'>]
}

const upperEdge = (band: Band, s: PhaseSettings): number => (band === 'hostile' ? 1 : s.edges[band])

const bandOf = (share: number, cooperation: number, s: PhaseSettings): Band => {
  const band = [...BANDS].reverse().find(one => share < upperEdge(one, s)) ?? 'hostile'
  return band === 'close' && cooperation < s.close_needs ? 'warm' : band
}

/** The phase of a day, given that of the day before. */
const next = (before: PhaseName | null, g: PhaseGrounds, s: PhaseSettings, alarm: number): PhaseName => {
  if (g.conflict + g.cooperation < s.quiet_below) return 'quiet'
  if (g.surge >= alarm && g.share >= s.crisis_share) return 'crisis'
  if (before === 'crisis' && g.surge > s.crisis_ends && g.share >= s.crisis_share) return 'crisis'
  const band = bandOf(g.share, g.cooperation, s)
  if (before === null || before === 'quiet' || before === 'crisis' || band === before) return band
  const stays = g.share > lowerEdge(before, s) - s.margin && g.share < upperEdge(before, s) + s.margin
  return stays && !(before === 'close' && g.cooperation < s.close_needs / 2) ? before : band
}

/** A phase while its last day is not known. */
type Open = { -readonly [Field in keyof Phase]: Phase[Field] }

/**
 * The phases of a pair from its first row on. A day's phase depends on that day and those before: what comes later changes
 * none. `talks`: day numbers on which the two talked, where acts are known.
 */
export const phasesOf = (
  balance: Balance,
  talks: ReadonlySet<number> = new Set(),
  s: PhaseSettings = phaseSettings(),
): Phase[] => {
  const t = turnSettings()
  const sums = sumsOf(balance)
  const surges = prefixSums(dampedDays(balance, 'rupture', t.damping))
  const surgesOfThaw = prefixSums(dampedDays(balance, 'thaw', t.damping))
  const first = balance.rows.findIndex(n => n > 0)
  const phases: Open[] = []
  let talked = 0
  for (let i = Math.max(0, first); first >= 0 && i < balance.rows.length; i++) {
    const day = balance.from + i
    if (talks.has(day)) talked++
    if (talks.has(day - s.window)) talked--
    const now = passedBetween(sums, day - s.window + 1, day)
    const past = passedBetween(sums, day - s.window - s.past + 1, day - s.window)
    const [seen, ever] = [now.conflict + now.cooperation, past.conflict + past.cooperation]
    const usual = ever > 0 ? past.conflict / ever : s.edges.normal
    const grounds = {
      cooperation: now.cooperation,
      conflict: now.conflict,
      share: (now.conflict + s.pull * usual) / (seen + s.pull),
      surge: surgeSeenOn(surges, i, t),
    }
    const name = next(phases.at(-1)?.name ?? null, grounds, s, t.threshold_online)
    const cold = name === 'crisis' || (name !== 'quiet' && BANDS.indexOf(name) < BANDS.indexOf('normal'))
    const inTalks: boolean = cold && talked >= s.talks
    const contested: boolean = grounds.surge >= s.crisis_ends && surgeSeenOn(surgesOfThaw, i, t) >= s.crisis_ends
    const open = phases.at(-1)
    if (open?.name === name) {
      open.to = day
      open.in_talks ||= inTalks
      open.contested ||= contested
    } else phases.push({ name, from: day, to: day, in_talks: inTalks, contested, grounds })
  }
  return phases
}
