import { describe, expect, test } from 'vitest'
import { type PatternWord, tokenPattern } from './token-pattern.ts'

/** "Tehran:state wants/want/VBZ peace": form, lemma, tag and labels of each word. */
const words = (text: string): PatternWord[] =>
  text.split(' ').map(part => {
    const [body = '', label = ''] = part.split(':')
    const [form = '', lemma = form.toLowerCase(), xpos = 'NN'] = body.split('/')
    return { form, lemma, upos: xpos.startsWith('V') ? 'VERB' : 'NOUN', xpos, labels: new Set(label ? [label] : []) }
  })

const row = words('Tehran:state wants/want/VBZ the old treaty back')

describe('patterns over words', () => {
  test.each([
    ['want', { from: 1, to: 1 }],
    ['seek|want', { from: 1, to: 1 }],
    ['=want', null],
    ['=wants', { from: 1, to: 1 }],
    ['@state VERB', { from: 0, to: 1 }],
    ['@state .. treaty', { from: 0, to: 4 }],
    ['^ want', null],
    ['^ @state', { from: 0, to: 0 }],
    ['treaty back $', { from: 4, to: 5 }],
    ['treaty $', null],
    ['want the? new? old', { from: 1, to: 3 }],
    ['want&VBZ', { from: 1, to: 1 }],
    ['want&VBD', null],
    ['seek|want&VBZ', { from: 1, to: 1 }],
    ['seek|want&VBD|VBN', null],
    ['!the treaty', { from: 3, to: 4 }],
    ['@state ... $', { from: 0, to: 5 }],
  ])('%s', (pattern, expected) => expect(tokenPattern(pattern)(row)).toEqual(expected))

  test('a short gap spans six words, no more', () => {
    expect(tokenPattern('a .. b')(words('a 1 2 3 4 5 6 b'))).not.toBeNull()
    expect(tokenPattern('a .. b')(words('a 1 2 3 4 5 6 7 b'))).toBeNull()
  })

  test('an empty pattern is an error', () => expect(() => tokenPattern('  ')).toThrow(/empty pattern/))
})
