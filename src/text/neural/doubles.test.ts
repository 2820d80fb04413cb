import { expect, test } from 'vitest'
import { type Change, groupsOf, settleDoubles } from './doubles.ts'

const RELATIONS = ['root', 'nsubj', 'nsubj:pass', 'obj', 'obl', 'nsubj:outer']
const [ROOT, SUBJECT, PASSIVE, OBJECT, OBLIQUE, OUTER] = [0, 1, 2, 3, 4, 5] as const

const settled = (heads: number[], relations: number[], changes: Record<number, Change[]>) => {
  const tree = { heads: Int32Array.of(0, ...heads), relations: Int32Array.of(0, ...relations) }
  settleDoubles(tree.heads, tree.relations, groupsOf(RELATIONS), word => changes[word] ?? [])
  return [[...tree.heads.subarray(1)], [...tree.relations.subarray(1)]]
}

test('of two subjects, active or passive, the one that loses least gives way', () => {
  const change = (cost: number) => [
    { head: 2, relation: SUBJECT, cost: 0 },
    { head: 2, relation: OBLIQUE, cost },
  ]
  expect(settled([2, 0, 2], [SUBJECT, ROOT, PASSIVE], { 1: change(3), 3: change(1) })).toEqual([
    [2, 0, 2],
    [SUBJECT, ROOT, OBLIQUE],
  ])
})

test('a place that is taken, and a head that would close a circle, are passed over', () => {
  // 1 and 2 are subjects of 3; 4 is the object of 3; 5 hangs from 1.
  const changes = [
    { head: 3, relation: OBJECT, cost: 1 },
    { head: 5, relation: SUBJECT, cost: 2 },
    { head: 4, relation: SUBJECT, cost: 3 },
  ]
  expect(settled([3, 3, 0, 3, 1], [SUBJECT, SUBJECT, ROOT, OBJECT, OBLIQUE], { 1: changes })).toEqual([
    [4, 3, 0, 3, 1],
    [SUBJECT, SUBJECT, ROOT, OBJECT, OBLIQUE],
  ])
})

test('an outer subject beside an inner one, and many obliques, stay', () => {
  const heads = [3, 3, 0, 3, 3]
  const relations = [OUTER, SUBJECT, ROOT, OBLIQUE, OBLIQUE]
  expect(settled(heads, relations, {})).toEqual([heads, relations])
})

test('two subjects of which neither can be read otherwise stay', () => {
  const heads = [3, 3, 0]
  expect(settled(heads, [SUBJECT, SUBJECT, ROOT], {})).toEqual([heads, [SUBJECT, SUBJECT, ROOT]])
})
