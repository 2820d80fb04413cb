import type { Day } from '../../../domain/index.ts'
import { spanAround, spanAway, yearOf } from '../calendar-span.ts'
import type { Grain } from '../time-mention.ts'
import { numberOf, plain, thresholds, type Unit, unitOf } from '../vocabulary.ts'
import { type Meaning, point, UNKNOWN, unplaced } from './setting.ts'
import { pastReference } from './vague.ts'

const ORDER: readonly Grain[] = ['day', 'week', 'month', 'season', 'quarter', 'year', 'decade', 'century']
const grainOf = (unit: Unit): Grain => (unit === 'fortnight' ? 'week' : unit)

/** "Two weeks ago", "three years from now": the calendar's unit at that distance. */
export const ago: Meaning = (slots, setting) => {
  const unit = unitOf(slots.unit ?? slots.singleunit ?? '')
  const count = numberOf(slots.number ?? '')
  if (count === null) return pastReference(unit, setting)
  const ahead = slots.ago === undefined && slots.number !== undefined
  const direction = ahead ? 'future' : 'past'
  if (!setting.date) return unplaced(UNKNOWN[grainOf(unit)], grainOf(unit), { direction })
  const span = spanAway(ahead ? setting.date.from : setting.date.to, unit, ahead ? count : -count)
  return span && point(span, { direction })
}

/** "Two days earlier", "the following year": from the time named last, from the document's date where none was. */
export const fromAnchor: Meaning = (slots, { anchor, date, direction }) => {
  const unit = unitOf(slots.unit ?? slots.singleunit ?? '')
  const grain = grainOf(unit)
  const count = numberOf(slots.number ?? '') ?? 1
  const step = (slots.later ?? slots.following ?? slots.after) ? count : -count
  const base = baseDay(anchor?.from ?? null, anchor?.grain ?? null, date?.to ?? null, grain)
  if (base === null) return unplaced(UNKNOWN[grain], grain)
  const span = spanAway(base, unit, step)
  // "A year later, tempers had cooled": what is told of the past did not come after the document.
  const beyond = anchor === null && step > 0 && direction().direction === 'past'
  return beyond ? unplaced(UNKNOWN[grain], grain) : span && point(span)
}

/** A year cannot tell which day comes two days after it. */
const baseDay = (anchor: Day | null, grain: Grain | null, own: Day | null, wanted: Grain): Day | null => {
  if (anchor === null) return own
  return grain !== null && ORDER.indexOf(grain) <= ORDER.indexOf(wanted) ? anchor : null
}

/** "That day", "later that year": the unit around the time named last; nothing where that time is coarser. */
export const same: Meaning = (slots, { anchor }) => {
  const grain = grainOf(unitOf(slots.unit ?? slots.singleunit ?? ''))
  if (!anchor?.from || !anchor.to || anchor.grain === null) return null
  if (ORDER.indexOf(anchor.grain) > ORDER.indexOf(grain)) return null
  const span = spanAround(anchor.from, grain)
  if (!span) return null
  const word = plain(slots.within ?? '')
  if (grain === anchor.grain || word === '') return point(span)
  const later = word.startsWith('later')
  if (yearOf(anchor.from) > thresholds().years.after_preposition[1]) return null
  return point(later ? { ...span, from: anchor.from } : { ...span, to: anchor.to })
}
