import type { Day, Source } from '../../domain/index.ts'
import type { CitedEvent, Grade } from '../../relations/index.ts'
import { shortDay } from '../day-words.ts'
import { printable } from '../printable.ts'
import { cut } from './words.ts'

/** How the sources of a page's events are named and graded. */

export const GRADES: Readonly<Record<Grade, string>> = {
  A: 'two or more independent publishers, dated by then',
  B: 'one',
  C: 'pages without a date alone',
  D: 'no page named',
}

export const GRADE_LEGEND = `Grades: ${Object.entries(GRADES)
  .map(([grade, means]) => `${grade}, ${means}`)
  .join('; ')}. A reprint is its agency’s word. The record keeps no days of access: pages may have changed since.`

const SHOWN = 2
/** Dated by the day first, then those without a date; pages of later days only as a number. */
export const sourcesBy = (
  { sources }: CitedEvent,
  asOf: Day,
): { readonly shown: readonly Source[]; readonly more: number; readonly later: number } => {
  const byThen = [
    ...sources.filter(({ published }) => published !== null && published <= asOf),
    ...sources.filter(({ published }) => published === null),
  ]
  return {
    shown: byThen.slice(0, SHOWN),
    more: Math.max(0, byThen.length - SHOWN),
    later: sources.length - byThen.length,
  }
}

const LONGEST_NAME = 60

export const publisherName = ({ publisher }: Source): string => cut(publisher, LONGEST_NAME)

/** `, “Title”, 15 Apr 2014`: what follows the publisher's name. Sources of machine-coded rows have no titles. */
export const sourceTail = ({ title, published }: Source): string => {
  const named = printable(title)
  return `${named === '' ? '' : `, “${cut(named)}”`}, ${published === null ? 'undated' : shortDay(published)}`
}

export const restWords = (more: number, later: number): string =>
  [...(more > 0 ? [`${more} more`] : []), ...(later > 0 ? [`${later} found later`] : [])].join(', ')
