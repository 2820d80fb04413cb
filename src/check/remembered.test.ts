import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('the same text is worked on once; as many others as there may be push it out, and a whole document is not kept', () => {
  const worked: string[] = []
  const upper = remembered(text => {
    worked.push(text)
    return text.toUpperCase()
  })
  expect([upper('a'), upper('a'), upper('b')]).toEqual(['A', 'A', 'B'])
  expect(worked).toEqual(['a', 'b'])
  const long = 'x'.repeat(3000)
  expect(upper(long)).toBe(upper(long))
  expect(worked.filter(text => text === long)).toHaveLength(2)
  for (let i = 0; i < 20_000; i += 1) upper(`word ${i}`)
  expect(upper('a')).toBe('A')
  expect(worked.filter(text => text === 'a')).toHaveLength(2)
})
