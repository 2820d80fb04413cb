import { dayOf, longDay, span } from '../day-words.ts'
import { signedDegrees } from '../degrees.ts'
import type { Shown } from './shown.ts'

/** What a chart of a pair shows, in words, for those who cannot see it: where it began and ended, its turns, its last phases. */

/** A listener cannot skim. */
const LAST_PHASES = 6

export const shownWords = ({ temperature, phases, turns, from, to }: Shown, names: string): string => {
  const [first, last] = [temperature[0], temperature.at(-1)]
  const day = (number: number): string => longDay(dayOf(Math.floor(number)))
  const level =
    first && last
      ? `from ${signedDegrees(first.value)} degrees on ${day(first.day)} to ${signedDegrees(last.value)} on ${day(last.day)} (90 in 100: ${signedDegrees(last.low)} to ${signedDegrees(last.high)})`
      : 'not measured, for want of rows'
  const told = phases.slice(-LAST_PHASES).map(p => `${p.name} from ${day(p.from)}`)
  return [
    `Temperature of ${names}, ${span(dayOf(from), dayOf(to))}: ${level}.`,
    turns.length === 0 ? 'No turning points.' : `Turning points: ${turns.map(({ says }) => says).join('; ')}.`,
    ...(told.length === 0 ? [] : [`Phases, of late: ${told.join(', ')}.`]),
  ].join(' ')
}
