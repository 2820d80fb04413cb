import type { TimeReading } from '../time-mention.ts'
import { monthNumber, numberOf, plain, weekdayNumber, words } from '../vocabulary.ts'
import { type Meaning, unplaced } from './setting.ts'

const length = (value: string, kind: TimeReading['kind']): TimeReading => ({
  ...unplaced(value, null, { basis: 'stated' }),
  kind,
})

/** `P2D`, `PT3H`, `PXY`. */
const lengthValue = (word: string, count: number | null): string => {
  const unit = Object.values(words().units).find(entry => entry.words.includes(plain(word)))
  if (unit) return `P${count === null ? 'X' : count * (unit.times ?? 1)}${unit.code}`
  const clock = Object.values(words().clock_units).find(entry => entry.words.includes(plain(word)))
  return `PT${count ?? 'X'}${clock?.code ?? 'X'}`
}

export const duration: Meaning = slots =>
  length(lengthValue(slots.lengthunit ?? '', numberOf(slots.number ?? '')), 'duration')

/** "For years", "after several months"; a single unit without a number ("in week") is no length. */
export const uncountedDuration: Meaning = slots =>
  slots.vaguenumber || /s$/i.test(slots.lengthunit ?? '')
    ? length(lengthValue(slots.lengthunit ?? '', null), 'duration')
    : null

/** "Every year", "each Friday", "Fridays", "twice a month", "annually". */
export const set: Meaning = slots => {
  const weekday = weekdayNumber(slots.weekday ?? '')
  if (weekday) return length(`XXXX-WXX-${weekday}`, 'set')
  const month = monthNumber(slots.month ?? '')
  if (month) return length(`XXXX-${String(month).padStart(2, '0')}`, 'set')
  if (slots.season) return length(`XXXX-${words().seasons[plain(slots.season)]?.code ?? 'XX'}`, 'set')
  if (slots.frequency) return length(words().frequencies[plain(slots.frequency)] ?? 'P1D', 'set')
  const every = slots.number !== undefined && !/times/.test(slots.number) ? numberOf(slots.number) : 1
  return length(lengthValue(slots.unit ?? '', every), 'set')
}
