import { expect, test } from 'vitest'
import { namesPerson, nearName, sameName, samePlace } from './names.ts'

test.each([
  ['Hossein Dehqan', 'Hossein Dehghan', true],
  ['Rouhani', 'Hassan Rowhani', true],
  ['per:hassan-rouhani', 'Hassan Rouhani', true],
  ['Ayatollah Khamenei', 'Ali Khamenei', true],
  ['President Clinton', 'Bill Clinton', true],
  ['Hassan Rouhani', 'Ahmad Rouhani', false],
  ['Ilham Aliyev', 'Ilham Mammadov', false],
])('%s and %s are one: %s', (a, b, answer) => expect(sameName(a, b)).toBe(answer))

test('a text names a person by the last name, as a word', () => {
  expect(namesPerson("Iran's president Rouhani spoke.", 'Hassan Rouhani')).toBe(true)
  expect(namesPerson('The Rouhaniyat met.', 'Hassan Rouhani')).toBe(false)
})

test('places share a word that tells them apart', () => {
  expect(samePlace('Ankara', 'a street in Ankara')).toBe(true)
  expect(samePlace('the city of Gyumri', 'the city of Vanadzor')).toBe(false)
})

test.each([
  ['Giorgi Margvelashvili', 'Giorgi Marghvilashvili', true],
  ['Giorgi Margvelashvili', 'Nino Marghvilashvili', false],
  ['Margvelashvili', 'Giorgi Marghvilashvili', false],
  ['Ilham Aliyev', 'Ilham Akiyev', false],
])('%s may be a spelling of %s: %s', (a, b, answer) => expect(nearName(a, b)).toBe(answer))
