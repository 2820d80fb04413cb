import { type Column, largestIn } from './columns.ts'
import type { ChartPoint, Tally } from './point.ts'

/**
 * One direction of a pair as bars about a line: co-operation upwards, conflict downwards, deeds next to the line and words beyond
 * them, so that talk without deeds is seen as such. One path a class.
 */

export type QuadClass = 'material_cooperation' | 'verbal_cooperation' | 'material_conflict' | 'verbal_conflict'
export type Side = 'a_to_b' | 'b_to_a'

const cooperation = (t: Tally): number => t.material_cooperation + t.verbal_cooperation
const conflict = (t: Tally): number => t.material_conflict + t.verbal_conflict

export interface Extent {
  readonly up: number
  readonly down: number
}

/** The most co-operation and the most conflict that any point in view has, of either side, so that both sides share a scale. */
export const extentOf = (points: readonly ChartPoint[], columns: readonly Column[]): Extent => {
  let [up, down] = [0, 0]
  for (let i = columns[0]?.first ?? 0; i < (columns.at(-1)?.last ?? 0); i++) {
    const point = points[i]
    if (!point) continue
    up = Math.max(up, cooperation(point.a_to_b), cooperation(point.b_to_a))
    down = Math.max(down, conflict(point.a_to_b), conflict(point.b_to_a))
  }
  return { up, down }
}

const round = (x: number): number => Math.round(x * 10) / 10

/** Between bars that are wide enough; thin ones touch. */
const gapOf = (width: number): number => (width >= 6 ? 1.5 : width >= 3 ? 0.5 : 0)

/** `y`: height of a count on the screen; negative counts lie below the line. */
export const quadPaths = (
  points: readonly ChartPoint[],
  columns: readonly Column[],
  side: Side,
  y: (count: number) => number,
): Readonly<Record<QuadClass, string>> => {
  const paths = { material_cooperation: '', verbal_cooperation: '', material_conflict: '', verbal_conflict: '' }
  const bar = (name: QuadClass, { x0, x1 }: Column, from: number, to: number): void => {
    if (from === to) return
    const gap = gapOf(x1 - x0)
    const [left, wide] = [round(x0 + gap / 2), round(Math.max(0.8, x1 - x0 - gap))]
    paths[name] += `M${left} ${round(y(from))}h${wide}V${round(y(to))}h${-wide}z`
  }
  for (const column of columns) {
    const best = largestIn(points, column, point => cooperation(point[side]))?.[side]
    const worst = largestIn(points, column, point => conflict(point[side]))?.[side]
    if (best) {
      bar('material_cooperation', column, 0, best.material_cooperation)
      bar('verbal_cooperation', column, best.material_cooperation, cooperation(best))
    }
    if (worst) {
      bar('material_conflict', column, 0, -worst.material_conflict)
      bar('verbal_conflict', column, -worst.material_conflict, -conflict(worst))
    }
  }
  return paths
}
