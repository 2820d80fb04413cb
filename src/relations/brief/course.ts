import { dayNumber } from '../../domain/index.ts'
import type { CarriedTurn, PairRelation, ToldPhase } from '../pair/index.ts'
import { phaseSettings } from '../phases/index.ts'
import { temperatureOf } from '../temperature/index.ts'
import { passedBetween, sumsOf } from '../turns/index.ts'
import { pastOf } from './arrow.ts'
import { briefSettings } from './settings.ts'

/**
 * The way a pair has come, for drawing: the temperature of the half year to each day, held against the same past as the arrow, so that
 * the arrow is the difference of two of its points. Days are day numbers.
 */
export interface Course {
  readonly from: number
  readonly to: number
  /** The years that 0 degrees stands for. */
  readonly past: { readonly from: number; readonly to: number }
  /** How many days each temperature looks back on. */
  readonly window: number
  readonly temperature: readonly CoursePoint[]
  readonly phases: readonly ToldPhase[]
  readonly turns: readonly CarriedTurn[]
  /** Rows of the pair, by weeks from the first day on. */
  readonly rows: readonly number[]
  readonly step: number
}

export interface CoursePoint {
  readonly day: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Null where the pair has no row by the day. */
export const courseOf = ({ balance, phases, turns, as_of }: PairRelation): Course | null => {
  const { course, step } = briefSettings()
  const { window } = phaseSettings()
  const to = dayNumber(as_of)
  const first = phases[0]?.from
  if (first === undefined) return null
  const from = Math.min(to - 2 * window, Math.max(first, to - course))
  const sums = sumsOf(balance)
  const past = pastOf(to, window)
  const usual = passedBetween(sums, past.from, past.to)
  const temperature: CoursePoint[] = []
  for (let day = to; day >= from; day -= step) {
    const now = passedBetween(sums, day - window + 1, day)
    const t = now.rows > 0 ? temperatureOf(now, usual) : null
    if (t) temperature.unshift({ day, value: t.value, low: t.low, high: t.high })
  }
  const rows: number[] = []
  for (let day = from; day <= to; day += step) rows.push(passedBetween(sums, day, Math.min(to, day + step - 1)).rows)
  return {
    from,
    to,
    past,
    window,
    temperature,
    phases: phases.filter(phase => phase.to >= from).map(phase => ({ ...phase, from: Math.max(from, phase.from) })),
    turns: turns.filter(turn => turn.to >= from),
    rows,
    step,
  }
}
