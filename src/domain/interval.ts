import { addDays, type Day, daysBetween } from './day.ts'

/** Both days included; `to: null` is open towards the future, `from: null` towards the past. */
export interface Interval {
  readonly from: Day | null
  readonly to: Day | null
}

/** An interval with both ends. */
export interface ClosedInterval {
  readonly from: Day
  readonly to: Day
}

export const overlaps = (a: Interval, b: Interval): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to)

export const contains = (interval: Interval, day: Day): boolean =>
  (interval.from === null || interval.from <= day) && (interval.to === null || day <= interval.to)

/** `days` added before and after. */
export const widen = (interval: ClosedInterval, days: number): ClosedInterval => ({
  from: addDays(interval.from, -days),
  to: addDays(interval.to, days),
})

/** Length in days, both ends counted. */
export const lengthInDays = (interval: ClosedInterval): number => daysBetween(interval.from, interval.to) + 1
