import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse, wordsOf } from '../analyse.ts'
import { capitalsOf } from '../capitals.ts'
import type { Sentence } from '../document.ts'
import { packReadings, packWords, unpackReadings, unpackWords } from './packed.ts'
import { parseAll } from './parse-all.ts'

const TEXT = [
  'The envoys of Chad and Niger met on Monday.',
  'Nobody knows what was said.',
  '“We agree,” wrote the minister; his deputy, who had flown to N’Djamena, did not.',
  'Trade grew by 12% in 2013!',
  'Why now?',
].join(' ')

const inStretches = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

describe('parseAll', () => {
  test.each([1, 2, 3])('reads with %i threads what one reads, in its order', async threads => {
    const text = `${TEXT} `.repeat(8)
    const read: Sentence[] = []
    const words = wordsOf(text)
    const options = { threads, capitals: capitalsOf(words) }
    for await (const sentences of parseAll(inStretches(words, 3), options)) read.push(...sentences)
    expect(read).toEqual(analyse(text).sentences)
  })

  test('nothing in, nothing out; a stretch may be empty', async () => {
    const read: number[] = []
    for await (const sentences of parseAll([[], wordsOf(TEXT), []], { threads: 2 })) read.push(sentences.length)
    expect(read).toEqual([0, 5, 0])
    for await (const _ of parseAll([], { threads: 2 })) expect.unreachable()
  })

  test('whoever stops early leaves no thread behind', async () => {
    for await (const sentences of parseAll(inStretches(wordsOf(`${TEXT} `.repeat(8)), 2), { threads: 2 })) {
      expect(sentences.length).toBe(2)
      break
    }
  })

  test('no thread at all is refused', async () => {
    await expect(parseAll([], { threads: 0 }).next()).rejects.toThrow(RangeError)
  })
})

describe('what passes between threads', () => {
  test('words come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }))), sentences => {
        expect(unpackWords(packWords(sentences))).toEqual(sentences)
      }),
    )
  })

  test('readings come back as they were', () => {
    const word = fc.record({
      upos: fc.constantFrom('NOUN', 'VERB', 'X'),
      xpos: fc.constantFrom('NN', 'VB', 'FW'),
      head: fc.integer({ min: -1, max: 200 }),
      deprel: fc.constantFrom('root', 'nsubj', 'nmod:poss'),
      nameLead: fc.integer({ min: -127, max: 127 }),
    })
    fc.assert(
      fc.property(fc.array(fc.array(word)), sentences => {
        const readings = sentences.map(words => ({
          tags: words.map(({ upos, xpos }) => ({ upos, xpos })),
          arcs: words.map(({ head, deprel }) => ({ head, deprel })),
          nameLeads: Int8Array.from(words, ({ nameLead }) => nameLead),
        }))
        const lengths = sentences.map(({ length }) => length)
        expect(unpackReadings(packReadings(readings), lengths)).toEqual(readings)
      }),
    )
  })
})
