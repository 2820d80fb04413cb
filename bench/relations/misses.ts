/** Why a labelled turn was missed, from the series alone: one reason each, so that the misses can be counted by reason. */
import { type Balance, surgesOfKind, turnSettings } from '../../src/relations/index.ts'
import type { DataSet } from './event-files.ts'
import { type Detection, type LabelledTurn, windowOf } from './score-turns.ts'

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

const best = (balance: Balance, turn: LabelledTurn): { surge: number; day: number } => {
  const surges = surgesOfKind(balance, turn.kind)
  const [from, to] = windowOf(turn)
  let found = { surge: -Infinity, day: turn.start }
  for (let day = Math.max(from, balance.from); day <= to; day++) {
    const surge = surges[day - balance.from] ?? -Infinity
    if (surge > found.surge) found = { surge, day }
  }
  return found
}

export const whyMissed = (turn: LabelledTurn, sets: readonly DataSet[], detections: readonly Detection[]): string => {
  const [from, to] = windowOf(turn)
  const set = sets.find(one => from <= one.from + one.days && to >= one.from)
  const balance = set?.pairs.get(turn.dyad)
  if (!balance) return 'no rows of this pair in the data'
  let [rows, mine] = [0, 0]
  for (let day = Math.max(from, balance.from); day <= to; day++) {
    rows += balance.rows[day - balance.from] ?? 0
    const side = turn.kind === 'thaw' ? balance.cooperation : balance.conflict
    if (side[day - balance.from]) mine++
  }
  if (rows < 2) return `no trace: ${rows} rows in its window`
  if (mine < 2)
    return `no trace of its kind: ${mine} days with ${turn.kind === 'thaw' ? 'co-operation' : 'conflict'} among ${rows} rows`
  const { surge, day } = best(balance, turn)
  const t = turnSettings()
  if (surge < t.threshold) return `seen, below the bar: ${surge.toFixed(1)} of ${t.threshold} at ${iso(day)}`
  const stronger = detections.find(
    d =>
      d.dyad === turn.dyad &&
      Math.abs(d.day - day) <= (d.kind === turn.kind ? t.apart : t.other_kind) &&
      d.confidence >= surge - 1e-9,
  )
  return stronger
    ? `seen (${surge.toFixed(1)}), in the shadow of a stronger ${stronger.kind} of ${iso(stronger.day)}`
    : `seen (${surge.toFixed(1)}), its heaviest day outside the window`
}
