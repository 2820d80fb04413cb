import { expect, test } from 'vitest'
import { headsByRule, type MarkKind, markKind } from './marks.ts'

/** Words as `form/head`, marks as `form/head/XPOS`; the result has the rules' heads. */
const ruled = (sentence: string) => {
  const words = sentence.split(' ').map(word => word.split('/'))
  const heads = Int32Array.from([0, ...words.map(([, head]) => Number(head))])
  const marks: (MarkKind | undefined)[] = [undefined, ...words.map(([, , xpos]) => (xpos ? markKind(xpos) : undefined))]
  return [...headsByRule(heads, marks).subarray(1)]
}

test('a comma behind a clause hangs from the clause, not from the main verb', () => {
  expect(ruled('When/3 he/3 left/7 ,/7/, the/6 talks/7 ended/0 ./7/.')).toEqual([0, 0, 0, 3, 0, 0, 0, 0])
})

test('a comma between conjuncts hangs from the second', () => {
  expect(ruled('Iran/0 ,/1/, Iraq/1 and/5 Oman/1')).toEqual([0, 3, 0, 0, 0])
})

test('brackets and quotation marks hang from the head of what they enclose, also within each other', () => {
  expect(ruled("the/2 accord/0 ``/2/`` (/2/-LRB- now/6 void/2 )/2/-RRB- ''/2/''")).toEqual([0, 0, 6, 6, 0, 0, 6, 6])
})

test('a mark stays on any head that crosses no arc on its way up', () => {
  expect(ruled('He/2 left/0 the/4 talks/2 ,/2/,')).toEqual([0, 0, 0, 0, 0])
  expect(ruled('He/2 left/0 the/4 talks/2 ,/4/,')).toEqual([0, 0, 0, 0, 0])
})

test('a closing mark that nothing opened is like any other, and marks alone are left as they are', () => {
  expect(ruled("He/2 left/0 ''/1/''")).toEqual([0, 0, 2])
  expect(ruled('(/0/-LRB- ./1/. )/1/-RRB-')).toEqual([0, 0, 0])
})
