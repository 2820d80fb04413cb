import { addDays, type Day } from '../../../domain/index.ts'
import { type CalendarSpan, spanAround, weekdayOf, weekSpan } from '../calendar-span.ts'
import { plain, weekdayNumber, words } from '../vocabulary.ts'
import { type Meaning, point, UNKNOWN, unplaced } from './setting.ts'

const dayOf = (day: Day, code: string): CalendarSpan => ({ from: day, to: day, value: `${day}${code}`, grain: 'day' })
const partCode = (part: string | undefined): string => words().parts_of_day[plain(part ?? '')] ?? ''

/** "Tuesday", "last Friday", "Monday night": the nearest one on the side of the tense; the document's own day counts as behind. */
export const weekday: Meaning = (slots, setting) => {
  const wanted = weekdayNumber(slots.weekday ?? '')
  const code = partCode(slots.part)
  if (!setting.date) return unplaced(`XXXX-WXX-${wanted}${code}`, 'day')
  const { from, to } = setting.date
  const behind = addDays(to, -((weekdayOf(to) - wanted + 7) % 7))
  const ahead = addDays(from, (wanted - weekdayOf(from) + 7) % 7)
  const step = slots.which === undefined ? null : (words().which[plain(slots.which)] ?? 0)
  if (step === -1) return point(dayOf(behind === to ? addDays(to, -7) : behind, code), { direction: 'past' })
  if (step === 1) {
    const next = ahead === from ? addDays(from, 7) : ahead
    // "Next Friday", said on a Tuesday, is the one of next week.
    const far = plain(slots.which ?? '') === 'next' && weekSpan(next).from === weekSpan(from).from
    return point(dayOf(far ? addDays(next, 7) : next, code), { direction: 'future' })
  }
  const direction = setting.direction().direction ?? (step === 0 ? 'future' : 'past')
  return point(dayOf(direction === 'future' ? ahead : behind, code), { direction })
}

/** "Yesterday", "tomorrow morning", "last night". */
export const dayWord: Meaning = (slots, setting) => {
  const word = plain(slots.dayword ?? '')
  const step = slots.lastnight ? -1 : (words().day_words[word] ?? 0)
  const code = word === 'tonight' ? 'TNI' : partCode(slots.lastnight ?? slots.part)
  const direction = step < 0 ? 'past' : step > 0 ? 'future' : null
  const basis = step === 0 ? 'document' : 'relative'
  if (!setting.date) return unplaced(`${UNKNOWN.day}${code}`, 'day', { direction, basis })
  const day = addDays(step > 0 ? setting.date.from : setting.date.to, step)
  const today: CalendarSpan = { ...dayOf(day, code), from: step === 0 ? setting.date.from : day }
  return point(today, { direction, basis })
}

/** "The weekend", "last weekend". */
export const weekend: Meaning = (slots, setting) => {
  if (!setting.date) return unplaced(`${UNKNOWN.week}-WE`, 'week')
  const step = slots.which === undefined ? 0 : (words().which[plain(slots.which)] ?? 0)
  const direction = step < 0 ? 'past' : step > 0 ? 'future' : (setting.direction().direction ?? 'past')
  const day = direction === 'past' ? setting.date.to : setting.date.from
  const back = direction === 'past' && weekdayOf(day) < 6
  const week = spanAround(addDays(day, step > 0 ? 7 : back ? -7 : 0), 'week')
  if (!week) return null
  return point({ ...week, from: addDays(week.from, 5), value: `${week.value}-WE` }, { direction })
}
