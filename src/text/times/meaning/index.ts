import { bareYear, calendar, century, decade } from './calendar.ts'
import { ago, fromAnchor, same } from './distance.ts'
import { duration, set, uncountedDuration } from './lengths.ts'
import type { Meaning } from './setting.ts'
import { lengthFromDate, now, recently, soon, vague } from './vague.ts'
import { dayWord, weekday, weekend } from './weekday.ts'
import { which, whichMonth, whichSeason } from './which.ts'
import { daysOfOneMonth, years } from './years.ts'

/** What a pattern of data/times/patterns may yield, by the name it uses. */
export const meanings: Readonly<Record<string, Meaning>> = {
  calendar,
  'bare year': bareYear,
  'days of one month': daysOfOneMonth,
  years,
  decade,
  century,
  weekday,
  'day word': dayWord,
  weekend,
  which,
  'which month': whichMonth,
  'which season': whichSeason,
  ago,
  'from anchor': fromAnchor,
  same,
  vague,
  span: lengthFromDate,
  recently,
  soon,
  now,
  duration,
  'uncounted duration': uncountedDuration,
  set,
  nothing: () => null,
}

export type { Leaning, Meaning, Setting, Slots } from './setting.ts'
