import type { Balance } from './balance.ts'

/**
 * Published scores of a pair and day (one signed number, both directions together) as a balance. A score says neither which
 * part was conflict nor how many rows stand behind it: a day's sign decides where all of it goes, and a day counts as one row.
 */
export interface DayScore {
  readonly day: number
  readonly score: number
}

/** The mean size of scores, days of 0 left out: over a whole data set what an ordinary day weighs there. */
export const ordinaryScore = (scores: Iterable<DayScore>): number => {
  let [sum, days] = [0, 0]
  for (const { score } of scores) {
    if (score === 0) continue
    sum += Math.abs(score)
    days++
  }
  return days === 0 ? 1 : sum / days
}

const FIRST_DAYS = 30

/**
 * What an ordinary day of one pair weighs: the mean size of its first scores. Enough to find turns in any unit, and what comes later
 * does not change it.
 */
export const ordinaryOfPair = (scores: readonly DayScore[]): number =>
  ordinaryScore(
    scores
      .filter(({ score }) => score !== 0)
      .sort((a, b) => a.day - b.day)
      .slice(0, FIRST_DAYS),
  )

/** `seen`: days on which the data set has a row of any pair; a copy is not taken. */
export const balanceOfScores = (
  scores: Iterable<DayScore>,
  { from, days, ordinary, seen }: { from: number; days: number; ordinary: number; seen?: Uint8Array },
): Balance => {
  const [cooperation, conflict] = [new Float64Array(days), new Float64Array(days)]
  const rows = new Uint32Array(days)
  for (const { day, score } of scores) {
    const i = day - from
    if (i < 0 || i >= days) continue
    if (score > 0) cooperation[i] = (cooperation[i] ?? 0) + score
    else conflict[i] = (conflict[i] ?? 0) - score
    rows[i] = (rows[i] ?? 0) + 1
  }
  return { from, cooperation, conflict, rows, seen: seen ?? new Uint8Array(days).fill(1), ordinary }
}
