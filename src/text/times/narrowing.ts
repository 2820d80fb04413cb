import { addDays, addMonths } from '../../domain/index.ts'
import type { CalendarSpan } from './calendar-span.ts'
import type { Modifier } from './time-mention.ts'
import { thresholds } from './vocabulary.ts'

/** "Early April", "the mid-1990s": the part of a span that data/times/thresholds.yaml gives it. The value stays the whole's. */
export const narrow = (span: CalendarSpan, mod: Modifier): CalendarSpan => {
  if (mod === null || span.grain === 'day') return span
  const { steps, early, mid } = thresholds().narrowing[span.grain]
  const after = (count: number) =>
    steps === 'days' ? addDays(span.from, count) : addMonths(span.from, count * (steps === 'years' ? 12 : 1))
  if (mod === 'early') return { ...span, to: addDays(after(early), -1) }
  if (mod === 'mid') return { ...span, from: after(early), to: addDays(after(mid), -1) }
  return { ...span, from: after(mid) }
}

/** "The first half of 2013". */
export const halve = (span: CalendarSpan, half: number): CalendarSpan => {
  const middle = {
    day: span.from,
    week: addDays(span.from, 3),
    month: addDays(span.from, 15),
    quarter: addDays(addMonths(span.from, 1), 15),
    season: addDays(addMonths(span.from, 1), 15),
    year: addMonths(span.from, 6),
    decade: addMonths(span.from, 60),
    century: addMonths(span.from, 600),
  }[span.grain]
  const value = span.grain === 'year' ? `${span.value}-H${half}` : span.value
  return half === 1 ? { ...span, value, to: addDays(middle, -1) } : { ...span, value, from: middle }
}
