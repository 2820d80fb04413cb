import { type Day, daysBetween } from '../../../domain/index.ts'
import { type CalendarSpan, yearOf } from '../calendar-span.ts'
import type { Direction } from '../time-mention.ts'
import { thresholds } from '../vocabulary.ts'
import type { Leaning } from './setting.ts'

/** 29 February comes every fourth year, but for 1900. */
const REACH = 8

interface Placed {
  readonly span: CalendarSpan
  readonly direction: Direction
}

/**
 * The year for "in September": behind, the latest that had begun by the document's date; ahead, the earliest that was not over.
 * Without a sign of tense a time lies behind. Words around it can mislead ("declared a dividend payable Dec. 15"): a time close by on
 * the other side outdoes them, not a parser. `fits` is asked first and given up where no year fits ("Monday, 21 October").
 */
export const nearestYear = (
  inYear: (year: number) => CalendarSpan | null,
  date: { readonly from: Day; readonly to: Day },
  { direction, sure }: Leaning,
  fits: (span: CalendarSpan) => boolean,
): Placed | null => {
  const behind = lookBehind(inYear, date.to, fits)
  const ahead = lookAhead(inYear, date.from, fits)
  const [wanted, other] = direction === 'future' ? [ahead, behind] : [behind, ahead]
  if (sure || !wanted || !other) return wanted ?? other
  return isClose(other.span, date) && !isClose(wanted.span, date) ? other : wanted
}

const lookBehind = (
  inYear: (year: number) => CalendarSpan | null,
  day: Day,
  fits: (span: CalendarSpan) => boolean,
): Placed | null => {
  const spans = Array.from({ length: REACH + 2 }, (_, i) => inYear(yearOf(day) + 1 - i))
  return pick(
    spans.filter(span => span !== null && span.from <= day),
    fits,
    'past',
  )
}

const lookAhead = (
  inYear: (year: number) => CalendarSpan | null,
  day: Day,
  fits: (span: CalendarSpan) => boolean,
): Placed | null => {
  const spans = Array.from({ length: REACH + 2 }, (_, i) => inYear(yearOf(day) - 1 + i))
  return pick(
    spans.filter(span => span !== null && span.to >= day),
    fits,
    'future',
  )
}

const pick = (
  spans: readonly (CalendarSpan | null)[],
  fits: (span: CalendarSpan) => boolean,
  direction: Direction,
): Placed | null => {
  const span = spans.slice(0, 2).find(candidate => candidate && fits(candidate)) ?? spans[0]
  return span ? { span, direction } : null
}

/** Days between the document and the nearer end of a span, against what data/times/thresholds.yaml calls close for its grain. */
const isClose = (span: CalendarSpan, date: { readonly from: Day; readonly to: Day }): boolean => {
  const away = span.from > date.to ? daysBetween(date.to, span.from) : Math.max(0, daysBetween(span.to, date.from))
  return away <= (thresholds().close[span.grain] ?? 0)
}
