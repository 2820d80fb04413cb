/**
 * Heads of a word that score nearly alike, its rivals: they are weighed with the best relation to each, so that of two likely heads the one
 * whose relation is sure wins. Scores of heads: for each of n words a row of n + 1, the root first.
 */

/** So many heads of a word, at most. */
export const RIVALS = 3
/** A head so far below a word's best one (its share is e^-6 of that one's) is no rival. */
const WITHIN = 6
/** What a head costs that is no rival where others are: as much as an unsure relation. */
const OTHERS_COST = 3

/** Places for RIVALS heads of each word, best first; -1 where there are fewer. A word with a single one has no rivals. */
export const rivalsOf = (scores: Float32Array, n: number): Int32Array => {
  const rivals = new Int32Array(n * RIVALS).fill(-1)
  for (let d = 0; d < n; d++) {
    const row = d * (n + 1)
    let least = Number.NEGATIVE_INFINITY
    for (let k = 0; k < RIVALS; k++) {
      let best = -1
      for (let h = 0; h <= n; h++) {
        const score = scores[row + h] as number
        if (h === d + 1 || score < least || (best >= 0 && score <= (scores[row + best] as number))) continue
        if (!rivals.subarray(d * RIVALS, d * RIVALS + k).includes(h)) best = h
      }
      if (best < 0) break
      if (k === 0) least = (scores[row + best] as number) - WITHIN
      rivals[d * RIVALS + k] = best
    }
  }
  return rivals
}

/** Adds to the scores of rivals the logarithms of their relations' shares, in the same places as `rivals`; changes `scores`. */
export const weighRivals = (scores: Float32Array, n: number, rivals: Int32Array, logShares: Float32Array): void => {
  for (let d = 0; d < n; d++) {
    if ((rivals[d * RIVALS + 1] as number) < 0) continue
    const row = scores.subarray(d * (n + 1), (d + 1) * (n + 1))
    const own = Array.from(rivals.subarray(d * RIVALS, (d + 1) * RIVALS))
    const weighed = own.map((h, k) => (row[h] ?? 0) + (logShares[d * RIVALS + k] as number))
    for (let h = 0; h <= n; h++) row[h] = (row[h] as number) - OTHERS_COST
    own.forEach((h, k) => {
      if (h >= 0) row[h] = weighed[k] as number
    })
  }
}
