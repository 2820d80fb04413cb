import type { Move, ParseState } from '../src/text/transitions.ts'

/**
 * How many gold arcs each move makes unreachable in the arc-hybrid system (Goldberg & Nivre 2013). `gold[i]` is the head of
 * word i, the artificial root being word n.
 */
export const moveCost = (state: ParseState, gold: readonly number[], move: Move): number => {
  const s0 = state.below(0)
  const s1 = state.below(1)
  const b0 = state.buffer
  let cost = 0
  if (move === 'shift') {
    for (let k = 0; k < state.depth; k++) {
      const word = state.below(k)
      if (gold[word] === b0) cost++
      if (k > 0 && gold[b0] === word) cost++
    }
    return cost
  }
  for (let word = b0; word < state.n; word++) if (gold[word] === s0) cost++
  const head = gold[s0] as number
  if (move === 'left') return cost + (head === s1 || head > b0 ? 1 : 0)
  return cost + (head >= b0 ? 1 : 0)
}
