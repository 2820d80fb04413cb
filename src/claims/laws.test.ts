import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLedger } from './index.ts'

/** What must hold of the ledger of any text. */
const PIECES = [
  'The foreign ministers of Norway and Sweden met in Oslo on 3 May 2011.',
  'Norway’s prime minister, Jens Stoltenberg, said that the border would stay open.',
  'Relations between the two countries have improved, according to Swedish officials.',
  'If Stockholm refuses, Oslo may look elsewhere — and nobody knows where.',
  'About 300 soldiers reportedly crossed the river; “It is a disgrace,” said an envoy.',
  'By Ann Hill in Oslo',
  'Sign up for our free newsletter.',
  'The views expressed are the author’s own.',
  'Naïve 😀 café… (see note 3): Ελλάδα, Россия, 中国 -- x/y @ 100 % 5–4',
  'WHY THE NORTH MATTERS',
  '• Norway is a member of NATO, which Sweden is not.',
  '"',
  'said said said, that that which who.',
  'A'.repeat(300),
]

const read = (text: string, date: string | null = '2011-06-01') =>
  readLedger({ path: 'x.txt', text, title: null, author: null, publisher: null, url: null, published: null }, { date })

const texts = fc
  .array(fc.constantFrom(...PIECES), { minLength: 0, maxLength: 12 })
  .chain(pieces => fc.constantFrom(' ', '\n', '\n\n', '\r\n').map(gap => pieces.join(gap)))

test('quotes are the text they point at, in order, inside it, and none lies in boilerplate', () => {
  fc.assert(
    fc.property(texts, text => {
      const { claims, document } = read(text)
      for (const c of claims) {
        expect(text.slice(c.start, c.end)).toBe(c.quote)
        expect(c.quote).toBe(c.quote.trim())
        for (const a of c.actors) expect(text.slice(a.start, a.end)).toBe(a.mention)
        if (c.condition) expect(text.slice(c.condition.start, c.condition.end)).toBe(c.condition.quote)
        expect(document.boilerplate.some(b => c.start < b.end && b.start < c.end)).toBe(false)
      }
      expect(claims.map(c => c.start)).toEqual(claims.map(c => c.start).sort((a, b) => a - b))
      expect(new Set(claims.map(c => `${c.start} ${c.end}`)).size).toBe(claims.length)
    }),
    { numRuns: 40 },
  )
})

test('any text at all is read without a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      const { claims } = read(text, null)
      expect(claims.every(c => text.slice(c.start, c.end) === c.quote)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('reading twice gives the same ledger', () => {
  const text = PIECES.join(' ')
  expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)))
})

test('a recipe and a match report claim (next to) nothing about states', () => {
  const recipe =
    'Turkish lentil soup. Heat the oil in a saucepan and stir in the onion and garlic. Add the lentils, the stock and a ' +
    'teaspoon of salt. Simmer for thirty minutes, then serve with Greek yoghurt and a slice of lemon. Chop the parsley and sprinkle it.'
  const match =
    'Sweden beat Norway 3-1 on Saturday in a World Cup qualifier in Stockholm. The striker scored twice before half-time, and the ' +
    'goalkeeper saved a penalty. The coach praised his midfielders. Norway had a defender sent off. Sweden lead the group by four points.'
  expect(read(recipe).claims).toHaveLength(0)
  expect(read(match).claims.length).toBeLessThanOrEqual(1)
})
