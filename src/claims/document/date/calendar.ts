import { addDays, type Day, dayNumber } from '../../../domain/index.ts'
import type { Document } from '../../../text/index.ts'
import type { TimeMention } from '../../../text/times/index.ts'
import type { Behind, Evidence } from './evidence.ts'
import { tenseOf, wordAt } from './tense.ts'

/** Words before a year that put it ahead even where no verb does: "the run-up to the 2016 election". */
const AHEAD =
  /\b(?:ahead of|before|by|until|till|next|upcoming|coming|forthcoming|run-?up to|through|towards?|scheduled for|planned for|deadline|in time for|due in|expires? in|candidates? for|bid for)\W+(?:\p{L}+\W+){0,3}$/iu

/** What the dates of a text say: those behind it, those ahead, and months without a year. */
export const calendarEvidence = (
  document: Document,
  times: readonly TimeMention[],
): { readonly evidence: readonly Evidence[]; readonly behind: readonly Behind[] } => {
  const evidence: Evidence[] = []
  const behind: Behind[] = []
  for (const time of times) {
    if (time.kind !== 'point') continue
    const isAhead = liesAhead(document, time)
    if (time.from !== null && time.to !== null && time.basis === 'stated') {
      if (isAhead) evidence.push(ahead(time, time.to))
      else {
        evidence.push(past(time, time.from))
        behind.push({ from: time.from, to: time.to })
      }
    } else if (/^XXXX-\d\d/.test(time.value)) {
      const season = seasonOf(time)
      const tense = tenseAt(document, time.start)
      if (season && isAhead) evidence.push(monthAhead(time, season))
      else if (season && (tense === 'past' || tense === 'perfect')) evidence.push(monthBehind(time, season))
    }
  }
  return { evidence, behind }
}

const tenseAt = (document: Document, offset: number) => {
  const word = wordAt(document, offset)
  return word ? tenseOf(word.sentence, word.token) : null
}

const liesAhead = (document: Document, { start, signal, from }: TimeMention): boolean => {
  if (signal === 'since' || signal === 'after') return false
  const before = document.text.slice(Math.max(0, start - 60), start)
  if (signal === 'by' || signal === 'until' || AHEAD.test(before)) return true
  const tense = tenseAt(document, start)
  // "In 1991 nobody would have thought": a year long gone stays behind, whatever the modal.
  return (
    tense === 'future' &&
    !/\b(?:would|could|might|may|should|must) (?:not )?have\b/iu.test(document.text.slice(start, start + 200)) &&
    from !== undefined
  )
}

const past = (span: TimeMention, from: Day): Evidence => {
  const first = dayNumber(from)
  return {
    start: span.start,
    end: span.end,
    says: `${span.mention} lies behind it`,
    // Within two years before: a coming election may be named by its year.
    on: day => (day >= first ? 1 : first - day < 730 ? 0.15 : 0.01),
  }
}

const ahead = (span: TimeMention, to: Day): Evidence => {
  const last = dayNumber(to)
  return {
    start: span.start,
    end: span.end,
    says: `${span.mention} lies ahead of it`,
    on: day => (day <= last ? 1 : 0.04),
  }
}

/** Days of the year, as numbers from 1 January of a leap year. */
interface Season {
  readonly from: number
  readonly to: number
}

const seasonOf = ({ value, mod }: TimeMention): Season | null => {
  const [, month = '', date] = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(value) ?? []
  if (!month) return null
  const first = dayNumber(`2000-${month}-01`) - dayNumber('2000-01-01')
  if (date) return { from: first + Number(date) - 1, to: first + Number(date) - 1 }
  const last =
    dayNumber(addDays(`2000-${String((Number(month) % 12) + 1).padStart(2, '0')}-01`, -1)) - dayNumber('2000-01-01')
  const end = Number(month) === 12 ? 365 : last
  if (mod === 'early') return { from: first, to: first + 9 }
  if (mod === 'mid') return { from: first + 10, to: first + 19 }
  if (mod === 'late') return { from: first + 20, to: end }
  return { from: first, to: end }
}

/** Who names a month without its year means the nearest: seldom one more than ten months away. */
const nearness = (days: number): number => Math.max(0.03, Math.exp(-days / 130))

const YEAR = 365.25
const JANUARY_2000 = dayNumber('2000-01-01')
const dayOfYear = (day: number): number => (((day - JANUARY_2000) % YEAR) + YEAR) % YEAR

const monthBehind = (span: TimeMention, { from, to }: Season): Evidence => ({
  start: span.start,
  end: span.end,
  says: `${span.mention} lies behind it`,
  on: day => {
    const at = dayOfYear(day)
    if (at >= from && at <= to) return 0.9
    return nearness((at - to + YEAR) % YEAR)
  },
})

const monthAhead = (span: TimeMention, { from, to }: Season): Evidence => ({
  start: span.start,
  end: span.end,
  says: `${span.mention} is ahead of it`,
  on: day => {
    const at = dayOfYear(day)
    if (at >= from && at <= to) return 0.7
    return nearness((from - at + YEAR) % YEAR)
  },
})
