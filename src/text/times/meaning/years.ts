import { daySpan, yearSpan } from '../calendar-span.ts'
import { monthNumber, ordinalOf } from '../vocabulary.ts'
import { calendar, namedYear } from './calendar.ts'
import { type Meaning, point } from './setting.ts'

/** "1991–1995", "2011-13". */
export const years: Meaning = slots => {
  const first = Number(slots.year)
  const tail = slots.yeartail ?? ''
  const second = tail.length === 2 ? Math.floor(first / 100) * 100 + Number(tail) : Number(tail)
  const [from, to] = [yearSpan(first), yearSpan(second)]
  if (!from || !to || second <= first) return null
  return point({ from: from.from, to: to.to, value: `${from.value}/${to.value}`, grain: 'year' }, { basis: 'stated' })
}

/** "3–5 May 2013": the year is found for the first day and holds for both. */
export const daysOfOneMonth: Meaning = (slots, setting) => {
  const first = calendar({ ...slots, mod: undefined }, setting)
  const last = ordinalOf(slots.day2 ?? '')
  if (!first) return null
  if (first.from === null) {
    const value = `${first.value}/${first.value.slice(0, -2)}${String(last).padStart(2, '0')}`
    return { ...first, value }
  }
  const to = daySpan(Number(first.from.slice(0, 4)), monthNumber(slots.month ?? ''), last)
  if (!to || to.from <= first.from) return null
  return {
    ...first,
    to: to.to,
    value: `${first.value}/${to.value}`,
    basis: namedYear(slots) === null ? 'relative' : 'stated',
  }
}
