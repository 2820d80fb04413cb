import { extent } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { CoursePoint } from '../../relations/index.ts'
import type { Html } from '../html.ts'
import { type Frame, round } from './frame.ts'
import type { Shown, ShownTurn } from './shown.ts'
import { el, group, text, tip } from './svg.ts'

/** Temperature as a line inside its band, with turning points as spans of days and events as numbered pins. */

export interface Pin {
  readonly day: number
  readonly name: string
  readonly says: string
}

export interface TemperatureShown extends Pick<Shown, 'temperature' | 'turns' | 'joined'> {
  readonly pins: readonly Pin[]
}

export interface Place {
  readonly top: number
  readonly height: number
}

/** Runs of points that may be joined. */
export const runsOf = (points: readonly CoursePoint[], joined: number): CoursePoint[][] => {
  const runs: CoursePoint[][] = []
  for (const point of points) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && point.day - before.day <= joined) last.push(point)
    else runs.push([point])
  }
  return runs
}

const PIN_RADIUS = 8
const PIN_ROW = 2 * PIN_RADIUS + 2

/** Pins in rows, so that none covers another: the row of each, from below. */
export const pinRows = (xs: readonly number[]): number[] => {
  const ends: number[] = []
  return xs.map(x => {
    const free = ends.findIndex(end => x - PIN_RADIUS >= end)
    const row = free < 0 ? ends.length : free
    ends[row] = x + PIN_RADIUS + 2
    return row
  })
}

/** Room that pins need above a panel. */
export const pinRoom = (frame: Frame, pins: readonly Pin[]): number =>
  pins.length === 0 ? 0 : PIN_ROW * (1 + Math.max(...pinRows(pins.map(({ day }) => frame.x(day))))) + 4

/** Degrees that a panel has to reach: all of the band, and a little on both sides of 0. */
export const degreesOf = (points: readonly CoursePoint[]): readonly [number, number] => {
  const [low = 0, high = 0] = extent(points.flatMap(p => [p.low, p.high]))
  return [Math.min(low, -0.5), Math.max(high, 0.5)]
}

const scaleOf = (domain: readonly [number, number], { top, height }: Place) =>
  scaleLinear()
    .domain(domain)
    .nice(4)
    .range([top + height, top])
    .clamp(true)

const pinsOf = (frame: Frame, pins: readonly Pin[], { top, height }: Place): Html => {
  const rows = pinRows(pins.map(({ day }) => frame.x(day)))
  return group(
    {},
    ...pins.map(({ day, name, says }, i) => {
      const [x, y] = [frame.x(day), top - PIN_RADIUS - 2 - PIN_ROW * (rows[i] ?? 0)]
      return group(
        {},
        tip(says),
        el('path', { class: 'stem', d: `M${round(x)} ${round(y)}V${round(top + height)}` }),
        el('circle', { class: 'pin', cx: x, cy: y, r: PIN_RADIUS }),
        text(name, { x, y: y + 3.4, anchor: 'middle', style: 'small' }),
      )
    }),
  )
}

const LEAST_SPAN = 3

const turnsOf = (frame: Frame, turns: readonly ShownTurn[], { top, height }: Place): Html =>
  group(
    {},
    ...turns.map(({ kind, day, from, to, says }) => {
      const [x, end] = [frame.x(from), frame.x(to + 1)]
      const width = Math.max(LEAST_SPAN, end - x)
      const begin = Math.min(x, frame.right - width)
      const at = Math.min(Math.max(frame.x(day), frame.left + 5), frame.right - 5)
      const mark =
        kind === 'thaw'
          ? `M${round(at - 5)} ${round(top + height)}h10l-5 -8z`
          : `M${round(at - 5)} ${round(top + height - 8)}h10l-5 8z`
      return group(
        {},
        tip(says),
        el('rect', { class: `span ${kind}`, x: begin, y: top, width, height }),
        el('path', { class: kind, d: mark }),
      )
    }),
  )

export const temperaturePanel = (
  frame: Frame,
  shown: TemperatureShown,
  place: Place,
  domain: readonly [number, number] = degreesOf(shown.temperature),
): Html => {
  const y = scaleOf(domain, place)
  const runs = runsOf(shown.temperature, shown.joined)
  const band = area<CoursePoint>(
    p => round(frame.x(p.day)),
    p => round(y(p.low)),
    p => round(y(p.high)),
  )
  const course = line<CoursePoint>(
    p => round(frame.x(p.day)),
    p => round(y(p.value)),
  )
  const ticks = y.ticks(4)
  return group(
    {},
    ...ticks.map(t =>
      el('path', { class: t === 0 ? 'zero' : 'grid', d: `M${frame.left} ${round(y(t))}H${round(frame.right)}` }),
    ),
    ...ticks.map(t =>
      text(t > 0 ? `+${t}` : String(t).replace('-', '−'), {
        x: frame.left - 6,
        y: y(t) + 4,
        anchor: 'end',
        style: 'faint',
      }),
    ),
    turnsOf(frame, shown.turns, place),
    ...runs.filter(run => run.length > 1).map(run => el('path', { class: 'band', d: band(run) ?? '' })),
    ...runs.filter(run => run.length > 1).map(run => el('path', { class: 'course', d: course(run) ?? '' })),
    ...runs
      .filter(run => run.length === 1)
      .flatMap(([p]) => (p ? [el('circle', { class: 'dot', cx: frame.x(p.day), cy: y(p.value), r: 2.5 })] : [])),
    pinsOf(frame, shown.pins, place),
  )
}
