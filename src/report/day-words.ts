import { addDays, type Day, type DocumentDate } from '../domain/index.ts'

/** Days as a reader says them. Tables and lists for programs keep ISO days. */
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const parts = (day: Day): readonly [string, string, string] => {
  const [year = '', month = '', date = ''] = day.split('-')
  return [String(Number(year)), MONTHS[Number(month) - 1] ?? '', String(Number(date))]
}

/** Results of measuring count days since 1970-01-01. */
export const dayOf = (number: number): Day => addDays('1970-01-01', number)

/** "9 April 2014". */
export const longDay = (day: Day): string => {
  const [year, month, date] = parts(day)
  return `${date} ${month} ${year}`
}

/** "9 Apr 2014". */
export const shortDay = (day: Day): string => {
  const [year, month, date] = parts(day)
  return `${date} ${month.slice(0, 3)} ${year}`
}

/** "9 April 2014", "between 1 April and 17 July 2014". */
export const longSpan = (from: Day, to: Day): string => {
  if (from === to) return longDay(from)
  const first = from.slice(0, 4) === to.slice(0, 4) ? longDay(from).replace(/ \d+$/, '') : longDay(from)
  return `between ${first} and ${longDay(to)}`
}

/** "1–31 Dec 1991", "30 Nov – 2 Dec 1991", "3 Aug 2013 – 3 Aug 2021"; open ends are "since" and "until". */
export const span = (from: Day | null, to: Day | null): string => {
  if (from === null) return to === null ? 'at any time' : `until ${shortDay(to)}`
  if (to === null) return `since ${shortDay(from)}`
  if (from === to) return shortDay(from)
  const [year, month, date] = parts(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${date}–${shortDay(to)}`
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${date} ${month.slice(0, 3)} – ${shortDay(to)}`
    : `${date} ${month.slice(0, 3)} ${year} – ${shortDay(to)}`
}

/** "17 July 2014, 31 December 2015 and 31 December 2024". */
export const dayList = (days: readonly Day[], say: (day: Day) => string = longDay): string => {
  const said = days.map(say)
  return said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`
}

/** The document's date, and how it is known. */
export const documentDate = (date: DocumentDate | null): string =>
  date === null
    ? 'undated'
    : `${longSpan(date.from, date.to)} (date ${date.basis === 'stated' ? 'stated in the text' : date.basis})`
