import { isDay } from '../../domain/index.ts'
import { yearOf } from './calendar-span.ts'
import { directionAround, sentenceStart } from './direction.ts'
import { landmarkMentions } from './landmarks.ts'
import { findMatches, type Match, withoutOverlaps } from './matches.ts'
import { monthOfSlots, namedYear } from './meaning/calendar.ts'
import { type Leaning, meanings } from './meaning/index.ts'
import { joinRanges, lentYears } from './ranges.ts'
import { bounded, signalBefore } from './signals.ts'
import type { ReadTimesOptions, TimeMention } from './time-mention.ts'
import { thresholds } from './vocabulary.ts'

/**
 * The times that a text names, in its order, none overlapping. Read from the words alone; offsets are UTF-16 units of `text`.
 * Left alone on purpose: times of day, time zones, fiscal and academic years, movable feasts, other calendars.
 */
export const readTimes = (text: string, options: ReadTimesOptions): TimeMention[] => {
  const settled = { ...options, date: usableDate(options.date) }
  const matches = findMatches(text).filter(match => !isVerb(match, options))
  const mentions = joinRanges(text, inPlace(text, matches, settled))
  const landmarks = landmarkMentions(text, options.landmarks ?? [], settled.date)
  const until = settled.date?.to ?? null
  return withoutOverlaps([...landmarks, ...mentions]).map(mention => bounded(mention, until))
}

/** A date far outside recorded politics would push its neighbours out of the calendar: such a document counts as undated. */
const usableDate = (date: ReadTimesOptions['date']): ReadTimesOptions['date'] => {
  if (!date || !isDay(date.from) || !isDay(date.to) || date.from > date.to) return null
  return yearOf(date.from) >= 1100 && yearOf(date.to) <= 8800 ? date : null
}

/** Each match in turn, so that "two days earlier" can count from the one before it. */
const inPlace = (text: string, matches: readonly Match[], options: ReadTimesOptions): TimeMention[] => {
  const lent = lentYears(
    text,
    matches,
    match => monthOfSlots(match.slots),
    match => namedYear(match.slots),
  )
  const mentions: TimeMention[] = []
  let anchor: TimeMention | null = null
  for (const match of matches) {
    const { start, end } = match
    const direction = () => leaning(text, match, options)
    const lentYear = lent.get(match) ?? yearOfSentence(text, match, anchor, direction)
    const setting = { date: options.date, direction, anchor, lentYear }
    const reading = meanings[match.pattern.yields]?.(match.slots, setting)
    if (!reading || isTitle(text, match)) continue
    const mention: TimeMention = {
      start,
      end,
      mention: text.slice(start, end),
      ...reading,
      signal: signalBefore(text, start),
    }
    mentions.push(mention)
    if (mention.kind === 'point' && mention.from !== null && !/_REF$|^P/.test(mention.value)) anchor = mention
  }
  return mentions
}

/** "In 2012, Baku arrested 22 people in March": a year named before in the same sentence holds on, unless the tense looks ahead. */
const yearOfSentence = (
  text: string,
  { start }: Match,
  anchor: TimeMention | null,
  direction: () => Leaning,
): number | null => {
  if (anchor?.basis !== 'stated' || !anchor.from || !anchor.to || yearOf(anchor.from) !== yearOf(anchor.to)) return null
  if (anchor.start < sentenceStart(text, start, start - thresholds().tense_window)) return null
  return direction().direction === 'future' ? null : yearOf(anchor.from)
}

/** A parser's tense is taken at its word; without one, a deadline lies ahead, and else the words around decide. */
const leaning = (text: string, { start, end }: Match, options: ReadTimesOptions): Leaning => {
  const told = options.tenseAt?.(start) ?? null
  if (told !== null) return { direction: told, sure: true }
  const signal = signalBefore(text, start)
  if (signal === 'until' || signal === 'by') return { direction: 'future', sure: false }
  return { direction: directionAround(text, start, end), sure: false }
}

/** "USA Today", "on This Week": a common word with a capital where no sentence begins is part of a name. */
const isTitle = (text: string, { pattern, start, slots }: Match): boolean => {
  const common = slots.dayword ?? slots.which ?? (pattern.yields === 'now' ? text.slice(start, start + 1) : '')
  return (
    common !== '' &&
    text.startsWith(common, start) &&
    /^\p{Lu}/u.test(common) &&
    /[\p{L},] $/u.test(text.slice(Math.max(0, start - 2), start))
  )
}

const isVerb = (match: Match, { isVerbOrModal }: ReadTimesOptions): boolean =>
  isVerbOrModal !== undefined && match.slots.wordmonth !== undefined && isVerbOrModal(match.start)
