/**
 * The best tree of a sentence from scores of heads (Chu and Liu 1965, Edmonds 1967), with a single root. `score(dependent, head)`: words
 * are 1 to n, 0 is the root. The result has a head for each word; place 0 is unused.
 */
export type Score = (dependent: number, head: number) => number

/** More than any sum of real scores: one root is always better than two. */
const ROOT_COST = 1e6

export const bestTree = (n: number, score: Score): Int32Array => {
  const greedy = new Int32Array(n + 1)
  let roots = 0
  for (let d = 1; d <= n; d++) {
    let best = d === 1 && n > 1 ? 2 : d === 1 ? 0 : 1
    for (let h = 0; h <= n; h++) if (h !== d && score(d, h) > score(d, best)) best = h
    greedy[d] = best
    if (best === 0) roots++
  }
  if (roots === 1 && cyclesIn(greedy).length === 0) return greedy
  const size = n + 1
  const scores = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY)
  for (let d = 1; d <= n; d++)
    for (let h = 0; h <= n; h++) if (h !== d) scores[d * size + h] = score(d, h) - (h === 0 ? ROOT_COST : 0)
  return arborescence(scores, size)
}

/** All cycles among heads, each as its nodes. */
const cyclesIn = (heads: Int32Array): number[][] => {
  const cycles: number[][] = []
  const seen = new Int32Array(heads.length)
  for (let start = 1; start < heads.length; start++) {
    let node = start
    while (node > 0 && seen[node] === 0) {
      seen[node] = start
      node = heads[node] as number
    }
    if (node === 0 || seen[node] !== start) continue
    const cycle = [node]
    for (let up = heads[node] as number; up !== node; up = heads[up] as number) cycle.push(up)
    cycles.push(cycle)
  }
  return cycles
}

/**
 * `scores`: a row of heads for each of `size` nodes; node 0 is the root. Each cycle of best heads is drawn together to one node, the
 * smaller graph solved, and the cycle broken where that solution enters it. All cycles at once, so that there are few rounds.
 */
const arborescence = (scores: Float64Array, size: number): Int32Array => {
  const heads = new Int32Array(size)
  for (let d = 1; d < size; d++) heads[d] = argmax(scores, d * size, size)
  const cycles = cyclesIn(heads)
  if (cycles.length === 0) return heads
  const inCycle = new Set(cycles.flat())
  const groups = [...heads.keys()].filter(d => !inCycle.has(d)).map(d => [d])
  groups.push(...cycles)
  const groupOf = new Int32Array(size)
  groups.forEach((nodes, g) => {
    for (const node of nodes) groupOf[node] = g
  })
  const count = groups.length
  const smaller = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY)
  /** The best arc between two groups, as its place in `scores`. */
  const arcs = new Int32Array(count * count)
  for (let d = 1; d < size; d++) {
    const to = (groupOf[d] as number) * count
    const lost = inCycle.has(d) ? (scores[d * size + (heads[d] as number)] as number) : 0
    for (let h = 0; h < size; h++) {
      const pair = to + (groupOf[h] as number)
      const gain = (scores[d * size + h] as number) - lost
      if (groupOf[h] === groupOf[d] || gain <= (smaller[pair] as number)) continue
      smaller[pair] = gain
      arcs[pair] = d * size + h
    }
  }
  arborescence(smaller, count).forEach((from, to) => {
    if (to === 0) return
    const arc = arcs[to * count + from] as number
    heads[Math.floor(arc / size)] = arc % size
  })
  return heads
}

/** Place of the largest of `count` numbers from `start`. */
const argmax = (values: Float64Array, start: number, count: number): number => {
  let best = 0
  for (let i = 1; i < count; i++) if ((values[start + i] as number) > (values[start + best] as number)) best = i
  return best
}
