/** Logistic regression over named features, by AdaGrad; weights are averaged over the second half of the epochs. */
import type { Weights } from '../src/text/weights.ts'

export interface Example {
  readonly features: readonly string[]
  readonly yes: boolean
  /** What is known before any feature is weighed. */
  readonly start?: number
}

export interface LogisticOptions {
  /** Features seen less often are not learned. */
  readonly least: number
  readonly epochs: number
}

const RATE = 0.15
/** Pull towards zero. */
const SHRINK = 0.005

/** A sequence that is the same in every run. */
const chanceFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const shuffled = <T>(list: readonly T[], chance: () => number): T[] => {
  const mixed = [...list]
  for (let i = mixed.length - 1; i > 0; i--) {
    const k = Math.floor(chance() * (i + 1))
    ;[mixed[i], mixed[k]] = [mixed[k] as T, mixed[i] as T]
  }
  return mixed
}

export const learnWeights = (examples: readonly Example[], { least, epochs }: LogisticOptions): Weights => {
  const counts = new Map<string, number>()
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, n]) => n >= least).map(([name]) => name)
  const rows = new Map(names.map((name, row) => [name, row]))
  const numbered = examples.map(({ features, yes, start = 0 }) => ({
    yes,
    start,
    features: Uint32Array.from(features.flatMap(name => rows.get(name) ?? [])),
  }))
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-6)
  const sums = new Float64Array(names.length)
  const chance = chanceFrom(2014)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, yes, start } of shuffled(numbered, chance)) {
      let score = start
      for (const row of features) score += weights[row] as number
      const slope = 1 / (1 + Math.exp(-score)) - (yes ? 1 : 0)
      if (Math.abs(slope) < 1e-3) continue
      for (const row of features) {
        squares[row] = (squares[row] as number) + slope * slope
        const step = slope + Math.sign(weights[row] as number) * SHRINK
        weights[row] = (weights[row] as number) - (RATE * step) / Math.sqrt(squares[row] as number)
      }
    }
    if (epoch >= epochs / 2)
      for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] as number) + (weights[row] as number)
  }
  return new Map(names.map((name, row) => [name, (sums[row] as number) / (epochs / 2)]))
}
