import type { Day } from '../../domain/index.ts'
import { type AsOfEvent, independent } from '../../record/index.ts'

/**
 * How well an event is sourced by a day. A: two independent publishers, dated by then. B: one. C: only pages without a date, which may
 * have been found later. D: no page at all.
 */
export type Grade = 'A' | 'B' | 'C' | 'D'

export interface CitedEvent extends AsOfEvent {
  readonly grade: Grade
  /** Independent publishers by that day, those without a date among them. */
  readonly witnesses: number
}

export const cite = (event: AsOfEvent, asOf: Day): CitedEvent => {
  const byThen = event.sources.filter(({ published }) => published === null || published <= asOf)
  const dated = independent(byThen.flatMap(({ publisher, published }) => (published === null ? [] : [publisher])))
  const grade = dated >= 2 ? 'A' : dated === 1 ? 'B' : byThen.length > 0 ? 'C' : 'D'
  return { ...event, grade, witnesses: independent(byThen.map(({ publisher }) => publisher)) }
}
