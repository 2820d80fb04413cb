import { addDays, type Day, dayNumber } from '../../../domain/index.ts'
import type { Document, TimeMention } from '../../../text/index.ts'
import { shapeOf } from '../vocabulary.ts'
import { type Aged, behind, type Evidence, type Signs } from './evidence.ts'
import { tenseOfTime, wordAt } from './tense.ts'
import { dating } from './weights.ts'

/** What the dates of a text say: those behind it, those ahead, and months without a year. */
export const calendarSigns = (document: Document, times: readonly TimeMention[]): Signs => {
  const evidence: Evidence[] = []
  const aged: Aged[] = []
  for (const time of times) {
    if (time.kind !== 'point' || isName(document.text, time)) continue
    const isAhead = liesAhead(document, time)
    if (time.from !== null && time.to !== null && time.basis === 'stated') {
      if (isAhead) evidence.push(ahead(time, time.to))
      else {
        evidence.push(past(document, time, time.from, time.to))
        aged.push({ kind: 'acts', from: dayNumber(time.from), to: dayNumber(time.to) })
      }
    } else if (/^XXXX-\d\d/.test(time.value) && !/\byear\b/iu.test(time.mention)) {
      const season = seasonOf(time)
      const tense = /^last\b/iu.test(time.mention) ? 'past' : tenseAt(document, time.start)
      if (season && isAhead) evidence.push(monthAhead(time, season))
      else if (season && (tense === 'past' || tense === 'perfect')) evidence.push(monthBehind(time, season))
    }
  }
  return { evidence, aged }
}

/** "Vision 2030", "Global Trends 2025": a year in a title says nothing. */
const isName = (text: string, { start, mention }: TimeMention): boolean =>
  /^\d{4}$/.test(mention) && /(?<=[\p{L},'’“"] )\p{Lu}[\p{L}-]+ $/u.test(text.slice(Math.max(0, start - 40), start))

const tenseAt = (document: Document, offset: number) => {
  const word = wordAt(document, offset)
  return word ? tenseOfTime(word.sentence, word.token) : null
}

/** "In 1991 nobody would have thought": what did not come about is long behind. */
const UNREAL = /\b(?:would|could|might|may|should|must)(?:n['’]t| not)? have\b/iu

const liesAhead = (document: Document, { start, end, signal, mention }: TimeMention): boolean => {
  if (/^(?:last|past)\b/iu.test(mention)) return false
  if (/^(?:next|coming)\b/iu.test(mention)) return true
  if (signal === 'since' || signal === 'after') return false
  const before = document.text.slice(Math.max(0, start - 60), start)
  if (shapeOf(dating().behind_words).test(before)) return false
  const tense = tenseAt(document, start)
  // "By November they were not on speaking terms" is a story.
  const isStory = tense === 'past' && signal === 'by'
  if (!isStory && (signal === 'by' || signal === 'until' || shapeOf(dating().ahead_words).test(before))) return true
  if (shapeOf(dating().ahead_after).test(document.text.slice(end, end + 30))) return true
  const sentence = wordAt(document, start)?.sentence
  if (sentence && UNREAL.test(document.text.slice(sentence.start, sentence.end))) return false
  return tense === 'future' || (tense === 'present' && shapeOf(dating().ahead_present).test(before))
}

const past = (document: Document, time: TimeMention, from: Day, to: Day): Evidence => {
  const { start, end, mention, grain } = time
  const tense = tenseAt(document, start)
  const on = behind(from, tense === 'present' && time.signal === null ? dating().behind.either : dating().behind.dates)
  const isTold = grain === 'year' && (tense === 'past' || tense === 'perfect')
  const [first, last, within] = [dayNumber(from), dayNumber(to), isTold ? dating().same_year : 1]
  return { start, end, says: `${mention} lies behind it`, on: day => (day >= first && day <= last ? within : on(day)) }
}

const ahead = ({ start, end, mention }: TimeMention, to: Day): Evidence => {
  const last = dayNumber(to)
  const later = dating().ahead
  return { start, end, says: `${mention} lies ahead of it`, on: day => (day <= last ? 1 : later) }
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
const nearness = (days: number): number => {
  const { falls_in, least } = dating().nearest_month
  return Math.max(least, Math.exp(-days / falls_in))
}

const YEAR = 365.25
const JANUARY_2000 = dayNumber('2000-01-01')
const dayOfYear = (day: number): number => (((day - JANUARY_2000) % YEAR) + YEAR) % YEAR

const monthBehind = (span: TimeMention, { from, to }: Season): Evidence => ({
  start: span.start,
  end: span.end,
  says: `${span.mention} lies behind it`,
  on: day => {
    const at = dayOfYear(day)
    if (at >= from && at <= to) return dating().nearest_month.same
    return nearness((at - to + YEAR) % YEAR)
  },
})

const monthAhead = (span: TimeMention, { from, to }: Season): Evidence => ({
  start: span.start,
  end: span.end,
  says: `${span.mention} lies ahead of it`,
  on: day => {
    const at = dayOfYear(day)
    if (at >= from && at <= to) return dating().nearest_month.same
    return nearness((from - at + YEAR) % YEAR)
  },
})
