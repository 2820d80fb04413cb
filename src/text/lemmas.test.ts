import { expect, test } from 'vitest'
import { english } from './english.ts'

test.each([
  ['visited', 'VERB', 'VBD', 'visit'],
  ['hoping', 'VERB', 'VBG', 'hope'],
  ['hoped', 'VERB', 'VBN', 'hope'],
  ['stopped', 'VERB', 'VBD', 'stop'],
  ['TEHRAN', 'PROPN', 'NNP', 'Tehran'],
  ['NATO', 'PROPN', 'NNP', 'NATO'],
  ['Dec.', 'PROPN', 'NNP', 'December'],
  ['Swedish', 'ADJ', 'JJ', 'Swedish'],
  ['XIV', 'NUM', 'CD', 'XIV'],
  ['—', 'PUNCT', ':', '—'],
  ['signed', 'VERB', 'VBN', 'sign'],
  ['won', 'VERB', 'VBD', 'win'],
  ['withdrew', 'VERB', 'VBD', 'withdraw'],
  ['countries', 'NOUN', 'NNS', 'country'],
  ['crises', 'NOUN', 'NNS', 'crisis'],
  ['Americans', 'PROPN', 'NNPS', 'American'],
  ['Iran', 'PROPN', 'NNP', 'Iran'],
  ['Azerbaijani', 'ADJ', 'JJ', 'Azerbaijani'],
  ['better', 'ADJ', 'JJR', 'good'],
  ['warmer', 'ADJ', 'JJR', 'warm'],
  ['n’t', 'PART', 'RB', 'not'],
  ['1,200', 'NUM', 'CD', '1200'],
  ['The', 'DET', 'DT', 'the'],
])('%s as %s %s', (form, upos, xpos, lemma) => expect(english().lemma(form, { upos, xpos })).toBe(lemma))
