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

/** A trained model as stored: features by ascending unsigned hash; of each, `counts[i]` pairs of class and weight code. */
export interface StoredModel {
  readonly classes: readonly string[]
  readonly hashes: Uint32Array
  readonly counts: Uint8Array
  readonly pairClasses: Uint8Array
  readonly pairCodes: Int8Array
}

/** How many bits of a hash's top choose its bucket: about one feature a bucket. */
const bucketBits = (features: number): number => Math.min(24, Math.max(8, Math.ceil(Math.log2(features + 1))))

/**
 * Scores with a stored model. As the hashes are sorted, the top bits of a hash lead to the few features that share them: the
 * index is one pass over the file's columns, with nothing to insert.
 */
export const scorerOf = (model: StoredModel): Scorer => {
  const { hashes, counts, pairClasses, pairCodes } = model
  const shift = 32 - bucketBits(hashes.length)
  const buckets = new Uint32Array(2 ** (32 - shift) + 1)
  const pairStarts = new Uint32Array(hashes.length + 1)
  for (let i = 0; i < hashes.length; i++) {
    const bucket = (hashes[i] as number) >>> shift
    buckets[bucket + 1] = i + 1
    pairStarts[i + 1] = (pairStarts[i] as number) + (counts[i] as number)
  }
  for (let i = 1; i < buckets.length; i++) if (buckets[i] === 0) buckets[i] = buckets[i - 1] as number

  return {
    classes: model.classes,
    score(features, scores) {
      scores.fill(0)
      for (let f = 0; f < features.length; f++) {
        const hash = (features.hashes[f] as number) >>> 0
        const end = buckets[(hash >>> shift) + 1] as number
        let i = buckets[hash >>> shift] as number
        while (i < end && hashes[i] !== hash) i++
        if (i === end) continue
        const last = pairStarts[i + 1] as number
        for (let pair = pairStarts[i] as number; pair < last; pair++) {
          const cell = pairClasses[pair] as number
          scores[cell] = (scores[cell] as number) + (WEIGHT_OF_CODE[(pairCodes[pair] as number) + 128] as number)
        }
      }
    },
  }
}
