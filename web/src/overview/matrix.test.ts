import { expect, test } from 'vitest'
import type { Mover } from '../api/types.ts'
import { busiestStates, matrixOf, stepped } from './matrix.ts'

const mover = (dyad: string): Mover => ({
  dyad,
  source: null,
  direction: 'steady',
  likelihood: 'likely',
  chance: 0.5,
  change: { value: 0, low: -1, high: 1 },
  phase: null,
})
const MOVERS = [mover('ARM-AZE'), mover('AZE-IRN'), mover('IRN-ISR')]

test('a pair is one cell, seen from either state', () => {
  const rows = matrixOf(['IRN', 'AZE', 'GEO'], MOVERS)
  expect(
    rows.map(({ state, cells }) => [
      state,
      cells.map(cell => cell && [cell.a, cell.b, cell.mover?.dyad ?? ''].join(' ')),
    ]),
  ).toEqual([
    ['IRN', [null, 'AZE IRN AZE-IRN', 'GEO IRN ']],
    ['AZE', ['AZE IRN AZE-IRN', null, 'AZE GEO ']],
    ['GEO', ['GEO IRN ', 'AZE GEO ', null]],
  ])
})

test('states with most to tell come first', () => {
  expect(busiestStates(MOVERS, 3)).toEqual(['AZE', 'IRN', 'ARM'])
  expect(busiestStates([], 3)).toEqual([])
})

test('arrows lead from cell to cell, over the diagonal, and end at the edge', () => {
  expect(stepped([0, 1], 'ArrowRight', 3)).toEqual([0, 2])
  expect(stepped([1, 0], 'ArrowRight', 3)).toEqual([1, 2])
  expect(stepped([0, 1], 'ArrowDown', 3)).toEqual([2, 1])
  expect(stepped([2, 0], 'ArrowUp', 3)).toEqual([1, 0])
  expect(stepped([0, 1], 'ArrowLeft', 3)).toBeNull()
  expect(stepped([0, 2], 'ArrowRight', 3)).toBeNull()
  expect(stepped([0, 1], 'Tab', 3)).toBeNull()
})
