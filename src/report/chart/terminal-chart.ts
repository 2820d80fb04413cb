import { scaleLinear } from 'd3-scale'
import type { Band, PhaseName } from '../../relations/index.ts'
import type { Ink } from '../ink.ts'
import { proseWidth, type Screen } from '../layout.ts'
import { ticksOf } from './frame.ts'
import { ASCII, BLOCKS, type Glyphs } from './glyphs.ts'
import type { Shown, ShownTurn } from './shown.ts'
import { degreesOf } from './temperature-panel.ts'

/** A chart in characters: temperature with its band, marks at turning points, phases, how much passed, and years. */

const ROWS = 8
const GUTTER = 10

/** Something that passed, for a line of bars of its own. */
export interface Bars {
  readonly label: string
  readonly colour: keyof Ink
  readonly of: readonly { readonly from: number; readonly to: number; readonly count: number }[]
}

interface Layout {
  readonly shown: Shown
  readonly columns: number
  readonly glyphs: Glyphs
  readonly ink: Ink
  /** The column of a day. */
  readonly at: (day: number) => number
}

const gutter = (label: string): string => label.padStart(GUTTER - 2).slice(-(GUTTER - 2))

/** The point that stands for each column: the last at or before its end, unless nothing was measured near it. */
const pointsByColumn = ({ shown, columns }: Layout): (Shown['temperature'][number] | null)[] => {
  const each = (shown.to - shown.from + 1) / columns
  return Array.from({ length: columns }, (_, i) => {
    const [begin, end] = [shown.from + i * each, shown.from + (i + 1) * each]
    const last = shown.temperature.findLast(({ day }) => day < end)
    return last && last.day >= Math.min(begin, end - shown.joined) ? last : null
  })
}

const temperatureLines = (layout: Layout): string[] => {
  const { shown, columns, glyphs, ink } = layout
  const y = scaleLinear()
    .domain(degreesOf(shown.temperature))
    .nice(4)
    .range([2 * ROWS - 1, 0])
    .clamp(true)
  const points = pointsByColumn(layout)
  const labels = new Map(y.ticks(4).map(t => [Math.floor(y(t) / 2), signed(t, glyphs)]))
  const zero = Math.floor(y(0) / 2)
  return Array.from({ length: ROWS }, (_, row) => {
    const cells = points.map(point => {
      const background = row === zero ? ink.faint(glyphs.zero) : glyphs.none
      if (!point) return background
      const half = Math.round(y(point.value))
      if (Math.floor(half / 2) === row) return ink.strong(half % 2 === 0 ? glyphs.upper : glyphs.lower)
      const [top, bottom] = [Math.floor(y(point.high) / 2), Math.floor(y(point.low) / 2)]
      return row >= top && row <= bottom ? ink.faint(glyphs.band) : background
    })
    return `${gutter(labels.get(row) ?? '')} ${ink.faint(glyphs.axis)}${cells.slice(0, columns).join('')}`
  })
}

const signed = (t: number, { minus }: Glyphs): string => (t > 0 ? `+${t}` : `${t}`.replace('-', minus))

const turnLine = ({ shown, columns, glyphs, ink, at }: Layout): string[] => {
  if (shown.turns.length === 0) return []
  const marks = new Map<number, ShownTurn>(shown.turns.map(turn => [at(turn.day), turn]))
  const cells = Array.from({ length: columns }, (_, i) => {
    const turn = marks.get(i)
    if (!turn) return glyphs.none
    return turn.kind === 'thaw' ? ink.good(glyphs.thaw) : ink.bad(glyphs.rupture)
  })
  return [`${gutter('turns')}  ${cells.join('')}`]
}

const COLD: readonly (Band | PhaseName)[] = ['crisis', 'hostile', 'tense']
const WARM: readonly (Band | PhaseName)[] = ['warm', 'close']

const phaseInk = (name: PhaseName, ink: Ink): ((text: string) => string) =>
  COLD.includes(name) ? ink.bad : WARM.includes(name) ? ink.good : name === 'quiet' ? ink.faint : ink.torn

/** A stretch with its name, as much of it as fits, and a stroke to its end. */
const stretch = (name: string, width: number, { fill, end }: Glyphs): string => {
  if (width <= 1) return name.slice(0, width)
  const text = name.slice(0, width - 1)
  return `${text}${fill.repeat(width - 1 - text.length)}${end}`
}

const phaseLine = ({ shown, columns, glyphs, ink, at }: Layout): string[] => {
  if (shown.phases.length === 0) return []
  const names: (PhaseName | null)[] = Array.from({ length: columns }, () => null)
  for (const { name, from, to } of shown.phases) for (let i = at(from); i <= at(to); i++) names[i] = name
  let line = ''
  for (let i = 0; i < columns; ) {
    const name = names[i] ?? null
    let end = i
    while (end < columns && (names[end] ?? null) === name) end++
    line += name === null ? glyphs.none.repeat(end - i) : phaseInk(name, ink)(stretch(name, end - i, glyphs))
    i = end
  }
  return [`${gutter('phase')}  ${line}`]
}

const barLine = ({ columns, glyphs, ink, at }: Layout, { label, colour, of }: Bars): string => {
  const counts = new Float64Array(columns)
  for (const { from, to, count } of of) {
    const column = at((from + to) / 2)
    counts[column] = (counts[column] ?? 0) + count
  }
  const most = Math.max(...counts, 1)
  const cells = [...counts].map(count => {
    if (count === 0) return glyphs.none
    const step = Math.ceil(Math.sqrt(count / most) * glyphs.heights.length) - 1
    return ink[colour](glyphs.heights[Math.max(0, step)] ?? '')
  })
  return `${gutter(label)}  ${cells.join('')}`
}

const yearLine = ({ shown, columns, at }: Layout): string => {
  const line = Array.from({ length: columns }, () => ' ')
  let free = 0
  // One character is about nine units of a drawn chart, which is what room for ticks is counted in.
  for (const { day, name } of ticksOf({ from: shown.from, to: shown.to, left: 0, right: columns * 9 })) {
    const begin = at(day)
    if (begin < free || begin + name.length > columns) continue
    for (let i = 0; i < name.length; i++) line[begin + i] = name[i] ?? ' '
    free = begin + name.length + 1
  }
  return `${' '.repeat(GUTTER)}${line.join('')}`
}

/** Lines of a chart as wide as the screen allows. */
export const terminalChart = (shown: Shown, bars: readonly Bars[], screen: Screen): string[] => {
  const columns = Math.max(10, proseWidth(screen) - GUTTER)
  const days = shown.to - shown.from + 1
  const at = (day: number): number =>
    Math.min(columns - 1, Math.max(0, Math.floor(((day - shown.from) / days) * columns)))
  const layout: Layout = { shown, columns, at, ink: screen.ink, glyphs: screen.ascii ? ASCII : BLOCKS }
  return [
    ...(shown.temperature.length === 0 ? [] : temperatureLines(layout)),
    ...turnLine(layout),
    ...phaseLine(layout),
    ...bars.map(line => barLine(layout, line)),
    yearLine(layout),
  ].map(line => line.trimEnd())
}
