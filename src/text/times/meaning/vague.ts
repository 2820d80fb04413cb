import { shiftDay } from '../calendar-span.ts'
import type { TimeReading } from '../time-mention.ts'
import { numberOf, thresholds, type Unit, unitOf, words } from '../vocabulary.ts'
import { type Meaning, point, type Setting, unplaced } from './setting.ts'

const howMany = (unit: Unit): number => (unit === 'fortnight' ? 2 : thresholds().vague[unit])
const grainOf = (unit: Unit) => (unit === 'fortnight' ? 'week' : unit)

/** So many units up to the document's date. */
const upToDate = (unit: Unit, count: number, value: string, { date }: Setting): TimeReading | null => {
  if (!date) return unplaced(value, grainOf(unit), { direction: 'past' })
  const from = shiftDay(date.to, unit, -count)
  return from === null ? null : point({ from, to: date.to, value, grain: grainOf(unit) }, { direction: 'past' })
}

/** So many units from the document's date on. */
const fromDate = (unit: Unit, count: number, value: string, { date }: Setting): TimeReading | null => {
  if (!date) return unplaced(value, grainOf(unit), { direction: 'future' })
  const to = shiftDay(date.from, unit, count)
  return to === null ? null : point({ from: date.from, to, value, grain: grainOf(unit) }, { direction: 'future' })
}

export const pastReference = (unit: Unit, setting: Setting) => upToDate(unit, howMany(unit), 'PAST_REF', setting)

/** "In recent years", "the coming months". */
export const vague: Meaning = (slots, setting) => {
  const unit = unitOf(slots.unit ?? slots.singleunit ?? '')
  return slots.recent ? pastReference(unit, setting) : fromDate(unit, howMany(unit), 'FUTURE_REF', setting)
}

/** "The past two years", "the next few weeks": a length that ends or begins with the document. */
export const lengthFromDate: Meaning = (slots, setting) => {
  const unit = unitOf(slots.unit ?? slots.singleunit ?? '')
  const { code, times = 1 } = words().units[unit]
  const plural = slots.number === undefined && /s$/i.test(slots.unit ?? '')
  const count = plural || slots.vaguenumber ? null : (numberOf(slots.number ?? '') ?? 1)
  const value = count === null ? `PX${code}` : `P${count * times}${code}`
  return (slots.ahead ? fromDate : upToDate)(unit, count ?? howMany(unit), value, setting)
}

/** "Recently", "soon": as far as vague months reach. */
export const recently: Meaning = (_, setting) => pastReference('month', setting)
export const soon: Meaning = (_, setting) => fromDate('month', howMany('month'), 'FUTURE_REF', setting)

/** "Now", "currently": the document's own date. */
export const now: Meaning = (_, { date }) =>
  date
    ? point({ ...date, value: 'PRESENT_REF', grain: 'day' }, { basis: 'document' })
    : unplaced('PRESENT_REF', null, { basis: 'document' })
