/** Why a labelled turn was missed, from the series alone: one reason each, so that the misses can be counted by reason. */
import { type Balance, type DataSet, strengthsOfKind, turnSettings } from '../../src/relations/index.ts'
import { type Detection, type LabelledTurn, windowOf } from './score-turns.ts'

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

const best = (balance: Balance, turn: LabelledTurn): { surge: number; day: number } => {
  const surges = strengthsOfKind(balance, turn.kind)
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
  const rowsIn = ({ balance: b }: DataSet): number => {
    let rows = 0
    for (let day = Math.max(from, b.from); day <= to; day++) rows += b.rows[day - b.from] ?? 0
    return rows
  }
  const [set] = [...sets].sort((a, b) => rowsIn(b) - rowsIn(a))
  if (!set) return 'no rows of this pair in the data'
  const { balance } = set
  const rows = rowsIn(set)
  let mine = 0
  for (let day = Math.max(from, balance.from); day <= to; day++) {
    const side = turn.kind === 'thaw' ? balance.cooperation : balance.conflict
    if (side[day - balance.from]) mine++
  }
  if (rows < 2) return `no trace: ${rows} rows in its window`
  if (mine < 2)
    return `no trace of its kind: ${mine} days with ${turn.kind === 'thaw' ? 'co-operation' : 'conflict'} among ${rows} rows`
  const { surge, day } = best(balance, turn)
  const t = turnSettings()
  if (surge < 1) return `seen, below the bar: ${surge.toFixed(2)} of what is asked, at ${iso(day)}`
  const stronger = detections.find(
    d =>
      d.dyad === turn.dyad &&
      Math.abs(d.day - day) <= (d.kind === turn.kind ? t.apart : t.other_kind) &&
      d.confidence >= surge / (surge + 1) - 1e-9,
  )
  if (stronger)
    return `seen (${surge.toFixed(1)}), in the shadow of a stronger ${stronger.kind} of ${iso(stronger.day)}`
  return `seen (${surge.toFixed(1)}), its heaviest day outside the window, or tending a quarrel of the same fortnight`
}
