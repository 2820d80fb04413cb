import { expect, test } from 'vitest'
import { claimsOf } from './one-sentence.fixture.ts'

const negatedOf = (sentence: string): boolean[] => claimsOf(sentence).map(c => c.negated)

test.each([
  'Norway has never recognised the border with Sweden.',
  'Norway is not a member of the European Union.',
  'Relations with Sweden have never been closer than those with Denmark.',
])('denied: %s', sentence => expect(negatedOf(sentence)).toContain(true))

test.each(['Relations between Norway and Sweden have never been closer.', 'Ties with Sweden could hardly be worse.'])(
  'a superlative, no denial: %s',
  sentence => expect(negatedOf(sentence)).toEqual([false]),
)
