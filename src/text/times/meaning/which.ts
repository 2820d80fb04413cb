import { type CalendarSpan, monthSpan, seasonSpan, spanAway, yearOf } from '../calendar-span.ts'
import { narrow } from '../narrowing.ts'
import type { Direction } from '../time-mention.ts'
import { modifierOf, plain, unitOf, words } from '../vocabulary.ts'
import { monthOfSlots } from './calendar.ts'
import { type Meaning, point, type Setting, type Slots, UNKNOWN, unplaced } from './setting.ts'

const stepOf = (slots: Slots): number => (slots.which === undefined ? 0 : (words().which[plain(slots.which)] ?? 0))
const directionOf = (step: number): Direction => (step < 0 ? 'past' : step > 0 ? 'future' : null)

/** "Last month", "late this year", "earlier this week", "the end of the year". */
export const which: Meaning = (slots, setting) => {
  const step = stepOf(slots)
  const unit = slots.yearend ? 'year' : unitOf(slots.unit ?? slots.singleunit ?? '')
  const mod = slots.yearend ? 'late' : modifierOf(slots.mod ?? '')
  const direction = directionOf(step)
  const grain = unit === 'fortnight' ? 'week' : unit
  if (!setting.date) return unplaced(UNKNOWN[grain], grain, { mod, direction })
  const span = spanAway(step > 0 ? setting.date.from : setting.date.to, unit, step)
  if (!span) return null
  return point(slots.within ? within(span, slots.within, setting) : narrow(span, mod), { mod, direction })
}

/** "Earlier this year" ends, and "later this year" begins, with the document. */
const within = (span: CalendarSpan, word: string, { date }: Setting): CalendarSpan => {
  if (!date) return span
  const later = plain(word).startsWith('later')
  if (later) return date.from > span.from && date.from <= span.to ? { ...span, from: date.from } : span
  return date.to < span.to && date.to >= span.from ? { ...span, to: date.to } : span
}

/** "Last September": the latest that is over. "Next May": the earliest that has not begun. "This May": of this year. */
const inSteps =
  (spanIn: (slots: Slots, year: number) => CalendarSpan | null): Meaning =>
  (slots, setting) => {
    const step = stepOf(slots)
    const mod = modifierOf(slots.mod ?? '')
    const direction = directionOf(step)
    const sample = spanIn(slots, 2000)
    if (!setting.date) return sample && unplaced(sample.value.replace('2000', 'XXXX'), sample.grain, { mod, direction })
    const { from, to } = setting.date
    const year = yearOf(step > 0 ? from : to)
    const years = step > 0 ? [year, year + 1] : step < 0 ? [year, year - 1, year - 2] : [year]
    const span = years
      .map(y => spanIn(slots, y))
      .find(s => s !== null && (step > 0 ? s.from > from : step < 0 ? s.to < to : true))
    return span ? point(narrow(span, mod), { mod, direction }) : null
  }

export const whichMonth: Meaning = inSteps((slots, year) => monthSpan(year, monthOfSlots(slots)))
export const whichSeason: Meaning = inSteps((slots, year) => seasonSpan(year, plain(slots.season ?? '')))
