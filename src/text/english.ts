import { readFileSync } from 'node:fs'
import { shippedPath } from '../shipped/index.ts'
import { type BorderModel, borderModelOf, decodeBorders } from './border-model.ts'
import { decodeLemmas } from './lemma-tables.ts'
import { type Lemmatizer, lemmatizerOf } from './lemmas.ts'
import { type Reader, readerOf } from './neural/reader.ts'

/** The learned parts of reading English: where sentences end, their tags and trees, and the lemma of a tagged word. */
export interface English {
  readonly border: BorderModel
  readonly read: Reader
  readonly lemma: Lemmatizer
}

export const MODEL_FILES = {
  reader: 'reader.bin',
  kernel: 'kernel.wasm',
  lemmas: 'lemmas.json.gz',
  borders: 'borders.json.gz',
} as const

/** The model from a folder; without one, that which ships. Each part is loaded at its first use: a thread may need but one. */
export const loadEnglish = (
  fileAt: (name: string) => string = name => shippedPath('models', 'english', name),
): English => {
  const file = (name: string) => readFileSync(fileAt(name))
  return {
    border: atFirstUse(() => borderModelOf(decodeBorders(file(MODEL_FILES.borders)))),
    read: atFirstUse(() => readerOf(file(MODEL_FILES.reader), file(MODEL_FILES.kernel))),
    lemma: atFirstUse(() => lemmatizerOf(decodeLemmas(file(MODEL_FILES.lemmas)))),
  }
}

const atFirstUse = <A extends readonly unknown[], R>(load: () => (...args: A) => R): ((...args: A) => R) => {
  let loaded: ((...args: A) => R) | undefined
  return (...args) => {
    loaded ??= load()
    return loaded(...args)
  }
}

let shipped: English | undefined

/** The model that ships. */
export const english = (): English => {
  shipped ??= loadEnglish()
  return shipped
}
