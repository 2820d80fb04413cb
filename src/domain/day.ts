/**
 * A calendar day, ISO `YYYY-MM-DD`, proleptic Gregorian, UTC, years 0001 to 9999.
 * Not supported on purpose: times of day, time zones, months or years without a day (those are intervals).
 */
export type Day = string

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_A_DAY = 86_400_000

/** Day number since 1970-01-01. Years below 100 need setUTCFullYear: Date.UTC would read them as 19xx. */
const toNumber = (year: number, month: number, day: number): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / MS_A_DAY
}

const fromNumber = (number: number): Day => new Date(number * MS_A_DAY).toISOString().slice(0, 10)

/** True for a day that exists: `2014-02-29` is none. */
export const isDay = (text: string): boolean => {
  const match = PATTERN.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && fromNumber(toNumber(year, month, day)) === text
}

/** Days since 1970-01-01, negative before. */
export const dayNumber = (day: Day): number => {
  const match = PATTERN.exec(day)
  if (!match) throw new RangeError(`not a day: ${JSON.stringify(day)}`)
  return toNumber(Number(match[1]), Number(match[2]), Number(match[3]))
}

export const addDays = (day: Day, days: number): Day => fromNumber(dayNumber(day) + days)

/** Signed count of days from `a` to `b`. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a)

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b)
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b)

/** The same day `months` later, held inside the month: 31 January + 1 is the last day of February. */
export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  const last = fromNumber(toNumber(y, m + 1, 0)).slice(8)
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(date, Number(last)), 2)}`
}
