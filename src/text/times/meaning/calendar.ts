import {
  type CalendarSpan,
  centurySpan,
  daySpan,
  decadeSpan,
  monthSpan,
  quarterSpan,
  seasonSpan,
  weekdayOf,
  yearOf,
  yearSpan,
} from '../calendar-span.ts'
import { halve, narrow } from '../narrowing.ts'
import { modifierOf, monthNumber, ordinalOf, plain, thresholds, weekdayNumber, words } from '../vocabulary.ts'
import { nearestYear } from './nearest-year.ts'
import { type Meaning, point, type Setting, type Slots, unplaced } from './setting.ts'

/** Dates, months, quarters, seasons, halves and years; where no year is named, the one that the tense asks for. */
export const calendar: Meaning = (slots, setting) => {
  const mod = modifierOf(slots.mod ?? '')
  const year = namedYear(slots)
  const inYear = (y: number): CalendarSpan | null => {
    const span = wholeSpan(slots, y)
    return span && (slots.half ? halve(span, words().halves[plain(slots.half)] ?? 1) : narrow(span, mod))
  }
  if (year !== null || slots.decade) {
    const span = inYear(year ?? 0)
    return span && point(span, { mod, basis: 'stated' })
  }
  const relative = relativeYear(slots, setting) ?? setting.lentYear
  if (relative !== null) {
    const span = inYear(relative)
    return span && point(span, { mod })
  }
  if (slots.relyear || !setting.date) {
    // A leap year, so that 29 February is a day.
    const sample = inYear(2000)
    return sample && unplaced(sample.value.replace('2000', 'XXXX'), sample.grain, { mod })
  }
  const weekday = weekdayNumber(slots.weekday ?? '')
  const found = nearestYear(
    inYear,
    setting.date,
    setting.direction(),
    span => !weekday || weekdayOf(span.from) === weekday,
  )
  return found && point(found.span, { mod, direction: found.direction })
}

/** A number that nothing announces as a year: read only where it can hardly be anything else. */
export const bareYear: Meaning = (slots, setting) => {
  const [low, high] = thresholds().years.bare
  const year = Number(slots.year)
  return year < low || year > high ? null : calendar(slots, setting)
}

export const decade: Meaning = slots => {
  const first = slots.decadeword
    ? words().decades[plain(slots.decadeword)]
    : slots.shortdecade
      ? 1900 + Number(slots.shortdecade)
      : Number(slots.decade)
  return periodOf(slots, decadeSpan(first ?? 0))
}

export const century: Meaning = slots =>
  periodOf(slots, centurySpan(ordinalOf(slots.centurynumber ?? slots.ordinal ?? '')))

const periodOf = (slots: Slots, span: CalendarSpan | null) => {
  const mod = modifierOf(slots.mod ?? '')
  if (!span) return null
  const part = slots.half ? halve(span, words().halves[plain(slots.half)] ?? 1) : narrow(span, mod)
  return point(part, { mod, basis: 'stated' })
}

/** What the slots name, put into a year. */
const wholeSpan = (slots: Slots, year: number): CalendarSpan | null => {
  if (slots.decade) return decadeSpan(Number(slots.decade))
  if (slots.fixedday) {
    const feasts = Object.entries(words().fixed_days)
    const [month, day] = feasts.find(([name]) => plain(name) === plain(slots.fixedday ?? ''))?.[1] ?? [0, 0]
    return daySpan(year, month, day)
  }
  if (slots.slashmonth) {
    const [first, second] = [Number(slots.slashmonth), Number(slots.slashday)]
    return first > 12 ? daySpan(year, second, first) : daySpan(year, first, second)
  }
  if (slots.monthnumber) return daySpan(year, Number(slots.monthnumber), Number(slots.daynumber))
  const month = monthOfSlots(slots)
  if (month && slots.day) return daySpan(year, month, ordinalOf(slots.day))
  if (month) return monthSpan(year, month)
  const quarter = ordinalOf(slots.quarternumber ?? slots.ordinal ?? '')
  if (quarter) return quarter <= 4 ? quarterSpan(year, quarter) : null
  if (slots.season) return seasonSpan(year, plain(slots.season))
  return yearSpan(year)
}

export const monthOfSlots = (slots: Slots): number =>
  monthNumber(slots.month ?? slots.plainmonth ?? slots.wordmonth ?? slots.shortmonth ?? '')

/** The year in digits, if there is one. */
export const namedYear = (slots: Slots): number | null => {
  if (slots.year) return Number(slots.year)
  const two = slots.shortyear?.slice(1) ?? slots.twodigits
  if (two === undefined) return null
  return Number(two) + (Number(two) < thresholds().two_digit_pivot ? 2000 : 1900)
}

/** "Last year" counts from the document, "that year" and "the previous year" from the time named last. */
const relativeYear = (slots: Slots, setting: Setting): number | null => {
  if (!slots.relyear) return null
  const phrase = plain(slots.relyear)
  const own = setting.date && yearOf(setting.date.to)
  const named = setting.anchor?.from ? yearOf(setting.anchor.from) : null
  if (/^(that|the same)/.test(phrase)) return named
  const [base, step] = phrase.startsWith('last')
    ? [own, -1]
    : phrase.startsWith('next')
      ? [own, 1]
      : phrase.startsWith('this')
        ? [own, 0]
        : [named ?? own, phrase.includes('following') ? 1 : -1]
  return base === null ? null : base + step
}
