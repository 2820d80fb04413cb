import type { FeatureList } from './hashing.ts'

/** Scores the classes of one decision: the sum of the weights of the features that are present. */
export interface Scorer {
  readonly classes: readonly string[]
  /** Fills `scores` (one cell a class). */
  score(features: FeatureList, scores: Float64Array): void
}

/**
 * Weights ship as one byte each. Most are small and a few are a hundred times larger, so that the byte is the square root of
 * the weight: fine steps near zero, coarse ones far out. `share` is the weight as a part of the heaviest, -1 to 1.
 */
export const codeOf = (share: number): number => Math.round(Math.sign(share) * Math.sqrt(Math.abs(share)) * 127)

const WEIGHT_OF_CODE = Float32Array.from({ length: 256 }, (_, i) => (i - 128) * Math.abs(i - 128))

/** A trained model as stored: features by ascending hash; of each, `counts[i]` pairs of class and weight code. */
export interface StoredModel {
  readonly classes: readonly string[]
  readonly hashes: Int32Array
  readonly counts: Uint8Array
  readonly pairClasses: Uint8Array
  readonly pairCodes: Int8Array
}

/** Scores with a stored model through an open-addressing table from hash to pairs. */
export const scorerOf = (model: StoredModel): Scorer => {
  const { hashes, counts, pairClasses, pairCodes } = model
  const pairWeights = Float32Array.from(pairCodes, code => WEIGHT_OF_CODE[code + 128] as number)
  let size = 1024
  while (size < hashes.length * 2) size *= 2
  const mask = size - 1
  const keys = new Int32Array(size)
  // Where the pairs of a slot's feature start and end; an empty slot has start === end, as every stored feature has a pair.
  const starts = new Uint32Array(size)
  const ends = new Uint32Array(size)
  let offset = 0
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number
    let slot = hash & mask
    while (starts[slot] !== ends[slot]) slot = (slot + 1) & mask
    keys[slot] = hash
    starts[slot] = offset
    offset += counts[i] as number
    ends[slot] = offset
  }
  return {
    classes: model.classes,
    score(features, scores) {
      scores.fill(0)
      const present = features.hashes
      for (let i = 0; i < features.length; i++) {
        const hash = present[i] as number
        let slot = hash & mask
        let start = starts[slot] as number
        let end = ends[slot] as number
        while (start !== end && keys[slot] !== hash) {
          slot = (slot + 1) & mask
          start = starts[slot] as number
          end = ends[slot] as number
        }
        for (let pair = start; pair < end; pair++) {
          const cell = pairClasses[pair] as number
          scores[cell] = (scores[cell] as number) + (pairWeights[pair] as number)
        }
      }
    },
  }
}
