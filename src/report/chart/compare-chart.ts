import type { Brief } from '../../relations/index.ts'
import { dayOf, longDay, span } from '../day-words.ts'
import { printable } from '../printable.ts'
import type { Chart } from './document.ts'
import { frameOf, timeAxis, timeLines } from './frame.ts'
import { shownWords } from './in-words.ts'
import { type Shown, shownCourse } from './shown.ts'
import { phaseStrip, STRIP_HEIGHT } from './strips.ts'
import { group, text } from './svg.ts'
import { degreesOf, temperaturePanel } from './temperature-panel.ts'

/** Pairs one below the other on the same days and the same degrees. Each is held against its own past, so changes compare and levels do not. */

const WIDTH = 820
const PANEL = 110
const HEAD = 42
const EACH = PANEL + STRIP_HEIGHT + 46

/** A pair of which there is nothing to draw has its place all the same. */
interface Drawn {
  readonly names: string
  readonly shown: Shown | null
}

export const compareChart = (briefs: readonly Brief[], nameOf: (id: string) => string): Chart | null => {
  const drawn = briefs.map(
    ({ pair, course }): Drawn => ({
      names: pair.map(id => printable(nameOf(id))).join(' and '),
      shown: course && shownCourse(course),
    }),
  )
  const all = drawn.flatMap(({ shown }) => (shown ? [shown] : []))
  const asOf = briefs[0]?.as_of
  if (all.length === 0 || asOf === undefined) return null
  const frame = frameOf(Math.min(...all.map(s => s.from)), Math.max(...all.map(s => s.to)), WIDTH)
  const degrees = degreesOf(all.flatMap(s => s.temperature))
  const panels = drawn.map(({ names, shown }, i) => {
    const top = HEAD + 24 + i * EACH
    const label = text(names, { x: 0, y: top - 11, style: 'label' })
    if (!shown) return group({}, label, text('no row', { x: frame.left, y: top + PANEL / 2, style: 'faint' }))
    const strip = top + PANEL + 4
    return group(
      {},
      label,
      timeLines(frame, top, top + PANEL),
      temperaturePanel(frame, { ...shown, pins: [] }, { top, height: PANEL }, degrees),
      phaseStrip(frame, shown.phases, strip),
      text('phase', { x: frame.left - 6, y: strip + 12, anchor: 'end', style: 'faint small' }),
    )
  })
  const bottom = HEAD + 24 + drawn.length * EACH - 42
  return {
    width: WIDTH,
    height: bottom + 22,
    title: `${drawn.map(({ names }) => names).join('; ')}: temperatures compared`,
    says: drawn
      .map(({ names, shown }) => (shown ? shownWords(shown, names) : `${names}: the record holds no row.`))
      .join(' '),
    body: group(
      {},
      text('Temperature of the half year to each day, in degrees against each pair’s own past', {
        x: 0,
        y: 15,
        style: 'head',
      }),
      text(
        `as known on ${longDay(asOf)}, ${span(dayOf(frame.from), dayOf(frame.to))}; band: 90 in 100; ▲ thaw, ▼ rupture; levels do not compare`,
        { x: 0, y: 31, style: 'faint' },
      ),
      ...panels,
      timeAxis(frame, bottom, bottom),
    ),
  }
}
