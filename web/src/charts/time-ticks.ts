import { scaleUtc } from 'd3-scale'
import { dateOfNumber, dayOfNumber, numberOfDate, shortDay } from './day.ts'
import type { View } from './view.ts'

/** Where the line of time is marked, and with which words. */
export interface Tick {
  readonly day: number
  readonly label: string
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const labelOf = (day: string, isFirst: boolean, years: boolean): string => {
  if (years) return day.slice(0, 4)
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? ''
  if (day.endsWith('-01-01')) return day.slice(0, 4)
  if (isFirst) return day.endsWith('-01') ? `${month} ${day.slice(0, 4)}` : shortDay(day)
  return day.endsWith('-01') ? month : `${Number(day.slice(8))} ${month}`
}

const PIXELS_A_TICK = 90

/** The first label names its year, later ones what changes. Only whole days are marked. */
export const timeTicks = (view: View, width: number): Tick[] => {
  const scale = scaleUtc().domain([dateOfNumber(view.start), dateOfNumber(view.end)])
  const days = scale
    .ticks(Math.max(2, Math.round(width / PIXELS_A_TICK)))
    .map(numberOfDate)
    .filter(Number.isInteger)
  const years = days.every(day => dayOfNumber(day).endsWith('-01-01'))
  return days.map((day, i) => ({ day, label: labelOf(dayOfNumber(day), i === 0, years) }))
}
