import { expect, test } from 'vitest'
import { keep } from './kept.ts'

test('what was not asked for longest is forgotten first; what is too heavy is not kept', () => {
  const kept = keep<string>(10, text => text.length)
  kept.set('a', 'aaaa')
  kept.set('b', 'bbbb')
  expect(kept.get('a')).toBe('aaaa')
  kept.set('c', 'cccc')
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['aaaa', undefined, 'cccc'])
  kept.set('d', 'much too heavy')
  expect([kept.get('a'), kept.get('d')]).toEqual(['aaaa', undefined])
  kept.set('a', 'a')
  kept.set('e', 'eeeee')
  expect([kept.get('a'), kept.get('c'), kept.get('e')]).toEqual(['a', 'cccc', 'eeeee'])
})
