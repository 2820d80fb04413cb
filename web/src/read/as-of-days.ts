/** The days that the as-of slider stops at, and those that are judged ahead. */
import { dayOfNumber, numberOfDay } from '../charts/day.ts'

export const daysBetween = (from: string, to: string): number => numberOfDay(to) - numberOfDay(from)

const addMonths = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dayOfNumber(numberOfDay(first.toISOString().slice(0, 10)) + Math.min(date, length) - 1)
}

/** The first day, then month by month, then the last. */
export const stopsBetween = (first: string, last: string): readonly string[] => {
  if (first >= last) return [first]
  const stops = [first]
  for (let months = 1; ; months += 1) {
    const day = addMonths(first, months)
    if (day >= last) return [...stops, last]
    stops.push(day)
  }
}

/** Where a day lies among the stops: that of the last one not after it. */
export const stopOf = (stops: readonly string[], day: string): number => {
  const after = stops.findIndex(stop => stop > day)
  return after < 0 ? stops.length - 1 : Math.max(0, after - 1)
}

/** Months after a text was written in which most of what it speaks of is settled. */
const RUNGS = [1, 3, 6, 12, 24, 36, 60, 96, 144]
const AT_ONCE = 3

/** Days to judge ahead, near ones first, a few at a time. */
export const ladder = (first: string, last: string): readonly (readonly string[])[] => {
  const days = RUNGS.map(months => addMonths(first, months)).filter(day => day < last)
  return Array.from({ length: Math.ceil(days.length / AT_ONCE) }, (_, i) => days.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}
