import type { OfficeMention } from '../../../actors/index.ts'
import { addDays, type Day, type DocumentDate, dayNumber, isDay } from '../../../domain/index.ts'
import type { Document } from '../../../text/index.ts'
import type { TimeMention } from '../../../text/times/index.ts'
import { type DateLine, dayText } from '../date-line.ts'
import { calendarEvidence } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import { inferDate } from './infer.ts'
import { landmarkEvidence } from './landmarks.ts'
import { officeEvidence } from './offices.ts'

/** All that a document says about when it was written. */
export interface DateMaterial {
  readonly document: Document
  readonly given: Day | null
  readonly published: Day | null
  readonly dateLines: readonly DateLine[]
  /** Read as undated. */
  readonly times: readonly TimeMention[]
  readonly offices: readonly OfficeMention[]
}

/** Given by the user, else stated by the page or a date line, else inferred from what the text speaks of. */
export const documentDate = (material: DateMaterial): DocumentDate | null => {
  const { document, given, published, dateLines, times, offices } = material
  if (given !== null) return { from: given, to: given, basis: 'given', reasons: [] }
  const stated = dateLines.flatMap(line => statedBy(document.text, line))[0]
  if (published !== null) return { from: published, to: published, basis: 'stated', reasons: stated?.reasons ?? [] }
  if (stated) return stated
  const calendar = calendarEvidence(document, times)
  const landmarks = landmarkEvidence(document)
  return inferDate(
    document.text,
    [
      ...calendar.evidence,
      ...landmarks.evidence,
      ...officeEvidence(document, offices, times),
      ...dateLines.map(line => yearless(document.text, line)),
    ],
    [...calendar.behind, ...landmarks.behind],
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

/** A dateline's day without a year: reports appear on it, or within two days. */
const yearless = (text: string, { start, end, month, date, weekday }: DateLine): Evidence => ({
  start,
  end,
  says: `dated ${text.slice(start, end)} of some year`,
  on: day => {
    for (let back = 0; back <= 2; back++) {
      const iso = addDays('1970-01-01', day - back)
      if (Number(iso.slice(5, 7)) !== month || (date !== null && Number(iso.slice(8)) !== date)) continue
      if (weekday !== null && (((day - back + 4) % 7) + 7) % 7 !== weekday) continue
      return 1
    }
    return 0.002
  },
})

export const middleOf = ({ from, to }: DocumentDate): Day => addDays(from, (dayNumber(to) - dayNumber(from)) >> 1)
