import { expect, test } from 'vitest'
import { likelihoodWord, normalShare } from './likelihood.ts'

test.each([
  [0, 0.5],
  [1.645, 0.95],
  [-1.645, 0.05],
  [1, 0.8413],
  [4, 0.99997],
])('the share of a standard normal below %d', (z, share) => expect(normalShare(z)).toBeCloseTo(share, 4))

test.each([
  [0.5, 'roughly even chance'],
  [0.56, 'likely'],
  [0.8, 'likely'],
  [0.81, 'very likely'],
  [0.96, 'almost certainly'],
  [0.1, 'very unlikely'],
  [0, 'almost no chance'],
])('a chance of %d is %s', (p, word) => expect(likelihoodWord(p)).toBe(word))
