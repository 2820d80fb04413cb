import { area, line } from 'd3-shape'
import type { Column } from './columns.ts'
import type { ChartPoint } from './point.ts'

/** Temperature as a line with its interval as a band; broken where none can be told. */

interface Spot {
  readonly x: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/** A column shows the mean of its points and the widest interval among them. */
const spotOf = (points: readonly ChartPoint[], { x0, x1, first, last }: Column): Spot | null => {
  let [n, sum, low, high] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = first; i < last; i++) {
    const t = points[i]?.temperature
    if (!t) continue
    n++
    sum += t.value
    low = Math.min(low, t.low)
    high = Math.max(high, t.high)
  }
  return n === 0 ? null : { x: (x0 + x1) / 2, value: sum / n, low, high }
}

const spotsOf = (points: readonly ChartPoint[], columns: readonly Column[]): (Spot | null)[] =>
  columns.map(column => spotOf(points, column))

/** Lowest and highest of what is shown, band included; null where nothing is. */
export const degreesIn = (
  points: readonly ChartPoint[],
  columns: readonly Column[],
): readonly [number, number] | null => {
  const spots = spotsOf(points, columns).filter(spot => spot !== null)
  if (spots.length === 0) return null
  return [Math.min(...spots.map(({ low }) => low)), Math.max(...spots.map(({ high }) => high))]
}

export interface BandPaths {
  readonly band: string
  readonly line: string
}

export const bandPaths = (
  points: readonly ChartPoint[],
  columns: readonly Column[],
  y: (degrees: number) => number,
): BandPaths => {
  const spots = spotsOf(points, columns)
  const defined = (spot: Spot | null): boolean => spot !== null
  const of = (read: (spot: Spot) => number) => (spot: Spot | null) => (spot ? read(spot) : 0)
  return {
    band:
      area<Spot | null>()
        .defined(defined)
        .x(of(({ x }) => x))
        .y0(of(({ low }) => y(low)))
        .y1(of(({ high }) => y(high)))
        .digits(1)(spots) ?? '',
    line:
      line<Spot | null>()
        .defined(defined)
        .x(of(({ x }) => x))
        .y(of(({ value }) => y(value)))
        .digits(1)(spots) ?? '',
  }
}
