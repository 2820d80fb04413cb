import { type Day, isDay, type Span } from '../../domain/index.ts'
import type { Piece } from './paragraphs.ts'
import { documentWords, shapeOf } from './vocabulary.ts'

/** A day that a text states of itself, at its head or foot; without a year in most datelines. */
export interface DateLine extends Span {
  readonly year: number | null
  readonly month: number
  /** Null where only the month is named: "July 2014". */
  readonly date: number | null
  /** 0 = Sunday; null where none is named. */
  readonly weekday: number | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DATE = '(?<date>[0-3]?[0-9])(?:st|nd|rd|th)?'
const YEAR = '(?<year>(?:1[89]|20)[0-9][0-9])'
const WEEKDAY = '(?:(?<weekday>sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?\\.?,?\\s+)?'

/** The shapes of a calendar day in print; `year` says whether one must stand there. */
const shapes = (year: boolean): string[] => [
  `${WEEKDAY}${MONTH}\\s+${DATE}${year ? `,?\\s+${YEAR}` : `(?:,?\\s+${YEAR})?`}`,
  `${WEEKDAY}${DATE}\\s+(?:of\\s+)?${MONTH}${year ? `,?\\s+${YEAR}` : `(?:,?\\s+${YEAR})?`}`,
  `(?<year>(?:1[89]|20)[0-9][0-9])-(?<monthnumber>[01][0-9])-(?<date>[0-3][0-9])`,
  // With dots the day stands first wherever they are used; with slashes nobody knows.
  `(?<date>[0-3]?[0-9])\\.\\s?(?<monthnumber>[01]?[0-9])\\.\\s?${YEAR}`,
  `(?<![0-9]\\s)${MONTH},?\\s+${YEAR}`,
]

/** A line that is a date, with or without "Published on", a place or a name beside it. */
export const dateLineIn = ({ text, start }: Piece): DateLine | null => {
  const { date_line } = documentWords()
  for (const shape of shapes(true)) {
    const found = shapeOf(date_line.pattern.replace('{DATE}', shape), 'du').exec(text)
    if (found?.groups) return made(found.groups, start, found.indices?.groups?.day)
  }
  return null
}

/** A whole day anywhere in a line that is known to be no prose: "By Anna Petrova | 3 May 2011". */
export const dateIn = ({ text, start }: Pick<Piece, 'text' | 'start'>): DateLine | null => {
  for (const shape of shapes(true)) {
    const found = shapeOf(`(?<![\\p{L}0-9])(?<day>${shape})(?![\\p{L}0-9])`, 'du').exec(text)
    if (found?.groups) return made(found.groups, start, found.indices?.groups?.day)
  }
  return null
}

/** "ANKARA, March 3 (Agency) —" at the head of the first sentence: its span, and the day where one is named. */
export const datelineIn = ({
  text,
  start,
}: Piece): { readonly span: Span; readonly day: DateLine | null; readonly agency: string | null } | null => {
  const { dateline, dateline_full } = documentWords()
  const forms = [
    ...[...shapes(false), null].map(shape => ({
      source: dateline.pattern.replace('{DAY}', shape ? `(?:,\\s*(?<day>${shape}))` : ''),
      hasDay: shape !== null,
    })),
    ...shapes(true)
      .flatMap(shape => [`,\\s*(?<day>${shape})`, `\\s*\\((?<day>${shape})\\)`])
      .map(day => ({ source: dateline_full.pattern.replace('{DAY}', day), hasDay: true })),
  ]
  for (const { source, hasDay } of forms) {
    const found = shapeOf(source, 'du').exec(text)
    if (!found?.groups) continue
    return {
      span: { start, end: start + found[0].trimEnd().length },
      day: hasDay ? made(found.groups, start, found.indices?.groups?.day) : null,
      agency: found.groups.agency?.trim() ?? null,
    }
  }
  return null
}

const made = (
  groups: Readonly<Record<string, string | undefined>>,
  offset: number,
  at: readonly [number, number] | undefined,
): DateLine | null => {
  const month = groups.monthnumber
    ? Number(groups.monthnumber)
    : MONTHS.indexOf((groups.month ?? '').slice(0, 3).toLowerCase()) + 1
  const date = groups.date ? Number(groups.date) : null
  const year = groups.year ? Number(groups.year) : null
  const weekday = groups.weekday ? WEEKDAYS.indexOf(groups.weekday.slice(0, 3).toLowerCase()) : null
  if (month < 1 || !at || (date !== null && !isDay(dayText(year ?? 2000, month, date)))) return null
  return { start: offset + at[0], end: offset + at[1], year, month, date, weekday }
}

export const dayText = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
