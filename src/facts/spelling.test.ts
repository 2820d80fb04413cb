import { expect, test } from 'vitest'
import { personIdFromName, spellingKey } from './index.ts'

test.each([
  ['Dehghan', 'Dehqan'],
  ['Rouhani', 'Ruhani'],
  ['Rowhani', 'Rouhani'],
  ['Aliyev', 'Aliev'],
  ['Erdoğan', 'Erdogan'],
  ['Bashar al-Assad', 'Bashar Assad'],
  ['Mohammad Khatami', 'Mohammed Khatami'],
  ['Zelenskyy', 'Zelensky'],
])('%s and %s are one', (a, b) => expect(spellingKey(a)).toBe(spellingKey(b)))

test.each([
  ['Rouhani', 'Rafsanjani'],
  ['Sargsyan', 'Kocharyan'],
  ['Modi', 'Meir'],
])('%s and %s are two', (a, b) => expect(spellingKey(a)).not.toBe(spellingKey(b)))

test('an id from a name', () => expect(personIdFromName("Moshe Ya'alon")).toBe('per:moshe-yaalon'))
