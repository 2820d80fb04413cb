import type { Column } from './columns.ts'
import type { ChartPoint } from './point.ts'
import type { Scored } from './score-bars.ts'

/**
 * What the record could have seen: a cell is empty where it holds nothing of anybody (silence says nothing there), faint where it
 * tells of others alone, and darker the more of its days have a row of the pair.
 */
export type CoverageShade = 'blind' | 'others' | 'some' | 'many' | 'most'

export interface CoverageCell {
  readonly x0: number
  readonly x1: number
  readonly shade: CoverageShade
}

const shadeOf = (world: number, pair: number, share: number): CoverageShade => {
  if (world === 0 && pair === 0) return 'blind'
  if (pair === 0) return 'others'
  return share < 0.25 ? 'some' : share < 0.75 ? 'many' : 'most'
}

const shadeOfColumn = (points: readonly (ChartPoint & Scored)[], { first, last }: Column): CoverageShade => {
  let [world, pair, days, empty] = [0, 0, 0, 0]
  for (let i = first; i < last; i++) {
    const point = points[i]
    if (!point) continue
    // A data set of scores has no events; a day with a score is a day told of.
    const scores = point.score?.days ?? 0
    world += point.coverage.world_events + scores
    pair += point.coverage.pair_events + scores
    days += point.end - point.start
    empty += point.coverage.days_without_rows
  }
  return shadeOf(world, pair, 1 - empty / Math.max(1, days))
}

/** Neighbours of one shade are one cell. */
export const coverageCells = (points: readonly (ChartPoint & Scored)[], columns: readonly Column[]): CoverageCell[] => {
  const cells: { x0: number; x1: number; shade: CoverageShade }[] = []
  for (const column of columns) {
    const shade = shadeOfColumn(points, column)
    const open = cells.at(-1)
    if (open && open.shade === shade) open.x1 = column.x1
    else cells.push({ x0: column.x0, x1: column.x1, shade })
  }
  return cells
}
