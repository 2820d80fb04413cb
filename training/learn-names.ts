/** Learns which words with a capital are names, of sentences that the network has not learned from; what is learned is `src/text/name-model.ts`'s. */
import { capitalsOf, styleOf } from '../src/text/capitals.ts'
import { featuresOf, mayBeName, startOf } from '../src/text/name-model.ts'
import type { Reader } from '../src/text/neural/reader.ts'
import type { Tag } from '../src/text/reading.ts'
import type { Weights } from '../src/text/weights.ts'
import type { TreebankSentence } from './conllu.ts'
import { type Example, learnWeights } from './logistic.ts'

const LEAST = 20
const EPOCHS = 8

/** The sentences of each document. */
export const byDocument = (sentences: readonly TreebankSentence[]): Map<string, TreebankSentence[]> => {
  const documents = new Map<string, TreebankSentence[]>()
  for (const sentence of sentences)
    documents.set(sentence.document, [...(documents.get(sentence.document) ?? []), sentence])
  return documents
}

const examplesOf = (
  document: readonly TreebankSentence[],
  read: Reader,
  isWord: (lower: string) => boolean,
): Example[] => {
  const capitals = capitalsOf(document.map(({ words }) => words))
  const readings = read(document.map(({ words }) => words.map(({ form }) => form)))
  return document.flatMap(({ words }, s) => {
    const reading = readings[s]
    if (!reading) return []
    const style = styleOf(words)
    return words.flatMap(({ form, xpos, lemma }, i) => {
      // Pieces of one word that was cut in two have no tag of their own.
      if (lemma === '_' || xpos === 'GW' || !mayBeName(form, reading.tags[i] as Tag)) return []
      const place = { words, i, reading, style, capitals }
      return [{ features: featuresOf(place, isWord), yes: xpos.startsWith('NNP'), start: startOf(place) }]
    })
  })
}

export const learnNames = (
  sentences: readonly TreebankSentence[],
  read: Reader,
  isWord: (lower: string) => boolean,
): Weights =>
  learnWeights(
    [...byDocument(sentences).values()].flatMap(document => examplesOf(document, read, isWord)),
    { least: LEAST, epochs: EPOCHS },
  )
