import { expect, test } from 'vitest'
import { pairsOf } from './pairs-of.ts'

const claim = (...ids: string[]) => ({
  actors: ids.map(id => ({ id, mention: '', start: 0, end: 0, role: 'about' as const })),
})

test('the commonest pair first, in the order of the alphabet within; a pair in passing is left out', () => {
  const often = Array.from({ length: 10 }, () => claim('IRN', 'ARM'))
  expect(pairsOf([claim('IRN', 'AZE'), claim('AZE', 'IRN'), claim('AZE', 'RUS'), ...often])).toEqual([
    'ARM-IRN',
    'AZE-IRN',
  ])
})

test('only states make pairs, and a state named twice is one', () => {
  expect(pairsOf([claim('IRN', 'per:hossein-dehqan', 'IRN')])).toEqual([])
  expect(pairsOf([])).toEqual([])
})
