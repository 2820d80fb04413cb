import type { Day } from '../../../domain/index.ts'
import type { CalendarSpan } from '../calendar-span.ts'
import type { Direction, TimeReading } from '../time-mention.ts'

/** What a meaning may look at besides its own words. */
export interface Setting {
  /** The document's date; null: undated. */
  readonly date: { readonly from: Day; readonly to: Day } | null
  /** Ahead or behind; asked only where it matters. */
  readonly direction: () => Leaning
  /** The point of time read last, from which "two days earlier" counts. */
  readonly anchor: TimeReading | null
  /** A year lent by a neighbour: "March and May 2013". */
  readonly lentYear: number | null
}

/** Which way the text leans, and whether a parser says so or only the words around. */
export interface Leaning {
  readonly direction: Direction
  readonly sure: boolean
}

export type Slots = Readonly<Record<string, string | undefined>>

/** Null: the words are no time after all. */
export type Meaning = (slots: Slots, setting: Setting) => TimeReading | null

type Extra = Partial<Omit<TimeReading, 'kind'>>

export const point = (span: CalendarSpan, extra: Extra = {}): TimeReading => ({
  from: span.from,
  to: span.to,
  value: span.value,
  mod: null,
  grain: span.grain,
  basis: 'relative',
  kind: 'point',
  direction: null,
  ...extra,
})

/** A point that cannot be placed, because the document has no date: its value keeps what is known. */
export const unplaced = (value: string, grain: TimeReading['grain'], extra: Extra = {}): TimeReading => ({
  from: null,
  to: null,
  value,
  mod: null,
  grain,
  basis: 'relative',
  kind: 'point',
  direction: null,
  ...extra,
})

/** TIMEX3 for a unit whose place is unknown. */
export const UNKNOWN: Readonly<Record<NonNullable<TimeReading['grain']>, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  season: 'XXXX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
}
