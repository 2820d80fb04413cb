import type { Day, Span } from '../../../domain/index.ts'

/**
 * Something in a text that speaks for some days of writing and against others. `on` gives a factor for a day: 1 where the
 * words are what one would write then, near 0 where they hardly would have been. Never 0: names are misread, years misprinted.
 */
export interface Evidence extends Span {
  readonly says: string
  readonly on: (day: number) => number
}

/** Something dated that the text treats as behind it: the newest of these says how old the text may be. */
export interface Behind {
  readonly from: Day
  readonly to: Day
}
