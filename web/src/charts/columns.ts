import type { View } from './view.ts'

/**
 * What a column of pixels shows. Twenty years by day are 7,300 points on some 900 pixels: drawn one by one they would cost eight times
 * the work and blur each other. So points that fall into one pixel are drawn as one column, which shows its extremes, so that no
 * single day of violence disappears when the view is wide. With at most one shape a pixel, SVG stays quick, sharp in print and
 * needs no canvas (bench/web-pair.ts measures it).
 */
export interface Column {
  /** Left and right edge, in pixels. */
  readonly x0: number
  readonly x1: number
  /** The points it stands for: from the first to before the last. */
  readonly first: number
  readonly last: number
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The columns of the points in a view, left to right, cut at its edges. A point wider than a pixel has one of its own. */
export const columnsOf = (points: readonly Stretch[], view: View, width: number): Column[] => {
  const perDay = width / (view.end - view.start)
  const x = (day: number): number => Math.min(Math.max((day - view.start) * perDay, 0), width)
  const columns: { x0: number; x1: number; first: number; last: number }[] = []
  for (const [i, { start, end }] of points.entries()) {
    if (end <= view.start || start >= view.end) continue
    const [x0, x1] = [x(start), x(end)]
    const open = columns.at(-1)
    if (open && x1 - open.x0 <= 1) {
      open.x1 = x1
      open.last = i + 1
    } else columns.push({ x0, x1, first: i, last: i + 1 })
  }
  return columns
}

/** The point of a column where something is largest: that of the first among equals. */
export const largestIn = <P>(
  points: readonly P[],
  { first, last }: Column,
  size: (point: P) => number,
): P | undefined => {
  let [found, most]: [P | undefined, number] = [points[first], Number.NEGATIVE_INFINITY]
  for (let i = first; i < last; i++) {
    const point = points[i]
    if (point === undefined) continue
    const here = size(point)
    if (here > most) [found, most] = [point, here]
  }
  return found
}
