import type { Day } from '../../domain/index.ts'

export type Grain = 'day' | 'week' | 'month' | 'season' | 'quarter' | 'year' | 'decade' | 'century'
export type Direction = 'past' | 'future' | null
export type Modifier = 'early' | 'mid' | 'late' | null
/** The word before a time that says how it bounds: "since 2010", "by Friday". It stays outside the mention. */
export type Signal = 'since' | 'until' | 'by' | 'before' | 'after' | 'during'

/**
 * A time named in a text. Points have `from` and `to` (both included), unless the text is undated and they depend on its date;
 * durations and sets have none.
 */
export interface TimeMention {
  readonly start: number
  readonly end: number
  readonly mention: string
  readonly from: Day | null
  readonly to: Day | null
  /** TIMEX3 (`2014-04` for "early April"); of a range the ISO interval `1991/1995`. */
  readonly value: string
  readonly mod: Modifier
  readonly grain: Grain | null
  /** Stated: needs nothing but itself. Relative: counted from the document's date or an earlier time. Document: that date itself. */
  readonly basis: 'stated' | 'relative' | 'landmark' | 'document'
  readonly kind: 'point' | 'duration' | 'set'
  /** Where a time that could be either was put, or which way its words point. */
  readonly direction: Direction
  readonly signal: Signal | null
}

/** What a match means, before it is put in its place in the text. */
export type TimeReading = Omit<TimeMention, 'start' | 'end' | 'mention' | 'signal'>

/** A dated event by whose name texts tell time. */
export interface TimeLandmark {
  readonly id: string
  readonly names: readonly string[]
  readonly from: Day
  /** Absent: one day. */
  readonly to?: Day | undefined
}

export interface ReadTimesOptions {
  /** The document's date; past times are counted from its `to`, coming ones from its `from`. Null: undated. */
  readonly date: { readonly from: Day; readonly to: Day } | null
  readonly landmarks?: readonly TimeLandmark[]
  /** Tense at an offset, where a parser knows better than the words around. */
  readonly tenseAt?: (offset: number) => Direction
  /** True where a tagger sees a verb or modal at this offset ("may", "march"): no time begins there. */
  readonly isVerbOrModal?: (offset: number) => boolean
}
