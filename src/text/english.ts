import { readFileSync } from 'node:fs'
import { shippedPath } from '../shipped/index.ts'
import { BORDERS, type BorderModel, borderModelOf } from './border-model.ts'
import { decodeLemmas } from './lemma-tables.ts'
import { type LemmaTables, type Lemmatizer, lemmatizerOf } from './lemmas.ts'
import { NAMES, type NameModel, nameModelOf } from './name-model.ts'
import { type Reader, readerOf } from './neural/reader.ts'
import { decodeWeights } from './weights.ts'

/** The learned parts of reading English: where sentences end, their tags and trees, which words are names, and the lemma of a tagged word. */
export interface English {
  readonly border: BorderModel
  readonly read: Reader
  readonly name: NameModel
  readonly lemma: Lemmatizer
}

export const MODEL_FILES = {
  reader: 'reader.bin',
  kernel: 'kernel.wasm',
  names: 'names.json.gz',
  lemmas: 'lemmas.json.gz',
  borders: 'borders.json.gz',
} as const

/** The model from a folder; without one, that which ships. Each part is loaded at its first use: a thread may need but one. */
export const loadEnglish = (
  fileAt: (name: string) => string = name => shippedPath('models', 'english', name),
): English => {
  const file = (name: string) => readFileSync(fileAt(name))
  let loaded: LemmaTables | undefined
  const tables = (): LemmaTables => {
    loaded ??= decodeLemmas(file(MODEL_FILES.lemmas))
    return loaded
  }
  return {
    border: atFirstUse(() => borderModelOf(decodeWeights(BORDERS, file(MODEL_FILES.borders)))),
    read: atFirstUse(() => readerOf(file(MODEL_FILES.reader), file(MODEL_FILES.kernel))),
    name: atFirstUse(() => nameModelOf(decodeWeights(NAMES, file(MODEL_FILES.names)), isWordOf(tables().known))),
    lemma: atFirstUse(() => lemmatizerOf(tables())),
  }
}

/** Whether a word stands in the dictionary with a small letter. */
export const isWordOf =
  (known: ReadonlySet<string>): ((lower: string) => boolean) =>
  lower =>
    WORD_KINDS.some(upos => known.has(`${upos} ${lower}`))

const WORD_KINDS = ['NOUN', 'ADJ', 'VERB', 'ADV']

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
