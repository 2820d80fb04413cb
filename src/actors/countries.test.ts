import { expect, test } from 'vitest'
import { actorName, nearestNames, resolveCountry } from './index.ts'

test.each([
  ['AZE', 'AZE'],
  ['az', 'AZE'],
  ['azerbaijan', 'AZE'],
  ['Azeri', 'AZE'],
  ['Baku', 'AZE'],
  ['the United States', 'USA'],
  ['us', 'USA'],
  ['Persia', 'IRN'],
  ["Cote d'Ivoire", 'CIV'],
  ['USSR', 'SUN'],
  ['XKX', 'XKX'],
  ['Guinea', 'GIN'],
  ['Niger', 'NER'],
])('%s is %s', (name, id) => expect(resolveCountry(name)).toEqual({ id }))

test.each(['Georgia', 'congo', 'Korea', 'Dominican'])('%s asks back', name => {
  const answer = resolveCountry(name)
  expect(answer && 'rivals' in answer ? answer.rivals.length : 0).toBeGreaterThan(1)
})

test('Georgia lists the code to type', () =>
  expect(resolveCountry('Georgia')).toMatchObject({ rivals: [{ id: 'GEO', name: 'Georgia' }, {}] }))

test('nothing fits Atlantis', () => expect(resolveCountry('Atlantis')).toBeNull())
test('near names', () => {
  expect(nearestNames('Azerbijan')[0]).toBe('Azerbaijan')
  expect(nearestNames('Irann')).toEqual(['Iran'])
})

test.each([
  ['AZE', 'Azerbaijan'],
  ['org:osce-minsk-group', 'the OSCE Minsk Group'],
  ['per:hossein-dehqan', 'Hossein Dehqan'],
  ['per:nobody-of-note', 'Nobody Of Note'],
])('%s is called %s', (id, name) => expect(actorName(id)).toBe(name))
