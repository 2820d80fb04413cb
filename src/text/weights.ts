/** Logistic models: a weight for each feature, by its name, and the file that holds them. */
import { gunzipSync, gzipSync } from 'node:zlib'

export type Weights = ReadonlyMap<string, number>

/** The weight of features together; what is unknown weighs nothing. */
export const weightOf = (features: readonly string[], weights: Weights): number =>
  features.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0)

interface Stored {
  readonly format: string
  /** Features by their weight in twentieths. */
  readonly weights: Readonly<Record<string, readonly string[]>>
}

const STEPS = 20

export const encodeWeights = (format: string, weights: Weights): Buffer => {
  const byWeight = new Map<string, string[]>()
  for (const [name, weight] of weights) {
    const rounded = String(Math.round(weight * STEPS))
    if (rounded !== '0' && rounded !== '-0') byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), name])
  }
  const sorted = [...byWeight].map(([weight, names]) => [weight, names.sort()] as const).sort()
  const stored: Stored = { format, weights: Object.fromEntries(sorted) }
  return gzipSync(Buffer.from(JSON.stringify(stored)), { level: 9 })
}

export const decodeWeights = (format: string, file: Uint8Array): Weights => {
  const stored = JSON.parse(gunzipSync(file).toString('utf8')) as Stored
  if (stored.format !== format) throw new Error(`not weights of ${format}: format ${String(stored.format)}`)
  return new Map(
    Object.entries(stored.weights).flatMap(([weight, names]) =>
      names.map((name): [string, number] => [name, Number(weight) / STEPS]),
    ),
  )
}
