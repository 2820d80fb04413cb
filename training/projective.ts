/**
 * Lifts arcs until none cross (Nivre & Nilsson 2005): the shortest crossing arc's dependent moves up to its head's head.
 * Heads are 0-based, -1 for the root.
 */
export const projective = (heads: readonly number[]): number[] => {
  const lifted = [...heads]
  for (;;) {
    let worst = -1
    let shortest = Number.POSITIVE_INFINITY
    lifted.forEach((head, i) => {
      if (head < 0 || dominatesAll(lifted, head, i)) return
      const length = Math.abs(head - i)
      if (length < shortest) {
        shortest = length
        worst = i
      }
    })
    if (worst < 0) return lifted
    lifted[worst] = lifted[lifted[worst] as number] as number
  }
}

/** Every word between head and dependent hangs below the head. */
const dominatesAll = (heads: readonly number[], head: number, dependent: number): boolean => {
  for (let i = Math.min(head, dependent) + 1; i < Math.max(head, dependent); i++) {
    let up = i
    while (up >= 0 && up !== head) up = heads[up] as number
    if (up < 0) return false
  }
  return true
}
