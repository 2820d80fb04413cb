import type { Course } from '../../relations/index.ts'
import { dayOf, longDay, span } from '../day-words.ts'
import { signedDegrees } from '../degrees.ts'
import type { Chart } from './document.ts'
import { frameOf, timeAxis } from './frame.ts'
import { coverageStrip, phaseStrip, STRIP_HEIGHT } from './strips.ts'
import { group, text } from './svg.ts'
import { type Pin, pinRoom, type ShownTurn, temperaturePanel } from './temperature-panel.ts'

/** The way of a pair on one page: temperature with its band, turns, events, phases and coverage. */

const WIDTH = 720
const PANEL = 130

export const shownTurns = ({ turns }: Pick<Course, 'turns'>): ShownTurn[] =>
  turns.map(({ kind, day, from, to, contested }) => ({
    kind,
    day,
    from,
    to,
    says: `${contested ? 'contested ' : ''}${kind} ${longDay(dayOf(day))}${from === to ? '' : ` (${span(dayOf(from), dayOf(to))})`}`,
  }))

/** In words no more of them: a listener cannot skim. */
const LAST_PHASES = 6

/** In words: where it began and ended, its turns, its phases. */
export const courseWords = (course: Course, names: string): string => {
  const { temperature, phases, from, to } = course
  const [first, last] = [temperature[0], temperature.at(-1)]
  const level =
    first && last
      ? `from ${signedDegrees(first.value)} degrees on ${longDay(dayOf(first.day))} to ${signedDegrees(last.value)} on ${longDay(dayOf(last.day))} (90 in 100: ${signedDegrees(last.low)} to ${signedDegrees(last.high)})`
      : 'not measured, for want of rows'
  const turns = shownTurns(course).map(({ says }) => says)
  const told = phases.slice(-LAST_PHASES).map(p => `${p.name} from ${longDay(dayOf(p.from))}`)
  return (
    `Temperature of ${names}, ${span(dayOf(from), dayOf(to))}: ${level}. ` +
    `${turns.length === 0 ? 'No turning points.' : `Turning points: ${turns.join('; ')}.`} Phases, of late: ${told.join(', ')}.`
  )
}

export const courseChart = (course: Course, names: string, pins: readonly Pin[]): Chart => {
  const frame = frameOf(course.from, course.to, WIDTH)
  const shownPins = pins.filter(({ day }) => day >= course.from && day <= course.to)
  const top = 18 + pinRoom(frame, shownPins)
  const strips = top + PANEL + 8
  const bottom = strips + 2 * STRIP_HEIGHT + 4
  const rows = course.rows.map((n, i) => {
    const begin = course.from + i * course.step
    return { from: begin, to: Math.min(course.to, begin + course.step - 1), rows: n }
  })
  const shown = {
    temperature: course.temperature,
    turns: shownTurns(course),
    pins: shownPins,
    joined: course.step * 1.5,
  }
  const label = `Temperature of the half year to each day, in degrees; 0 is usual of ${span(dayOf(course.past.from), dayOf(course.past.to))}`
  return {
    width: WIDTH,
    height: bottom + 20,
    title: `${names}: temperature, phases and turning points`,
    says: courseWords(course, names),
    body: group(
      {},
      text(label, { x: 0, y: 11, style: 'faint' }),
      timeAxis(frame, top, bottom),
      temperaturePanel(frame, shown, { top, height: PANEL }),
      phaseStrip(frame, course.phases, strips),
      coverageStrip(frame, rows, strips + STRIP_HEIGHT + 4),
      text('phase', { x: frame.left - 6, y: strips + 12, anchor: 'end', style: 'faint small' }),
      text('rows', { x: frame.left - 6, y: strips + STRIP_HEIGHT + 15, anchor: 'end', style: 'faint small' }),
    ),
  }
}
