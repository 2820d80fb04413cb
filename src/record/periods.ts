import { addDays, addMonths, type ClosedInterval, type Day, dayNumber, isDay, maxDay, minDay } from '../domain/index.ts'

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** The first day of the period that a day lies in; weeks begin on Monday. */
export const periodStart = (day: Day, by: Period): Day => {
  switch (by) {
    case 'day':
      return day
    case 'week':
      // 1970-01-01 was a Thursday, three days into its week.
      return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7))
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'quarter': {
      const month = Number(day.slice(5, 7))
      return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
    }
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

export const nextPeriod = (start: Day, by: Period): Day => {
  if (by === 'day') return addDays(start, 1)
  if (by === 'week') return addDays(start, 7)
  return addMonths(start, MONTHS[by])
}

/** A period by its own first day, and the part of it that was asked for. */
export interface PeriodPart extends ClosedInterval {
  readonly start: Day
}

/** The periods that cover some days, the first and the last cut to them. */
export const periodsOf = ({ from, to }: ClosedInterval, by: Period): PeriodPart[] => {
  const parts: PeriodPart[] = []
  for (let start = periodStart(from, by); start <= to; start = nextPeriod(start, by)) {
    parts.push({ start, from: maxDay(from, start), to: minDay(to, addDays(nextPeriod(start, by), -1)) })
  }
  return parts
}

/** "2014", "2014-Q2" or "2014 Q2", "2014-04", "2014-04-09", as tables name their lines; a week goes by its first day and is a day here. */
export const periodNamed = (name: string): (ClosedInterval & { readonly by: Period }) | null => {
  const [, year = '', quarter, month, day] = /^(\d{4})(?:[- ]Q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/i.exec(name) ?? []
  if (year === '') return null
  const first = quarter ? 3 * Number(quarter) - 2 : Number(month ?? 1)
  const from = `${year}-${String(first).padStart(2, '0')}-${day ?? '01'}`
  const by = day ? 'day' : month ? 'month' : quarter ? 'quarter' : 'year'
  return isDay(from) ? { by, from, to: addDays(nextPeriod(from, by), -1) } : null
}
