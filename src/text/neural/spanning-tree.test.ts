import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTree } from './spanning-tree.ts'

/** All trees of n words with one root. */
const allTrees = (n: number): number[][] => {
  const trees: number[][] = []
  const heads = [0]
  const grow = (d: number) => {
    if (d > n) {
      if (isTree(heads, n)) trees.push([...heads])
      return
    }
    for (let h = 0; h <= n; h++) {
      if (h === d) continue
      heads[d] = h
      grow(d + 1)
    }
  }
  grow(1)
  return trees
}

const isTree = (heads: ArrayLike<number>, n: number): boolean => {
  let roots = 0
  for (let d = 1; d <= n; d++) {
    if (heads[d] === 0) roots++
    let steps = 0
    for (let up = d; up !== 0; up = heads[up] ?? 0) if (++steps > n) return false
  }
  return roots === 1
}

const trees = [0, 1, 2, 3, 4, 5].map(n => (n === 0 ? [] : allTrees(n)))

test('no tree scores higher', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 36, maxLength: 36 }),
      (n, scores) => {
        const score = (d: number, h: number) => scores[d * 6 + h] ?? 0
        const total = (heads: ArrayLike<number>) => {
          let sum = 0
          for (let d = 1; d <= n; d++) sum += score(d, heads[d] ?? 0)
          return sum
        }
        const found = bestTree(n, score)
        expect(isTree(found, n)).toBe(true)
        expect(total(found)).toBe(Math.max(...(trees[n] ?? []).map(total)))
      },
    ),
    { numRuns: 300 },
  )
})

test('scores of long sentences give one tree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 120 }), fc.integer(), (n, seed) => {
      const found = bestTree(n, (d, h) => Math.sin(d * 12.9898 + h * 78.233 + (seed % 1000)) * 10)
      expect(isTree(found, n)).toBe(true)
    }),
    { numRuns: 20 },
  )
})
