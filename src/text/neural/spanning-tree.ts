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
  return arborescence(
    Array.from({ length: n + 1 }, (_, d) =>
      Float64Array.from({ length: n + 1 }, (_, h) =>
        d === 0 || d === h ? Number.NEGATIVE_INFINITY : score(d, h) - (h === 0 ? ROOT_COST : 0),
      ),
    ),
  )
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
 * `scores[d][h]`; node 0 is the root. Each cycle of best heads is drawn together to one node, the smaller graph solved, and the
 * cycle broken where that solution enters it. All cycles at once, so that there are few rounds.
 */
const arborescence = (scores: readonly Float64Array[]): Int32Array => {
  const heads = Int32Array.from(scores, (row, d) => (d === 0 ? 0 : argmax(row)))
  const cycles = cyclesIn(heads)
  if (cycles.length === 0) return heads
  const inCycle = new Set(cycles.flat())
  const groups = [...heads.keys()].filter(d => !inCycle.has(d)).map(d => [d])
  groups.push(...cycles)
  const groupOf = new Int32Array(heads.length)
  groups.forEach((nodes, g) => {
    for (const node of nodes) groupOf[node] = g
  })
  const size = groups.length
  const smaller = groups.map(() => new Float64Array(size).fill(Number.NEGATIVE_INFINITY))
  /** For each pair of groups, the dependent and the head of the best arc between them. */
  const arcs = groups.map(() => new Int32Array(2 * size))
  for (let d = 1; d < heads.length; d++) {
    const row = scores[d] as Float64Array
    const to = groupOf[d] as number
    const lost = inCycle.has(d) ? (row[heads[d] as number] as number) : 0
    const best = smaller[to] as Float64Array
    const arc = arcs[to] as Int32Array
    for (let h = 0; h < row.length; h++) {
      const from = groupOf[h] as number
      const gain = (row[h] as number) - lost
      if (from === to || gain <= (best[from] as number)) continue
      best[from] = gain
      arc[2 * from] = d
      arc[2 * from + 1] = h
    }
  }
  arborescence(smaller).forEach((from, to) => {
    const arc = arcs[to] as Int32Array
    if (to > 0) heads[arc[2 * from] as number] = arc[2 * from + 1] as number
  })
  return heads
}

const argmax = (row: Float64Array): number => {
  let best = 0
  for (let i = 1; i < row.length; i++) if ((row[i] as number) > (row[best] as number)) best = i
  return best
}
