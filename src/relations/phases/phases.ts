import type { Balance } from '../series/index.ts'
import { type Sums, sumsOf, surgeSeenOn, turnSettings } from '../turns/index.ts'
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

/** The upper edge of each band, coldest first; a band's lower edge is the next one's upper. */
const edgesOf = ({ edges }: PhaseSettings): number[] =>
  BANDS.map(band => (band === 'hostile' ? Number.POSITIVE_INFINITY : edges[band]))

const CLOSE = BANDS.indexOf('close')

/** The band of a day as its place in BANDS; `before`: that of the day before, left only beyond its margin, or -1. */
const bandAfter = (before: number, share: number, cooperation: number, edges: number[], s: PhaseSettings): number => {
  let band = CLOSE
  while (band > 0 && share >= (edges[band] ?? 0)) band--
  if (band === CLOSE && cooperation < s.close_needs) band--
  if (before < 0 || band === before) return band
  const stays = share > (edges[before + 1] ?? 0) - s.margin && share < (edges[before] ?? 0) + s.margin
  return stays && !(before === CLOSE && cooperation < s.close_needs / 2) ? before : band
}

const CALM = { surge: 0, bar: 1 } as const

/** A phase while its last day is not known. */
type Open = { -readonly [Field in keyof Phase]: Phase[Field] }

/** Running sums of one side, asked for by windows; days before the first count as empty. */
const between = (sums: Float64Array, i: number, j: number): number =>
  (sums[Math.max(0, j)] ?? 0) - (sums[Math.max(0, i)] ?? 0)

/**
 * The phases of a pair from its first row on. A day's phase depends on that day and those before: what comes later changes
 * none. `talks`: day numbers on which the two talked, where acts are known.
 */
export const phasesOf = (
  balance: Balance,
  talks: ReadonlySet<number> = new Set(),
  s: PhaseSettings = phaseSettings(),
  sums: Sums = sumsOf(balance),
): Phase[] => {
  const t = turnSettings()
  const { cooperation: good, conflict: bad } = sums
  const first = balance.rows.findIndex(n => n > 0)
  const phases: Open[] = []
  let open: Open | null = null
  const edges = edgesOf(s)
  const hasGaps = (sums.seen[balance.rows.length] ?? 0) < balance.rows.length
  let [name, band, talked]: [PhaseName | null, number, number] = [null, -1, 0]
  for (let i = Math.max(0, first); first >= 0 && i < balance.rows.length; i++) {
    const day = balance.from + i
    // Days that nobody saw are no phase, and least of all a quiet one.
    if (hasGaps && (sums.seen[i + 1] ?? 0) === (sums.seen[Math.max(0, i + 1 - s.unseen_after)] ?? 0)) {
      ;[name, band] = [null, -1]
      continue
    }
    if (talks.size > 0) talked += Number(talks.has(day)) - Number(talks.has(day - s.window))
    const begin = i + 1 - s.window
    const cooperation = between(good, begin, i + 1)
    const conflict = between(bad, begin, i + 1)
    // Most pairs are quiet on most days: nothing else need be asked of these, as long as they stay so.
    if (open !== null && name === 'quiet' && conflict + cooperation < s.quiet_below) {
      open.to = day
      continue
    }
    const pastGood = between(good, begin - s.past, begin)
    const pastBad = between(bad, begin - s.past, begin)
    const usual = pastGood + pastBad > 0 ? pastBad / (pastGood + pastBad) : s.edges.normal
    const share = (conflict + s.pull * usual) / (conflict + cooperation + s.pull)
    // A surge is never larger than its window's mass: most days need not be asked.
    const stirred = between(bad, i + 1 - t.window, i + 1) >= s.crisis_ends
    const bothStirred = stirred && between(good, i + 1 - t.window, i + 1) >= s.crisis_ends
    const asked = bothStirred || (stirred && share >= s.crisis_share)
    const { surge, bar } = asked ? surgeSeenOn(sums, 'rupture', i, t) : CALM
    const inCrisis: boolean = share >= s.crisis_share && (surge >= bar || (name === 'crisis' && surge > s.crisis_ends))
    const today: PhaseName =
      conflict + cooperation < s.quiet_below
        ? 'quiet'
        : inCrisis
          ? 'crisis'
          : (BANDS[bandAfter(band, share, cooperation, edges, s)] ?? 'hostile')
    if (today !== name) {
      name = today
      band = BANDS.indexOf(today as Band)
      const grounds = { cooperation, conflict, share, surge }
      open = { name, from: day, to: day, in_talks: false, contested: false, grounds }
      phases.push(open)
    }
    if (!open) continue
    open.to = day
    if (talked >= s.talks && isCold(name)) open.in_talks = true
    if (bothStirred && surge >= s.crisis_ends && surgeSeenOn(sums, 'thaw', i, t).surge >= s.crisis_ends)
      open.contested = true
  }
  return phases
}

const isCold = (name: PhaseName): boolean =>
  name === 'crisis' || (name !== 'quiet' && BANDS.indexOf(name) < BANDS.indexOf('normal'))
