/** Days as numbers (since 1970-01-01, UTC), which charts reckon with, and the words readers see. */

const MS = 86_400_000

/** `2014-07-17` → 16268. */
export const numberOfDay = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / MS)

export const dayOfNumber = (number: number): string => new Date(number * MS).toISOString().slice(0, 10)

export const dateOfNumber = (number: number): Date => new Date(number * MS)

export const numberOfDate = (date: Date): number => date.getTime() / MS

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const partsOf = (day: string): [year: string, month: string, date: number] => [
  day.slice(0, 4),
  MONTHS[Number(day.slice(5, 7)) - 1] ?? '',
  Number(day.slice(8)),
]

/** `17 Jul 2014`. */
export const shortDay = (day: string): string => {
  const [year, month, date] = partsOf(day)
  return `${date} ${month} ${year}`
}

const isFirst = (day: string): boolean => day.endsWith('-01')
const isLast = (day: string): boolean => isFirst(dayOfNumber(numberOfDay(day) + 1))

/** The shortest true name of some days: `2014`, `Apr 2014`, `9 Apr 2014`, `9–15 Apr 2014`, `28 Dec 2013 – 3 Jan 2014`. */
export const spanOfDays = (from: string, to: string): string => {
  const [[y1, m1, d1], [y2, m2, d2]] = [partsOf(from), partsOf(to)]
  if (from === to) return shortDay(from)
  const whole = isFirst(from) && isLast(to)
  if (whole && from.endsWith('-01-01') && to.endsWith('-12-31')) return y1 === y2 ? y1 : `${y1}–${y2}`
  if (whole && y1 === y2) return m1 === m2 ? `${m1} ${y1}` : `${m1}–${m2} ${y1}`
  if (whole) return `${m1} ${y1} – ${m2} ${y2}`
  if (y1 !== y2) return `${shortDay(from)} – ${shortDay(to)}`
  return m1 === m2 ? `${d1}–${d2} ${m1} ${y1}` : `${d1} ${m1} – ${d2} ${m2} ${y1}`
}
