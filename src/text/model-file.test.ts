import { expect, test } from 'vitest'
import { FeatureList } from './hashing.ts'
import { codeOf, scorerOf } from './linear-model.ts'
import { decodeModel, encodeModel } from './model-file.ts'

const features = new FeatureList()
features.add(1, 7)
features.add(2, -5)
const hashes = Uint32Array.from(features.hashes.slice(0, 2), hash => hash >>> 0).sort()

const model = {
  classes: ['a', 'b', 'c'],
  hashes,
  counts: Uint8Array.from([1, 2]),
  pairClasses: Uint8Array.from([0, 0, 2]),
  pairCodes: Int8Array.from([codeOf(1), codeOf(-0.25), codeOf(0.5)]),
}

test('a model comes back from its file as it was', () => {
  expect(decodeModel(encodeModel(model))).toEqual(model)
})

test('scores are sums of weights of known features', () => {
  const scores = new Float64Array(3)
  features.add(3, 99)
  scorerOf(decodeModel(encodeModel(model))).score(features, scores)
  expect((scores[0] ?? 0) / 127 ** 2).toBeCloseTo(0.75, 1)
  expect(scores[1]).toBe(0)
  expect((scores[2] ?? 0) / 127 ** 2).toBeCloseTo(0.5, 1)
})
