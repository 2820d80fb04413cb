import type { Column } from './columns.ts'

/** A data set of scores has no acts of either side: the mean of a day as bars about a line, the extreme of each column. */

export interface Scored {
  readonly score?: { readonly days: number; readonly sum: number } | undefined
}

const meanOf = ({ score }: Scored): number | null => (score && score.days > 0 ? score.sum / score.days : null)

export const isScored = (points: readonly Scored[]): boolean => points.some(point => meanOf(point) !== null)

/** The mean furthest from zero among the points of a column. */
const extremeOf = (points: readonly Scored[], { first, last }: Column): number | null => {
  let found: number | null = null
  for (let i = first; i < last; i++) {
    const mean = points[i] ? meanOf(points[i] ?? {}) : null
    if (mean !== null && (found === null || Math.abs(mean) > Math.abs(found))) found = mean
  }
  return found
}

/** Lowest and highest, zero included. */
export const scoresIn = (points: readonly Scored[], columns: readonly Column[]): readonly [number, number] => {
  const extremes = columns.map(column => extremeOf(points, column) ?? 0)
  return [Math.min(0, ...extremes), Math.max(0, ...extremes)]
}

const round = (x: number): number => Math.round(x * 10) / 10

export const scorePaths = (
  points: readonly Scored[],
  columns: readonly Column[],
  y: (score: number) => number,
): { readonly above: string; readonly below: string } => {
  const paths = { above: '', below: '' }
  for (const column of columns) {
    const score = extremeOf(points, column)
    if (score === null || score === 0) continue
    const wide = round(Math.max(0.8, column.x1 - column.x0))
    paths[score > 0 ? 'above' : 'below'] += `M${round(column.x0)} ${round(y(0))}h${wide}V${round(y(score))}h${-wide}z`
  }
  return paths
}
