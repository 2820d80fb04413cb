import { gunzipSync, gzipSync } from 'node:zlib'
import type { Ending, LemmaTables } from './lemmas.ts'
import type { TagLexicon } from './tag-features.ts'

/** What was learned of single words: tags of frequent forms, and lemmas. */
export interface WordTables {
  readonly lexicon: TagLexicon
  readonly lemmas: LemmaTables
}

interface Stored {
  readonly format: 'detente.words/1'
  readonly lexicon: readonly (readonly [string, string])[]
  readonly irregular: readonly (readonly [string, string])[]
  readonly endings: readonly (readonly [string, number, string])[]
  readonly known: readonly string[]
}

export const encodeWords = ({ lexicon, lemmas }: WordTables): Buffer => {
  const stored: Stored = {
    format: 'detente.words/1',
    lexicon: [...lexicon].sort(),
    irregular: [...lemmas.irregular].sort(),
    endings: [...lemmas.endings].map(([key, { cut, add }]) => [key, cut, add] as const).sort(),
    known: [...lemmas.known].sort(),
  }
  return gzipSync(Buffer.from(JSON.stringify(stored)), { level: 9 })
}

export const decodeWords = (file: Uint8Array): WordTables => {
  const stored = JSON.parse(gunzipSync(file).toString('utf8')) as Stored
  if (stored.format !== 'detente.words/1') throw new Error(`not word tables: format ${String(stored.format)}`)
  return {
    lexicon: new Map(stored.lexicon),
    lemmas: {
      irregular: new Map(stored.irregular),
      endings: new Map(stored.endings.map(([key, cut, add]): [string, Ending] => [key, { cut, add }])),
      known: new Set(stored.known),
    },
  }
}
