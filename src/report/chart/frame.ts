import { scaleLinear, scaleUtc } from 'd3-scale'
import { addDays } from '../../domain/index.ts'
import type { Html } from '../html.ts'
import { el, group, text, textWidth } from './svg.ts'

/** The frame of a chart: days across, panels one below the other, years and months at the foot. */
export interface Frame {
  readonly width: number
  readonly left: number
  readonly right: number
  /** First and last day number. */
  readonly from: number
  readonly to: number
  /** Where a day begins, held inside the frame. */
  readonly x: (day: number) => number
}

const MS_A_DAY = 86_400_000
const LEFT = 44
const RIGHT = 12

export const frameOf = (from: number, to: number, width: number): Frame => {
  const right = width - RIGHT
  const scale = scaleLinear()
    .domain([from, Math.max(to, from + 1)])
    .range([LEFT, right])
    .clamp(true)
  return { width, left: LEFT, right, from, to: Math.max(to, from + 1), x: day => scale(day) }
}

const WIDTH_OF_TICK = 64
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** "2014" for a January, "Apr" for another month, "9 Apr" for a day. */
const tickName = (day: number): string => {
  const [year = '', month = '', date = ''] = addDays('1970-01-01', day).split('-')
  const name = MONTHS[Number(month) - 1] ?? ''
  if (date !== '01') return `${Number(date)} ${name}`
  return month === '01' ? year : name
}

/** Days that deserve a name: years, quarters, months or days, as many as there is room for. */
export const ticksOf = ({
  from,
  to,
  left,
  right,
}: Pick<Frame, 'from' | 'to' | 'left' | 'right'>): { readonly day: number; readonly name: string }[] => {
  const count = Math.max(2, Math.floor((right - left) / WIDTH_OF_TICK))
  const days = scaleUtc()
    .domain([from * MS_A_DAY, to * MS_A_DAY])
    .ticks(count)
    .map(date => Math.round(date.getTime() / MS_A_DAY))
  return [...new Set(days)].filter(day => day >= from && day <= to).map(day => ({ day, name: tickName(day) }))
}

/** Lines down through a panel. */
export const timeLines = (frame: Frame, top: number, bottom: number): Html =>
  group(
    {},
    ...ticksOf(frame).map(({ day }) =>
      el('path', { class: 'grid', d: `M${round(frame.x(day))} ${round(top)}V${round(bottom)}` }),
    ),
  )

/** The same, with names below them. */
export const timeAxis = (frame: Frame, top: number, bottom: number): Html => {
  const fits = ({ day, name }: { day: number; name: string }): boolean => {
    const half = textWidth(name) / 2
    return frame.x(day) - half >= 0 && frame.x(day) + half <= frame.width
  }
  return group(
    {},
    timeLines(frame, top, bottom),
    ...ticksOf(frame)
      .filter(fits)
      .map(({ day, name }) =>
        text(name, {
          x: frame.x(day),
          y: bottom + 14,
          anchor: 'middle',
          style: /^\d{4}$/.test(name) ? 'label' : 'faint',
        }),
      ),
  )
}

/** Coordinates inside a path, as the elements write theirs. */
export const round = (x: number): number => {
  if (!Number.isFinite(x)) throw new RangeError(`a coordinate of a chart is ${x}`)
  return Math.round(x * 100) / 100
}
