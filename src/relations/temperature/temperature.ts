import { type TemperatureSettings, temperatureSettings } from './settings.ts'

/** What passed in some days, in ordinary days (damped masses, or weighed counts). */
export interface Passed {
  readonly cooperation: number
  readonly conflict: number
  readonly days: number
}

/** What the rest of the record says about these days: needed to tell a warm pair from a busy one, and a cold year from a talkative one. */
export interface World {
  /** Co-operation and conflict a day that two states of this size in the news would show if nothing drew them together or apart. */
  readonly cooperation: number
  readonly conflict: number
  /** Reporting of the world in these days as a share of the days of reference: 2 where twice as much is told. */
  readonly reporting: number
}

/**
 * How warm two states stand, in degrees (natural logarithms): 0 is as much co-operation as their size in the news would have, and
 * as little conflict as leaves no trace.
 */
export interface Temperature {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Co-operation beyond (or, below 0, short of) what is expected. */
  readonly warmth: number
  /** Conflict, held in part against what is expected of such states and against how much they have to do with each other. */
  readonly chill: number
  /** Whether the world was there to correct for size and reporting. */
  readonly corrected: boolean
}

const YEAR = 365

/** A rate a day, pulled towards the past's by `pull` ordinary days of evidence; with its share of error (1 / root of evidence). */
const pooled = (mass: number, days: number, past: number, pull: number): { rate: number; error: number } => {
  if (past <= 0) return { rate: mass / (days + pull), error: 1 / Math.sqrt(mass + pull) }
  return { rate: (mass + pull) / (days + pull / past), error: 1 / Math.sqrt(mass + pull) }
}

/**
 * The temperature of some days, given the days before. Null where neither holds anything: no coverage is not a temperature.
 * Without a world, co-operation is held against the pair's own past, so that only its changes mean anything.
 */
export const temperatureOf = (
  now: Passed,
  past: Passed,
  world: World | null = null,
  s: TemperatureSettings = temperatureSettings(),
): Temperature | null => {
  if (now.days <= 0 || now.cooperation + now.conflict + past.cooperation + past.conflict === 0) return null
  const before = (mass: number): number => (past.days > 0 ? mass / past.days : 0)
  const reporting = world && world.reporting > 0 ? world.reporting : 1
  const good = pooled(now.cooperation, now.days, before(past.cooperation), s.pull)
  const bad = pooled(now.conflict, now.days, before(past.conflict), s.pull)
  const usual = world ?? { cooperation: before(past.cooperation), conflict: before(past.conflict) }
  const yearly = (rate: number): number => (YEAR * rate) / reporting
  const [dealings, quarrels] = [yearly(good.rate), yearly(bad.rate)]
  const warmth = Math.log((dealings + 1) / (yearly(usual.cooperation) + 1))
  const chill =
    Math.log(quarrels + 1) -
    s.of_expected * Math.log(yearly(usual.conflict) + 1) -
    s.of_dealings * Math.log(dealings + 1)
  const value = warmth - s.conflict * chill
  const half =
    s.z *
    Math.hypot(
      ((1 + s.conflict * s.of_dealings) * good.error * dealings) / (dealings + 1),
      (s.conflict * bad.error * quarrels) / (quarrels + 1),
    )
  return { value, low: value - half, high: value + half, warmth, chill, corrected: world !== null }
}
