import { dayOf, span } from '../day-words.ts'
import type { Html } from '../html.ts'
import type { Frame } from './frame.ts'
import type { ShownPhase, ShownRows } from './shown.ts'
import { el, group, text, textWidth, tip } from './svg.ts'

/** Strips below a panel: phases as coloured stretches with their names, coverage as bars of rows. */

const HEIGHT = 16

export const phaseStrip = (frame: Frame, phases: readonly ShownPhase[], top: number): Html =>
  group(
    {},
    ...phases.map(({ name, from, to }) => {
      const [x, end] = [frame.x(from), frame.x(to + 1)]
      const width = Math.max(0, end - x)
      const fits = textWidth(name, 10) + 4 <= width
      return group(
        {},
        tip(`${name}, ${span(dayOf(from), dayOf(to))}`),
        el('rect', { class: `phase-${name}`, x, y: top, width, height: HEIGHT }),
        ...(fits ? [text(name, { x: x + width / 2, y: top + 11.5, anchor: 'middle', style: `small on-${name}` })] : []),
      )
    }),
  )

/** A bar grows with the root of the number of rows; a stretch without has a line at its foot. */
export const coverageStrip = (frame: Frame, rows: readonly ShownRows[], top: number): Html => {
  const most = Math.max(1, ...rows.map(r => r.rows))
  return group(
    {},
    ...rows.map(({ from, to, rows: n }) => {
      const [x, end] = [frame.x(from), frame.x(to + 1)]
      const height = n === 0 ? 1 : 2 + (HEIGHT - 2) * Math.sqrt(n / most)
      return el(
        'rect',
        { class: n === 0 ? 'none' : 'rows', x, y: top + HEIGHT - height, width: Math.max(0.5, end - x - 0.5), height },
        ...(n === 0 ? [] : [tip(`${n} ${n === 1 ? 'row' : 'rows'}, ${span(dayOf(from), dayOf(to))}`)]),
      )
    }),
  )
}

export const STRIP_HEIGHT = HEIGHT
