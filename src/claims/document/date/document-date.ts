import type { Mention, OfficeMention } from '../../../actors/index.ts'
import {
  addDays,
  type Day,
  type DocumentDate,
  dayNumber,
  daysBetween,
  isDay,
  type Span,
} from '../../../domain/index.ts'
import type { Document, TimeMention } from '../../../text/index.ts'
import { type DateLine, dayText } from '../date-line.ts'
import { calendarSigns } from './calendar.ts'
import { eraEvidence } from './eras.ts'
import type { Evidence } from './evidence.ts'
import { inferDate } from './infer.ts'
import { landmarkSigns } from './landmarks.ts'
import { officeSigns } from './offices.ts'
import { sinceSigns } from './since.ts'
import { dating } from './weights.ts'

/** All that a document says about when it was written. */
export interface DateMaterial {
  readonly document: Document
  readonly given: Day | null
  readonly published: Day | null
  readonly dateLines: readonly DateLine[]
  /** The year of the rights, where a line at the edges states it. */
  readonly rightsYear: (Span & { readonly year: number }) | null
  /** The text read as undated; asked for only when the date must be inferred. */
  readonly undated: () => {
    readonly times: readonly TimeMention[]
    readonly offices: readonly OfficeMention[]
    readonly mentions: readonly Mention[]
  }
}

/** Given by the user, else stated by the page or a date line, else inferred from what the text speaks of. */
export const documentDate = (material: DateMaterial): DocumentDate | null => {
  const { document, given, published, dateLines, rightsYear, undated } = material
  if (given !== null) return { from: given, to: given, basis: 'given', reasons: [] }
  const whole = dateLines.map(line => ({ ...line, year: line.year ?? rightsYear?.year ?? null }))
  const stated = whole.flatMap(line => statedBy(document.text, line))[0]
  if (published !== null) return { from: published, to: published, basis: 'stated', reasons: stated?.reasons ?? [] }
  if (stated) return stated
  const { times, offices, mentions } = undated()
  const landmarks = landmarkSigns(document, new Set(mentions.map(m => m.id)))
  const years = times.flatMap(({ start, end, basis, from, to }) =>
    basis === 'stated' && from && to ? [{ start, end, from: dayNumber(from), to: dayNumber(to) }] : [],
  )
  const signs = [
    calendarSigns(document, times),
    landmarks,
    officeSigns(document, offices, mentions, times),
    { evidence: sinceSigns(document, times, [...landmarks.anchors, ...years]), aged: [] },
    { evidence: eraEvidence(document), aged: [] },
    { evidence: dateLines.map(line => yearless(document.text, line)), aged: [] },
    { evidence: rightsYear ? [ofYear(document.text, rightsYear)] : [], aged: [] },
  ]
  return inferDate(
    document.text,
    signs.flatMap(s => s.evidence),
    signs.flatMap(s => s.aged),
  )
}

const statedBy = (text: string, { start, end, year, month, date }: DateLine): DocumentDate[] => {
  if (year === null) return []
  const from = dayText(year, month, date ?? 1)
  const next = month === 12 ? dayText(year + 1, 1, 1) : dayText(year, month + 1, 1)
  const to = date === null ? addDays(next, -1) : from
  if (!isDay(from)) return []
  const reasons = [{ start, end, quote: text.slice(start, end), says: 'the text says when it was written' }]
  return [{ from, to, basis: 'stated', reasons }]
}

const ofYear = (text: string, { start, end, year }: Span & { readonly year: number }): Evidence => {
  const [first, last] = [dayNumber(dayText(year, 1, 1)), dayNumber(dayText(year, 12, 31))]
  const { off } = dating().rights_year
  return {
    start,
    end,
    says: `${text.slice(start, end)}: the year of the rights`,
    on: day => (day >= first && day <= last ? 1 : off),
  }
}

const WEEKDAY = /\b(?:on\s+)?(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/u
const WEEKDAYS = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur']

/**
 * A dateline's day without a year: reports appear on it, or within two days; and the first weekday that they name is that
 * day or the one before.
 */
const yearless = (text: string, { start, end, month, date, weekday }: DateLine): Evidence => {
  const { off, weekday_off } = dating().dateline
  const told = weekday === null ? WEEKDAYS.indexOf(WEEKDAY.exec(text.slice(end, end + 400))?.[1] ?? '') : -1
  return {
    start,
    end,
    says: `dated ${text.slice(start, end)} of some year`,
    on: day => {
      for (let back = 0; back <= 2; back++) {
        const iso = addDays('1970-01-01', day - back)
        if (Number(iso.slice(5, 7)) !== month || (date !== null && Number(iso.slice(8)) !== date)) continue
        const on = (((day - back + 4) % 7) + 7) % 7
        if (weekday !== null) return on === weekday ? 1 : weekday_off
        return told < 0 || told === on || told === (on + 6) % 7 ? 1 : weekday_off
      }
      return off
    },
  }
}

/** The day that stands for an interval where one day is asked for. */
export const middleOf = ({ from, to }: DocumentDate): Day => addDays(from, daysBetween(from, to) >> 1)
