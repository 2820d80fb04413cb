/** Reads sentences in batches with the network: tags and trees. What a sentence is read as never depends on its neighbours in the batch. */
import type { Reading } from '../reading.ts'
import { decoderOf } from './decoder.ts'
import { BATCH_SENTENCES, BATCH_WORDS, encoderOf } from './encoder.ts'
import { inputRowsOf } from './input-rows.ts'
import { Kernel } from './kernel-memory.ts'
import { decodeModel } from './model-file.ts'

/** Forms of each sentence in, its reading out. `onRead` is told between batches which share of them has been read. */
export type Reader = (sentences: readonly (readonly string[])[], onRead?: (share: number) => void) => Reading[]

/** Time grows with the square of a sentence and, where no tree is evident, faster; a longer one is read in pieces of about this many words. */
export const LONGEST_PIECE = 128

export const readerOf = (modelFile: Uint8Array, wasm: Uint8Array<ArrayBuffer>): Reader => {
  const model = decodeModel(modelFile)
  const kernel = new Kernel(wasm)
  const inputRow = inputRowsOf(model)
  const encoder = encoderOf(model, kernel)
  const decode = decoderOf(model, kernel, encoder)
  const readBatch = (batch: readonly (readonly string[])[]): Reading[] => {
    encoder.encode(batch.map(forms => forms.map(inputRow)))
    return decode(batch.map(forms => forms.length))
  }

  return (sentences, onRead) => {
    const pieces = sentences.flatMap(piecesOf)
    const read: Reading[] = []
    for (let from = 0; from < pieces.length; ) {
      let to = from
      let words = 0
      while (to < pieces.length && to - from < BATCH_SENTENCES) {
        words += (pieces[to] as readonly string[]).length
        if (words > BATCH_WORDS) break
        to++
      }
      read.push(...readBatch(pieces.slice(from, to)))
      from = to
      onRead?.(to / pieces.length)
    }
    let next = 0
    return sentences.map(forms => {
      const first = next
      next += piecesOf(forms).length
      return joined(read.slice(first, next))
    })
  }
}

const piecesOf = (forms: readonly string[]): (readonly string[])[] => {
  if (forms.length <= LONGEST_PIECE) return forms.length === 0 ? [] : [forms]
  const count = Math.ceil(forms.length / LONGEST_PIECE)
  const size = Math.ceil(forms.length / count)
  return Array.from({ length: count }, (_, i) => forms.slice(i * size, (i + 1) * size))
}

/** One tree of several pieces: the roots of later ones hang from the first root as `parataxis`. */
const joined = (pieces: readonly Reading[]): Reading => {
  const [only] = pieces
  if (only && pieces.length === 1) return only
  const root = only?.arcs.findIndex(arc => arc.head < 0) ?? -1
  let before = 0
  const arcs = pieces.flatMap((piece, i) => {
    const shift = before
    before += piece.arcs.length
    return piece.arcs.map(({ head, deprel }) =>
      head >= 0 ? { head: head + shift, deprel } : i === 0 ? { head, deprel } : { head: root, deprel: 'parataxis' },
    )
  })
  const nameLeads = Int8Array.from(pieces.flatMap(piece => [...piece.nameLeads]))
  return { tags: pieces.flatMap(piece => piece.tags), arcs, nameLeads }
}
