import type { Course } from '../../relations/index.ts'
import { dayOf, span } from '../day-words.ts'
import type { Chart } from './document.ts'
import { frameOf, timeAxis } from './frame.ts'
import { shownWords } from './in-words.ts'
import { shownCourse } from './shown.ts'
import { coverageStrip, phaseStrip, STRIP_HEIGHT } from './strips.ts'
import { group, text } from './svg.ts'
import { type Pin, pinRoom, temperaturePanel } from './temperature-panel.ts'

/** The way of a pair on one page: temperature with its band, turns, events, phases and coverage. */

const WIDTH = 720
const PANEL = 130

export const courseChart = (course: Course, names: string, pins: readonly Pin[]): Chart => {
  const frame = frameOf(course.from, course.to, WIDTH)
  const shownPins = pins.filter(({ day }) => day >= course.from && day <= course.to)
  const top = 18 + pinRoom(frame, shownPins)
  const strips = top + PANEL + 8
  const bottom = strips + 2 * STRIP_HEIGHT + 4
  const shown = shownCourse(course)
  const label = `Temperature of the half year to each day, in degrees; 0 is usual of ${span(dayOf(course.past.from), dayOf(course.past.to))}`
  return {
    width: WIDTH,
    height: bottom + 20,
    title: `${names}: temperature, phases and turning points`,
    says: shownWords(shown, names),
    body: group(
      {},
      text(label, { x: 0, y: 11, style: 'faint' }),
      timeAxis(frame, top, bottom),
      temperaturePanel(frame, { ...shown, pins: shownPins }, { top, height: PANEL }),
      phaseStrip(frame, course.phases, strips),
      coverageStrip(frame, shown.rows, strips + STRIP_HEIGHT + 4),
      text('phase', { x: frame.left - 6, y: strips + 12, anchor: 'end', style: 'faint small' }),
      text('rows', { x: frame.left - 6, y: strips + STRIP_HEIGHT + 15, anchor: 'end', style: 'faint small' }),
    ),
  }
}
