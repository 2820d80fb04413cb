import { describe, expect, test } from 'vitest'
import { BORDERS, borderModelOf, featuresOf, isOpen, type Place } from './border-model.ts'
import { loadEnglish } from './english.ts'
import { groupSentences } from './sentences.ts'
import { tokenize } from './tokenizer.ts'
import { decodeWeights, encodeWeights } from './weights.ts'

const { border } = loadEnglish()
const sentences = (text: string): string[] =>
  groupSentences(text, tokenize(text), border).map(words => text.slice(words[0]?.start, words[words.length - 1]?.end))

const placeBehind = (text: string, i: number): Place => ({
  words: tokenize(text),
  first: 0,
  i,
  blank: true,
  ruled: false,
  paragraphEnd: tokenize(text).length - 1,
})

describe('borders that no rule of punctuation finds', () => {
  test.each<[string, string[]]>([
    [
      'Jane Roe 08/16/2000 12:05 PM I wanted to send you a note.',
      ['Jane Roe', '08/16/2000 12:05 PM', 'I wanted to send you a note.'],
    ],
    ['Best regards, Jane Roe', ['Best regards,', 'Jane Roe']],
    ['Please call me on my phone. i will be late.', ['Please call me on my phone.', 'i will be late.']],
    ['Thanks for the file! please send the other one too.', ['Thanks for the file!', 'please send the other one too.']],
  ])('%j', (text, expected) => expect(sentences(text)).toEqual(expected))
})

describe('plain prose stays as the rules have it', () => {
  test.each([
    'Mr. Aliyev met Lt. Gen. Smith of the U.S. Army. They spoke of trade, gas, etc. and of Iran.',
    'Talks in Vienna (the third round since May) ended on Monday. “We agree,” said the minister. He left.',
    'The ministry said: Iran would not sign. Baku, which had denied it, Tehran and Moscow agreed; Ankara did not.',
    'ANKARA, March 3 (Anka) — Turkish ministers met on Wednesday.',
    'Foreign Minister Elmar Mammadyarov told Azerbaijani President Ilham Aliyev that NATO and the EU would wait.',
  ])('%s', text => {
    const words = tokenize(text)
    expect(groupSentences(text, words, border)).toEqual(groupSentences(text, words))
  })
})

test('no place is weighed between words of small letters, before a comma, or behind a colon, a dash, a bullet or a number', () => {
  expect(isOpen(placeBehind('the talks go on', 1))).toBe(false)
  expect(isOpen(placeBehind('Iran , Baku', 0))).toBe(false)
  expect(isOpen(placeBehind('He said : Baku agreed', 2))).toBe(false)
  expect(isOpen(placeBehind('• Baku agreed', 0))).toBe(false)
  expect(isOpen(placeBehind('ANKARA, March 3 (Anka) — Turkish ministers met', 7))).toBe(false)
  expect(isOpen(placeBehind('3. What was agreed', 1))).toBe(false)
  expect(isOpen(placeBehind('over Baku agreed', 0))).toBe(true)
})

test('weights are the same out of the file, but for rounding, and decide by their sum', () => {
  const place = placeBehind('ended Baku', 0)
  const [first = '', second = ''] = featuresOf(place)
  const weights = decodeWeights(
    BORDERS,
    encodeWeights(BORDERS, new Map([...[[first, 1.5] as const, [second, -0.26] as const], ['gone', 0.001]])),
  )
  expect([...weights].sort()).toEqual(
    [
      [first, 1.5],
      [second, -0.25],
    ].sort(),
  )
  expect(borderModelOf(weights)(place)).toBe(true)
  expect(borderModelOf(new Map([[first, -1]]))(place)).toBe(false)
})
