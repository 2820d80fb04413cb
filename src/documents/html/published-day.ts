import { type Day, isDay } from '../../domain/index.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day in a page's own stamp. The publisher's local day is taken as written, whatever the zone. Left alone on purpose:
 * 07/08/2014, which is one day in London and another in New York; months and years without a day.
 */
export const publishedDay = (stamp: string | null): Day | null => {
  if (stamp === null) return null
  const iso = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(stamp)
  if (iso) return dayOf(iso[1], Number(iso[2]), Number(iso[3]))
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})[a-z]*[\s.,-]+(\d{4})\b/i.exec(stamp)
  if (dayFirst) return dayOf(dayFirst[3], monthOf(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(stamp)
  return monthFirst ? dayOf(monthFirst[3], monthOf(monthFirst[1]), Number(monthFirst[2])) : null
}

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

const dayOf = (year = '', month: number, date: number): Day | null => {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(day) ? day : null
}
