/** Steps of a lead in a score of 1. */
const LEAD_STEPS = 8
/** Whole steps, so that they pack into a byte. */
const MOST = 127

/** By how much the best tag of a name beats the best other one, in eighths of a score; `scores` from `from` on, a score a tag. */
export const leadOfNames = (scores: Float32Array, from: number, isName: readonly boolean[]): number => {
  let name = Number.NEGATIVE_INFINITY
  let other = Number.NEGATIVE_INFINITY
  for (let t = 0; t < isName.length; t++) {
    const score = scores[from + t] as number
    if (isName[t]) name = Math.max(name, score)
    else other = Math.max(other, score)
  }
  return Math.max(-MOST, Math.min(MOST, Math.round((name - other) * LEAD_STEPS)))
}
