import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from './analyse.ts'
import type { Sentence } from './document.ts'

const expectTree = (sentence: Sentence) => {
  expect(sentence.tokens.filter(token => token.head === -1)).toHaveLength(1)
  sentence.tokens.forEach((token, i) => {
    expect(token.i).toBe(i)
    expect(token.deprel === 'root').toBe(token.head === -1)
    let steps = 0
    for (let up = i; up !== -1 && steps <= sentence.tokens.length; steps++) up = sentence.tokens[up]?.head ?? Number.NaN
    expect(steps).toBeLessThanOrEqual(sentence.tokens.length)
  })
}

describe('any text gives trees and true offsets', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['10,000 letters', 'x'.repeat(10_000)],
    ['10,000 marks', '.'.repeat(5_000) + '-"'.repeat(2_500)],
    ['emoji', '👍🏽👨‍👩‍👧 met 🇦🇿 and 🇮🇷 ☕'],
    ['capitals', 'IRAN AND AZERBAIJAN SIGN DEAL ON CASPIAN GAS'],
    ['half a pair', '\ud83d met \ude00'],
  ])('%s', (_, text) => {
    const document = analyse(text)
    for (const sentence of document.sentences) {
      expectTree(sentence)
      for (const token of sentence.tokens) expect(text.slice(token.start, token.end)).toBe(token.form)
    }
  })

  test('random text', () => {
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
      'U.S.',
      "don't",
      '\n',
      '(',
      'and',
      '2014',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), words => {
        for (const sentence of analyse(words.join(' ')).sentences) expectTree(sentence)
      }),
      { numRuns: 50 },
    )
  })
})

describe('plain news sentences are read as expected', () => {
  const relation = (text: string, form: string): string => {
    const tokens = analyse(text).sentences[0]?.tokens ?? []
    const token = tokens.find(candidate => candidate.form === form)
    return token ? `${token.lemma}/${token.upos} ${token.deprel} ${tokens[token.head]?.form ?? '-'}` : 'absent'
  }

  test.each([
    ['President Aliyev visited Iran in April.', 'Iran', 'Iran/PROPN obj visited'],
    ['President Aliyev visited Iran in April.', 'visited', 'visit/VERB root -'],
    ['A number of agreements were signed by the ministers.', 'agreements', 'agreement/NOUN nmod number'],
    ['A number of agreements were signed by the ministers.', 'number', 'number/NOUN nsubj:pass signed'],
    ['Iran has not denied the claims.', 'not', 'not/PART advmod denied'],
    ['Baku said that Iran had arrested two men.', 'arrested', 'arrest/VERB ccomp said'],
  ])('%s: %s', (text, form, expected) => expect(relation(text, form)).toBe(expected))

  test('features tell tense, voice and degree', () => {
    const tokens = analyse('Warmer ties were announced by Tehran, which is visiting Baku.').sentences[0]?.tokens ?? []
    const feats = (form: string) => tokens.find(token => token.form === form)?.feats
    expect(feats('announced')).toMatchObject({ VerbForm: 'Part', Voice: 'Pass' })
    expect(feats('were')).toMatchObject({ Tense: 'Past', VerbForm: 'Fin' })
    expect(feats('visiting')).toMatchObject({ Tense: 'Pres', VerbForm: 'Part' })
  })
})
