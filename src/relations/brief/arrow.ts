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

/** `window`: half a year, unless said. Null where either window holds nothing: no change can be told from nothing. */
export const arrowOf = (balance: Balance, asOf: number, window: number = phaseSettings().window): Arrow | null => {
  const s = temperatureSettings()
  const sums = sumsOf(balance)
  const now = passedBetween(sums, asOf - window + 1, asOf)
  const before = passedBetween(sums, asOf - 2 * window + 1, asOf - window)
  const past = passedBetween(sums, asOf - 2 * window - s.past + 1, asOf - 2 * window)
  if (now.rows === 0 || before.rows === 0) return null
  const [later, earlier] = [temperatureOf(now, past), temperatureOf(before, past)]
  if (!later || !earlier) return null
  const change = later.value - earlier.value
  const error = Math.hypot(errorOf(later, s.z), errorOf(earlier, s.z))
  const chance = normalShare(Math.abs(change) / error)
  return {
    direction: chance < LEAST_CHANCE ? 'steady' : change > 0 ? 'warming' : 'cooling',
    change,
    low: change - s.z * error,
    high: change + s.z * error,
    chance,
    word: likelihoodWord(chance),
    now,
    before,
  }
}
