import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentKeys, keysOf, stem, termKey, typesOf } from './terms.ts'

describe('forms of a word have one key', () => {
  test.each([
    'visit visits visited visiting',
    'agree agreed agreement agreements',
    'annex annexed annexation',
    'accuse accused accusation accusing',
    'negotiate negotiated negotiation negotiator',
    'terrorist terrorists terrorism',
    'receive received receiving meet met meeting',
    'religion religious cleric',
    'economy economic trade',
    'died dead deaths killed',
    'threat threaten threatened',
    'settlement settle settled resolution',
    'earthquake earthquakes',
    'deploy deployment intervened peacekeepers',
  ])('%s', words => expect(new Set(words.split(' ').map(termKey)).size).toBe(1))
})

describe('words that only look alike do not', () => {
  test.each([
    ['treaty', 'treatment'],
    ['three', 'threat'],
    ['foreign', 'foreigner'],
    ['tour', 'tourism'],
    ['close', 'closed'],
    ['war', 'clash'],
    ['minister', 'ministry'],
  ])('%s, %s', (a, b) => expect(termKey(a)).not.toBe(termKey(b)))
})

test('stems are stable: the stem of a stem is itself or shorter by a doubled letter', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,12}$/), word => {
      expect(stem(word).length).toBeLessThanOrEqual(word.length + 1)
      expect(stem(word).length).toBeGreaterThan(1)
    }),
  ))

test('names, weak words and years tell nothing of what a claim is about', () =>
  expect(contentKeys(['The two countries signed a gas deal with Baku in 2014'], ['Baku'])).toEqual([
    'sign',
    'pipelin',
    termKey('deal'),
  ]))

test('a hyphenated word counts whole and in parts', () =>
  expect([...keysOf('Shia-majority')]).toEqual(expect.arrayContaining(['shia', termKey('majority')])))

test.each([
  ['visited the capital', 'CONSULT'],
  ['signed a treaty', 'AGREE'],
  ['imposed an embargo', 'SANCTION'],
  ['troops invaded the province', 'ASSAULT'],
  ['sent humanitarian aid', 'AID'],
  ['warned of war', 'THREATEN'],
])('%s suggests %s', (words, type) => expect(typesOf(contentKeys([words]))).toContain(type))
