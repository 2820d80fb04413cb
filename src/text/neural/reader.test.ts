import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english } from '../english.ts'
import { LONGEST_PIECE } from './reader.ts'
import { affixRows } from './word-features.ts'

/** What PyTorch reads with full weights, from `training/parser/fixture.py`. */
const fixture = JSON.parse(readFileSync(new URL('./fixture.json', import.meta.url), 'utf8')) as {
  words: Record<string, number[]>
  sentences: { forms: string[]; tags: string[]; heads: number[]; relations: string[] }[]
}

describe('as in training', () => {
  test.each(Object.entries(fixture.words))('rows of %s', (form, rows) => expect(affixRows(form)).toEqual(rows))

  test.each(fixture.sentences)('$forms', ({ forms, tags, heads, relations }) => {
    const [reading] = english().read([forms])
    expect(reading?.tags.map(({ upos, xpos }) => `${upos} ${xpos}`)).toEqual(tags)
    expect(reading?.arcs.map(arc => arc.head)).toEqual(heads)
    expect(reading?.arcs.map(arc => arc.deprel)).toEqual(relations)
  })
})

const word = fc.constantFrom(
  'Iran',
  'the',
  'said',
  'of',
  ',',
  '.',
  '"',
  'visited',
  '-',
  "n't",
  '(',
  'and',
  '2014',
  '👍',
)
const sentence = fc.array(word, { maxLength: 30 })

test('a sentence is read alike alone and among others', () => {
  const { read } = english()
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 90 }), sentences => {
      const together = read(sentences)
      expect(together).toHaveLength(sentences.length)
      sentences.forEach((forms, i) => {
        expect(read([forms])[0]).toEqual(together[i])
      })
    }),
    { numRuns: 20 },
  )
})

test.each([LONGEST_PIECE, LONGEST_PIECE + 1, 5 * LONGEST_PIECE + 3])('%i words make one tree', n => {
  const [reading] = english().read([Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 'talks' : 'and'))])
  const heads = reading?.arcs.map(arc => arc.head) ?? []
  expect(heads).toHaveLength(n)
  expect(reading?.tags).toHaveLength(n)
  expect(reading?.arcs.filter(arc => arc.head < 0 || arc.deprel === 'root')).toHaveLength(1)
  for (let i = 0; i < n; i++) {
    let steps = 0
    for (let up = i; up >= 0 && steps <= n; steps++) up = heads[up] ?? -1
    expect(steps).toBeLessThanOrEqual(n)
  }
})
