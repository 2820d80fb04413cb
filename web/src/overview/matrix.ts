import type { Mover } from '../api/types.ts'

/** The pairs of some states as a matrix: one cell a pair, the same seen from either state. */

export interface Cell {
  readonly a: string
  readonly b: string
  /** Null where one of the two stretches of days holds no row: nothing can be told of a change. */
  readonly mover: Mover | null
}

export interface Row {
  readonly state: string
  /** In the order of the columns; null where a state meets itself. */
  readonly cells: readonly (Cell | null)[]
}

export const matrixOf = (states: readonly string[], movers: readonly Mover[]): Row[] => {
  const byPair = new Map(movers.map(mover => [mover.dyad, mover]))
  return states.map(state => ({
    state,
    cells: states.map(other => {
      if (other === state) return null
      const [a, b] = state < other ? [state, other] : [other, state]
      return { a, b, mover: byPair.get(`${a}-${b}`) ?? null }
    }),
  }))
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

export type Place = readonly [row: number, column: number]

/** Where an arrow leads from a cell of so many states, passing over those where a state meets itself; null for other keys and at the edge. */
export const stepped = ([row, column]: Place, key: string, states: number): Place | null => {
  const step = STEPS[key]
  if (!step) return null
  let [r, c] = [row + step[0], column + step[1]]
  if (r === c) [r, c] = [r + step[0], c + step[1]]
  return r >= 0 && c >= 0 && r < states && c < states ? [r, c] : null
}

/** The states with most pairs that anything can be told of, most first: what to show where no region was chosen. */
export const busiestStates = (movers: readonly Mover[], most: number): string[] => {
  const pairs = new Map<string, number>()
  for (const { dyad } of movers) for (const state of dyad.split('-')) pairs.set(state, (pairs.get(state) ?? 0) + 1)
  return [...pairs]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([state]) => state)
}
