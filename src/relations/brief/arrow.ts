import { phaseSettings } from '../phases/index.ts'
import type { Balance } from '../series/index.ts'
import { type Temperature, temperatureOf, temperatureSettings } from '../temperature/index.ts'
import { passedBetween, sumsOf, type Window } from '../turns/index.ts'
import { likelihoodWord, normalShare } from './likelihood.ts'

/** Where a relation is going: the days of a window against as many before, both against the same past. */
export interface Arrow {
  readonly direction: 'warming' | 'cooling' | 'steady'
  /** Degrees, with the interval that holds 90 in 100. */
  readonly change: number
  readonly low: number
  readonly high: number
  /** How likely it is that the direction is right, as a share and in a word of ICD 203. */
  readonly chance: number
  readonly word: string
  readonly now: Window
  readonly before: Window
}

const errorOf = ({ low, high }: Temperature, z: number): number => (high - low) / (2 * z)

/** Below this chance of being right no direction is named: "likely" begins lower, but a tenth of a degree is no news. */
const LEAST_CHANCE = 0.65

/** Two windows against the same past. Null where either holds nothing: no change can be told from nothing. */
export const arrowBetween = (now: Window, before: Window, past: Window): Arrow | null => {
  if (now.rows === 0 || before.rows === 0) return null
  const { z } = temperatureSettings()
  const [later, earlier] = [temperatureOf(now, past), temperatureOf(before, past)]
  if (!later || !earlier) return null
  const change = later.value - earlier.value
  const error = Math.hypot(errorOf(later, z), errorOf(earlier, z))
  const chance = normalShare(Math.abs(change) / error)
  return {
    direction: chance < LEAST_CHANCE ? 'steady' : change > 0 ? 'warming' : 'cooling',
    change,
    low: change - z * error,
    high: change + z * error,
    chance,
    word: likelihoodWord(chance),
    now,
    before,
  }
}

/** The days that both windows are held against. */
export const pastOf = (asOf: number, window: number): { readonly from: number; readonly to: number } => ({
  from: asOf - 2 * window - temperatureSettings().past + 1,
  to: asOf - 2 * window,
})

/** `window`: half a year, unless said. */
export const arrowOf = (balance: Balance, asOf: number, window: number = phaseSettings().window): Arrow | null => {
  const sums = sumsOf(balance)
  const past = pastOf(asOf, window)
  return arrowBetween(
    passedBetween(sums, asOf - window + 1, asOf),
    passedBetween(sums, asOf - 2 * window + 1, asOf - window),
    passedBetween(sums, past.from, past.to),
  )
}
