/** Agreement of a score with a yardstick: area under the ROC curve, Spearman's rank correlation. */

/** Ranks from 1, ties shared. */
export const ranks = (values: readonly number[]): Float64Array => {
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0))
  const out = new Float64Array(values.length)
  for (let i = 0; i < order.length; ) {
    let j = i
    while (j + 1 < order.length && values[order[j + 1] ?? 0] === values[order[i] ?? 0]) j++
    for (let at = i; at <= j; at++) out[order[at] ?? 0] = (i + j) / 2 + 1
    i = j + 1
  }
  return out
}

/** The chance that one of the marked has a higher score than one of the others. */
export const auc = (scores: readonly number[], marked: readonly boolean[]): number => {
  const r = ranks(scores)
  let [sum, n] = [0, 0]
  for (let i = 0; i < r.length; i++) {
    if (!marked[i]) continue
    sum += r[i] ?? 0
    n++
  }
  return (sum - (n * (n + 1)) / 2) / (n * (r.length - n))
}

export const spearman = (a: readonly number[], b: readonly number[]): number => {
  const [x, y] = [ranks(a), ranks(b)]
  const mean = (x.length + 1) / 2
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] ?? 0) - mean, (y[i] ?? 0) - mean]
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xy / Math.sqrt(xx * yy)
}

/** 90 % interval by drawing whole groups (pairs of states) with replacement, seeded. */
export const byGroups = <T>(
  groups: readonly (readonly T[])[],
  measure: (rows: readonly T[]) => number,
  draws: number,
): [number, number] => {
  let seed = 20140409
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const drawn = Array.from({ length: draws }, () =>
    measure(groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? [])),
  )
    .filter(x => !Number.isNaN(x))
    .sort((a, b) => a - b)
  return [drawn[Math.floor(0.05 * drawn.length)] ?? Number.NaN, drawn[Math.floor(0.95 * drawn.length)] ?? Number.NaN]
}
