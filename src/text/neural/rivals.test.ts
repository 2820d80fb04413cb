import { expect, test } from 'vitest'
import { rivalsOf, weighRivals } from './rivals.ts'

/** Two words: the first between the root (4) and the second (3.5); the second sure of the first. */
const scores = () => Float32Array.of(4, 99, 3.5, -9, 8, 99)

test('rivals are the best heads within reach, best first, never the word itself', () => {
  expect([...rivalsOf(scores(), 2)]).toEqual([0, 2, -1, 1, -1, -1])
})

test('no more than three rivals', () => {
  const rivals = rivalsOf(
    Float32Array.from({ length: 30 }, (_, i) => 5 - (i % 6) / 10),
    5,
  )
  expect([...rivals.subarray(0, 3)]).toEqual([0, 2, 3])
  expect([...rivals.subarray(12, 15)]).toEqual([0, 1, 2])
})

test('a head whose relation is sure overtakes one that is slightly better by itself', () => {
  const own = scores()
  weighRivals(own, 2, rivalsOf(own, 2), Float32Array.of(-1, -0.125, 0, -2, 0, 0))
  expect(own[0]).toBeCloseTo(3)
  expect(own[2]).toBeCloseTo(3.375)
})

test('a word without rivals keeps its scores', () => {
  const own = scores()
  weighRivals(own, 2, rivalsOf(own, 2), Float32Array.of(-1, -0.125, 0, -2, 0, 0))
  expect([...own.subarray(3)]).toEqual([-9, 8, 99])
})
