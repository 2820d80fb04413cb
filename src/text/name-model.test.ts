import { describe, expect, test } from 'vitest'
import { analyse, analyseWords, wordsOf } from './analyse.ts'
import { capitalsOf, styleOf } from './capitals.ts'
import { asName, featuresOf, mayBeName, nameModelOf } from './name-model.ts'
import { tokenize } from './tokenizer.ts'
import { decodeWeights, encodeWeights } from './weights.ts'

const capitals = (text: string) => capitalsOf(wordsOf(text))

describe('what a document shows of a word', () => {
  const written = capitals(
    'The envoys met the council. The Council agreed. A CALM WEEK FOR THE COUNCIL AGAIN. He trusts the Council, they said.',
  )
  test('small letters and capitals are counted, those that say nothing are not', () => {
    expect(written('council')).toEqual({ small: 1, capital: 2 })
    expect(written('the').capital).toBe(0)
    expect(written('week')).toEqual({ small: 0, capital: 0 })
  })

  test.each([
    ['TALKS BEGIN IN VIENNA TODAY', 'capitals'],
    ['Talks on Gas Begin in Vienna', 'title'],
    ['The talks on gas begin in Vienna.', 'mixed'],
    ['the talks on gas begin', 'small'],
    ['1.', 'none'],
  ])('%s', (text, style) => expect(styleOf(tokenize(text))).toBe(style))
})

describe('a tag as that of a name, or not', () => {
  const [noun, name] = [
    { upos: 'NOUN', xpos: 'NNS' },
    { upos: 'PROPN', xpos: 'NNPS' },
  ]
  test('number stays, adjectives stay adjectives', () => {
    expect(asName(noun, true)).toEqual(name)
    expect(asName(name, false)).toEqual(noun)
    expect(asName(noun, false)).toBe(noun)
    expect(asName({ upos: 'ADJ', xpos: 'JJ' }, true)).toEqual({ upos: 'ADJ', xpos: 'NNP' })
  })

  test('only words with a capital are asked about, and no verb or pronoun', () => {
    expect(mayBeName('Council', noun)).toBe(true)
    expect(mayBeName('council', noun)).toBe(false)
    expect(mayBeName('I', { upos: 'PRON', xpos: 'PRP' })).toBe(false)
  })
})

test('the network is followed where nothing was learned, and overruled by what was', () => {
  const words = tokenize('The Council agreed')
  const tags = [
    { upos: 'DET', xpos: 'DT' },
    { upos: 'NOUN', xpos: 'NN' },
    { upos: 'VERB', xpos: 'VBD' },
  ]
  const reading = { tags, arcs: [], nameLeads: Int8Array.of(-90, -16, -90) }
  const shown = capitalsOf([words])
  expect(nameModelOf(new Map(), () => true)(words, reading, shown)).toEqual(tags)
  const place = { words, i: 1, reading, style: styleOf(words), capitals: shown }
  expect(featuresOf(place, () => true)).toContain('known')
  const weights = decodeWeights('x', encodeWeights('x', new Map([['known', 2]])))
  const named = nameModelOf(weights, () => true)(words, reading, shown)
  expect(named.map(({ xpos }) => xpos)).toEqual(['DT', 'NNP', 'VBD'])
})

test('a part of a document is read as the whole tells, alone or not', () => {
  const text = `${'The council met in Vienna. '.repeat(4)}He trusts the Council of Europe. The Council of Europe is in Strasbourg.`
  const words = wordsOf(text)
  const parts = words.map(sentence => analyseWords([sentence], { capitals: capitalsOf(words) })[0])
  expect(parts).toEqual(analyse(text).sentences)
})
