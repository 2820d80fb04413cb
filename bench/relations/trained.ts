/**
 * A small trained combination: a logistic rank of candidate windows by what is known of each. Trained on the labelled dyads of other folds
 * alone; `features` says what it looks at.
 */
import { type Balance, damp, sumsOf, type TurnKind, turnSettings } from '../../src/relations/index.ts'
import { type Labels, windowOf, yearOf } from './score-turns.ts'

export interface Candidate {
  readonly dyad: string
  readonly kind: TurnKind
  readonly day: number
  readonly features: readonly number[]
}

/** What a window is ranked by, all logarithms of (1 + x) but the shares. */
export const FEATURES = [
  'how far the window exceeds what is usual',
  'mass of the window',
  "mass of the pair's own window",
  'usual mass of late',
  'days of the kind in the window',
  'mass of the heaviest day',
  'mass of the other kind in the window',
  'share of conflict in the years around',
  'mass of the kind in the 120 days after',
  'thaw',
] as const

const LEAST = 0.45
const APART = 45

/** The heaviest windows of each side, none within `APART` days of a heavier one. */
export const candidatesOf = (dyad: string, b: Balance): Candidate[] => {
  const t = turnSettings()
  const sums = sumsOf(b, t.damping)
  const n = b.rows.length
  return (['thaw', 'rupture'] as const).flatMap(kind => {
    const [mine, other] = kind === 'thaw' ? [sums.cooperation, sums.conflict] : [sums.conflict, sums.cooperation]
    const raw = kind === 'thaw' ? b.cooperation : b.conflict
    const between = (list: Float64Array | Uint32Array, i: number, j: number): number =>
      (list[Math.min(n, Math.max(0, j))] ?? 0) - (list[Math.min(n, Math.max(0, i))] ?? 0)
    const found: { i: number; surge: number; day: number; own: number; recent: number; mass: number }[] = []
    for (let i = 0; i < n; i++) {
      const mass = between(mine, i, i + t.window)
      if (mass < LEAST) continue
      const own =
        between(mine, i - t.own_past, i + t.own_past) / Math.max(1, between(sums.seen, i - t.own_past, i + t.own_past))
      const recent =
        (between(mine, i - t.past, i) + t.pull_days * own) / (between(sums.seen, i - t.past, i) + t.pull_days)
      const surge = (mass - t.window * recent) / (t.window * own + 1)
      if (surge < LEAST) continue
      let day = i
      for (let j = i; j < Math.min(n, i + t.window); j++) if ((raw[j] ?? 0) > (raw[day] ?? 0)) day = j
      found.push({ i, surge, day, own, recent, mass })
    }
    const kept: typeof found = []
    for (const one of found.sort((x, y) => y.surge - x.surge || x.i - y.i))
      if (kept.every(({ day }) => Math.abs(day - one.day) > APART)) kept.push(one)
    return kept.map(({ i, surge, day, own, recent, mass }) => {
      let days = 0
      for (let j = i; j < Math.min(n, i + t.window); j++) if ((raw[j] ?? 0) > 0) days++
      const [bad, good] = [
        between(sums.conflict, i - t.own_past, i + t.own_past),
        between(sums.cooperation, i - t.own_past, i + t.own_past),
      ]
      const logs = [surge, mass, t.window * own, t.window * recent, days].map(x => Math.log1p(Math.max(0, x)))
      return {
        dyad,
        kind,
        day: b.from + day,
        features: [
          ...logs,
          damp(raw[day] ?? 0, b.ordinary, t.damping),
          Math.log1p(between(other, i, i + t.window)),
          (bad + 0.5) / (bad + good + 2),
          Math.log1p(between(mine, i + t.window, i + t.window + 120)),
          kind === 'thaw' ? 1 : 0,
        ],
      }
    })
  })
}

/** 1 in the window of a turn of the kind; unlabelled years weigh half, since nobody says that nothing happened. */
export const labelled = (labels: Labels, c: Candidate): { y: number; weight: number } => {
  const hit = labels.turns.some(turn => {
    const [from, to] = windowOf(turn)
    return turn.dyad === c.dyad && turn.kind === c.kind && c.day >= from && c.day <= to
  })
  const year = yearOf(c.day)
  const known =
    labels.quiet.some(q => q.dyad === c.dyad && q.year === year) ||
    labels.turns.some(turn => turn.dyad === c.dyad && yearOf(turn.start) <= year && year <= yearOf(turn.end))
  return { y: hit ? 1 : 0, weight: hit || known ? 1 : 0.5 }
}

export type Rank = (features: readonly number[]) => number

const ROUNDS = 400
const STEP = 0.5
const SHRINK = 10

/** Logistic regression on standardised features, by plain gradient steps: deterministic. */
export const train = (rows: readonly { x: readonly number[]; y: number; weight: number }[]): Rank => {
  const width = FEATURES.length
  const mean = FEATURES.map((_, k) => rows.reduce((sum, { x }) => sum + (x[k] ?? 0), 0) / rows.length)
  const spread = FEATURES.map((_, k) =>
    Math.sqrt(rows.reduce((sum, { x }) => sum + ((x[k] ?? 0) - (mean[k] ?? 0)) ** 2, 0) / rows.length + 1e-9),
  )
  const scaled = (x: readonly number[]): number[] => x.map((value, k) => (value - (mean[k] ?? 0)) / (spread[k] ?? 1))
  const z = rows.map(({ x }) => scaled(x))
  const beta = new Float64Array(width + 1)
  const rank = (x: readonly number[]): number => {
    let sum = beta[width] ?? 0
    for (let k = 0; k < width; k++) sum += (beta[k] ?? 0) * (x[k] ?? 0)
    return sum
  }
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(width + 1)
    for (let i = 0; i < rows.length; i++) {
      const [row, x] = [rows[i], z[i] ?? []]
      if (!row) continue
      const error = row.weight * (1 / (1 + Math.exp(-rank(x))) - row.y)
      for (let k = 0; k < width; k++) slope[k] = (slope[k] ?? 0) + error * (x[k] ?? 0)
      slope[width] = (slope[width] ?? 0) + error
    }
    for (let k = 0; k <= width; k++) {
      const shrink = k < width ? SHRINK * (beta[k] ?? 0) : 0
      beta[k] = (beta[k] ?? 0) - (STEP * 20 * ((slope[k] ?? 0) + shrink)) / total
    }
  }
  return features => rank(scaled(features))
}
