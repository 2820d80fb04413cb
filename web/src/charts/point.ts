import { numberOfDay } from './day.ts'

/** A point of a series as charts take it: the API's, with its days as numbers. */

export interface Tally {
  readonly events: number
  readonly verbal_cooperation: number
  readonly material_cooperation: number
  readonly verbal_conflict: number
  readonly material_conflict: number
}

interface Told {
  readonly from: string
  readonly to: string
  readonly a_to_b: Tally
  readonly b_to_a: Tally
  /** Both directions, acts that count for both once. */
  readonly pair: Tally
  readonly temperature: { readonly value: number; readonly low: number; readonly high: number } | null
  readonly phase: string | null
  readonly coverage: { readonly pair_events: number; readonly world_events: number; readonly days_without_rows: number }
}

export type ChartPoint<P extends Told = Told> = P & {
  /** First day, and the day after the last. */
  readonly start: number
  readonly end: number
}

export const chartPoints = <P extends Told>(points: readonly P[]): ChartPoint<P>[] =>
  points.map(point => ({ ...point, start: numberOfDay(point.from), end: numberOfDay(point.to) + 1 }))

/** The place of the point that holds a day, or of the nearest; -1 in an empty series. Points follow each other without gaps. */
export const pointAt = (points: readonly { readonly end: number }[], day: number): number => {
  let [low, high] = [0, points.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle]?.end ?? 0) > day) high = middle
    else low = middle + 1
  }
  return points.length === 0 ? -1 : low
}
