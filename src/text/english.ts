import { readFileSync } from 'node:fs'
import { shippedPath } from '../shipped/index.ts'
import { type Lemmatizer, lemmatizerOf } from './lemmas.ts'
import { scorerOf } from './linear-model.ts'
import { decodeModel } from './model-file.ts'
import { type Parser, parserOf, reversed } from './parser.ts'
import { type Tagger, taggerOf } from './tagger.ts'
import { decodeWords } from './word-tables.ts'

/** The three learned parts of reading English. */
export interface English {
  readonly tag: Tagger
  readonly parse: Parser
  readonly lemma: Lemmatizer
}

export const MODEL_FILES = {
  tagger: 'tagger.bin.gz',
  backward: 'parser-backward.bin.gz',
  forward: 'parser-forward.bin.gz',
  words: 'words.json.gz',
} as const

/** Loads the model from a folder; without one, that which ships. */
export const loadEnglish = (
  fileAt: (name: string) => string = name => shippedPath('models', 'english', name),
): English => {
  const file = (name: string) => readFileSync(fileAt(name))
  const words = decodeWords(file(MODEL_FILES.words))
  // The sentence is read from its end first; that tree guides the reading from its beginning.
  const backward = reversed(parserOf(scorerOf(decodeModel(file(MODEL_FILES.backward)))))
  return {
    tag: taggerOf(scorerOf(decodeModel(file(MODEL_FILES.tagger))), words.lexicon),
    parse: parserOf(scorerOf(decodeModel(file(MODEL_FILES.forward))), backward),
    lemma: lemmatizerOf(words.lemmas),
  }
}

let shipped: English | undefined

/** The model that ships, loaded at first use. */
export const english = (): English => {
  shipped ??= loadEnglish()
  return shipped
}
