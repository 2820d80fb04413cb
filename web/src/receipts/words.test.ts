import { expect, test } from 'vitest'
import { classOf, counted, leaningOf, linkOf, signed } from './words.ts'

test.each([
  ['https://example.org/a?b=c', true],
  ['http://example.org', true],
  ['javascript:alert(1)', false],
  ['data:text/html,<script>', false],
  [' https://example.org', false],
  ['https://a b', false],
  ['//example.org', false],
  ['', false],
])('%s is a link: %s', (url, is) => expect(linkOf(url) !== null).toBe(is))

test('every type has its class', () => {
  expect(classOf({ type: 'ASSAULT' })).toBe('deeds of conflict')
  expect(classOf({ type: 'CONSULT' })).toBe('words of co-operation')
  expect(classOf({ type: null })).toBe('no type')
  expect([leaningOf({ type: 'AID' }), leaningOf({ type: 'REJECT' }), leaningOf({ type: null })]).toEqual([1, -1, 0])
})

test('numbers as they are read', () => {
  expect([signed(1.25), signed(-0.5), signed(0)]).toEqual(['+1.3', '−0.5', '±0.0'])
  expect([counted(1, 'event'), counted(1204, 'event'), counted(2, 'day')]).toEqual([
    '1 event',
    '1,204 events',
    '2 days',
  ])
})
