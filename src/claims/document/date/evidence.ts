import { type Day, dayNumber, type Span } from '../../../domain/index.ts'
import { type Before, dating } from './weights.ts'

/**
 * Something in a text that speaks for some days of writing and against others. `on` gives a factor for a day (a number as of
 * `dayNumber`): 1 where the words are what one would write then, near 0 where they hardly would have been.
 */
export interface Evidence extends Span {
  readonly says: string
  readonly on: (day: number) => number
}

/** Something dated that the text treats as behind it, as numbers of days: the newest of its kind says how old the text may be. */
export interface Aged {
  readonly kind: 'acts' | 'unsaid' | 'offices'
  readonly from: number
  readonly to: number
}

/** All that one kind of sign says. */
export interface Signs {
  readonly evidence: readonly Evidence[]
  readonly aged: readonly Aged[]
}

/** What came on a day lies behind the text: days before it weigh little, and ever less. */
export const behind = (first: Day, before: Before): ((day: number) => number) => {
  const number = dayNumber(first)
  return day => (day >= number ? 1 : tooEarly(number - day, before))
}

/** The weight of a day so many days too early. */
export const tooEarly = (days: number, { soon_days, soon, earlier }: Before): number =>
  days <= soon_days ? soon : earlier * Math.exp((soon_days - days) / dating().early_falls_in)
