import { addDays, addMonths, type Day, dayNumber, isDay } from '../../domain/index.ts'
import type { Grain } from './time-mention.ts'
import { words } from './vocabulary.ts'

/** A stretch of the calendar with its TIMEX3 value. */
export interface CalendarSpan {
  readonly from: Day
  readonly to: Day
  readonly value: string
  readonly grain: Grain
}

export const pad = (n: number, width = 2): string => String(n).padStart(width, '0')
const iso = (year: number, month: number, day: number): Day => `${pad(year, 4)}-${pad(month)}-${pad(day)}`

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))

/** Years whose neighbours, too, are days: what lies outside is not read. */
const isReadable = (year: number): boolean => year >= 100 && year <= 9800
const ending = (from: Day, months: number): Day => addDays(addMonths(from, months), -1)

export const daySpan = (year: number, month: number, day: number): CalendarSpan | null => {
  const value = iso(year, month, day)
  return isReadable(year) && isDay(value) ? { from: value, to: value, value, grain: 'day' } : null
}

const monthsSpan = (year: number, month: number, months: number, value: string, grain: Grain): CalendarSpan | null => {
  if (!isReadable(year)) return null
  const from = iso(year, month, 1)
  return { from, to: ending(from, months), value, grain }
}

export const monthSpan = (year: number, month: number) =>
  monthsSpan(year, month, 1, `${pad(year, 4)}-${pad(month)}`, 'month')
export const quarterSpan = (year: number, quarter: number) =>
  monthsSpan(year, quarter * 3 - 2, 3, `${pad(year, 4)}-Q${quarter}`, 'quarter')
export const yearSpan = (year: number) => monthsSpan(year, 1, 12, pad(year, 4), 'year')
export const decadeSpan = (year: number) => monthsSpan(year, 1, 120, pad(year, 4).slice(0, 3), 'decade')
export const seasonSpan = (year: number, season: string): CalendarSpan | null => {
  const entry = words().seasons[season]
  return entry ? monthsSpan(year, entry.first, 3, `${pad(year, 4)}-${entry.code}`, 'season') : null
}
/** The 19th century: 1801 to 1900, though TIMEX3 writes it `18`. */
export const centurySpan = (ordinal: number): CalendarSpan | null =>
  ordinal >= 2 ? monthsSpan(ordinal * 100 - 99, 1, 1200, pad(ordinal - 1), 'century') : null

/** 1 for Monday to 7 for Sunday; day 0 of the count was a Thursday. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The ISO week around a day: its year is the year of its Thursday. */
export const weekSpan = (day: Day): CalendarSpan => {
  const from = addDays(day, 1 - weekdayOf(day))
  const year = yearOf(addDays(from, 3))
  const week = Math.floor((dayNumber(addDays(from, 3)) - dayNumber(iso(year, 1, 1))) / 7) + 1
  return { from, to: addDays(from, 6), value: `${pad(year, 4)}-W${pad(week)}`, grain: 'week' }
}

/** The unit of the calendar that holds a day. */
export const spanAround = (day: Day, grain: Grain): CalendarSpan | null => {
  const [year, month] = [yearOf(day), monthOf(day)]
  switch (grain) {
    case 'day':
      return daySpan(year, month, Number(day.slice(8)))
    case 'week':
      return weekSpan(day)
    case 'month':
      return monthSpan(year, month)
    case 'quarter':
      return quarterSpan(year, Math.ceil(month / 3))
    case 'season': {
      const start = Math.floor((month % 12) / 3) * 3 || 12
      const name = Object.keys(words().seasons).find(key => words().seasons[key]?.first === start)
      return seasonSpan(start === 12 && month < 12 ? year - 1 : year, name ?? '')
    }
    case 'year':
      return yearSpan(year)
    case 'decade':
      return decadeSpan(Math.floor(year / 10) * 10)
    case 'century':
      return centurySpan(Math.ceil(year / 100))
  }
}

/** The day so many units away; null beyond the readable years. */
export const shiftDay = (day: Day, unit: Grain | 'fortnight', count: number): Day | null => {
  const months = { month: 1, quarter: 3, season: 3, year: 12, decade: 120, century: 1200 }
  if (unit === 'day' || unit === 'week' || unit === 'fortnight') {
    return addDays(day, count * { day: 1, week: 7, fortnight: 14 }[unit])
  }
  const shift = count * months[unit]
  return isReadable(yearOf(day) + Math.trunc(shift / 12)) ? addMonths(day, shift) : null
}

/** The calendar's unit, so many units away from the one that holds `day`. */
export const spanAway = (day: Day, unit: Grain | 'fortnight', count: number): CalendarSpan | null => {
  const there = shiftDay(day, unit, count)
  return there === null ? null : spanAround(there, unit === 'fortnight' ? 'week' : unit)
}
