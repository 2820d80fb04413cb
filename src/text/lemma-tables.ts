/** The file of what was learned of lemmas. */
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Ending, LemmaTables } from './lemmas.ts'

interface Stored {
  readonly format: 'detente.lemmas/1'
  readonly irregular: readonly (readonly [string, string])[]
  readonly endings: readonly (readonly [string, number, string])[]
  readonly known: readonly string[]
}

export const encodeLemmas = ({ irregular, endings, known }: LemmaTables): Buffer => {
  const stored: Stored = {
    format: 'detente.lemmas/1',
    irregular: [...irregular].sort(),
    endings: [...endings].map(([key, { cut, add }]) => [key, cut, add] as const).sort(),
    known: [...known].sort(),
  }
  return gzipSync(Buffer.from(JSON.stringify(stored)), { level: 9 })
}

export const decodeLemmas = (file: Uint8Array): LemmaTables => {
  const stored = JSON.parse(gunzipSync(file).toString('utf8')) as Stored
  if (stored.format !== 'detente.lemmas/1') throw new Error(`not lemma tables: format ${String(stored.format)}`)
  return {
    irregular: new Map(stored.irregular),
    endings: new Map(stored.endings.map(([key, cut, add]): [string, Ending] => [key, { cut, add }])),
    known: new Set(stored.known),
  }
}
