import { expect, test } from 'vitest'
import type { Mover } from '../api/types.ts'
import { busiestStates, matrixOf } from './matrix.ts'

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
