import type { Day } from '../../../domain/index.ts'
import { type CalendarSpan, yearOf } from '../calendar-span.ts'
import type { Direction } from '../time-mention.ts'

/** 29 February comes every fourth year, but for 1900. */
const REACH = 8

/**
 * The year for "in September": behind, the latest that had begun by the document's date; ahead, the earliest that was not over.
 * Without a sign of tense a time lies behind. `fits` is asked first and given up where no year fits ("Monday, 21 October").
 */
export const nearestYear = (
  inYear: (year: number) => CalendarSpan | null,
  date: { readonly from: Day; readonly to: Day },
  direction: Direction,
  fits: (span: CalendarSpan) => boolean,
): { readonly span: CalendarSpan; readonly direction: Direction } | null => {
  const ahead = direction === 'future'
  const first = yearOf(ahead ? date.from : date.to)
  const years = Array.from({ length: REACH + 2 }, (_, i) => (ahead ? first - 1 + i : first + 1 - i))
  const spans = years.map(inYear).filter(span => span !== null)
  const right = spans.filter(span => (ahead ? span.to >= date.from : span.from <= date.to))
  const close = right.slice(0, 2).find(fits)
  const span = close ?? right[0]
  return span ? { span, direction: direction ?? 'past' } : null
}
