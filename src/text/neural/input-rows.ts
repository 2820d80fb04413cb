/** What the first layer reads of a word: the sum of its own row, its pre-trained vector and its affixes, as 16-bit integers. */
import { lowerForm, plainForm } from '../word-form.ts'
import { hashText } from './hash-text.ts'
import { UNIT } from './kernel-memory.ts'
import type { ModelFile } from './model-file.ts'
import { affixRows } from './word-features.ts'

export interface InputRow {
  readonly values: Int16Array
  readonly scale: number
}

/** Words kept with their row: a text repeats most of its words. Beyond this many, all are forgotten, so that memory stays flat. */
const KEPT = 16_384

export const inputRowsOf = (model: ModelFile): ((form: string) => InputRow) => {
  const { width, vector } = model.header.sizes
  const words = { hashes: model.u32('word.hashes'), values: model.i8('word.values'), scales: model.f32('word.scales') }
  const affixes = { values: model.i8('affix.values'), scales: model.f32('affix.scales') }
  const vectors = {
    hashes: model.u32('vector.hashes'),
    codes: model.u8('vector.codes'),
    scales: model.f32('vector.scales'),
  }
  const weights = model.f32('fromVector.weights')
  const bias = model.f32('fromVector.bias')
  const sum = new Float64Array(width)

  const addRow = (values: Int8Array, scales: Float32Array, row: number) => {
    const scale = scales[row] as number
    for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + scale * (values[row * width + i] as number)
  }
  /** Two numbers of 4 bits a byte, between -7 and 7; `weights` has a row of `width` for each number of the vector. */
  const addVector = (row: number) => {
    const scale = vectors.scales[row] as number
    for (let j = 0; j < vector; j++) {
      const byte = vectors.codes[(row * vector + j) >> 1] as number
      const value = (((j & 1 ? byte >> 4 : byte) & 15) - 8) * scale
      if (value === 0) continue
      for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + value * (weights[j * width + i] as number)
    }
  }
  const compute = (form: string): InputRow => {
    sum.set(bias)
    const plain = plainForm(form)
    const word = place(words.hashes, hashText(lowerForm(plain)))
    if (word >= 0) addRow(words.values, words.scales, word)
    const known = place(vectors.hashes, hashText(plain.toLowerCase()))
    if (known >= 0) addVector(known)
    for (const row of affixRows(form)) addRow(affixes.values, affixes.scales, row)
    let largest = 1e-9
    for (const value of sum) largest = Math.max(largest, Math.abs(value))
    return { values: Int16Array.from(sum, value => Math.round((value * UNIT) / largest)), scale: largest / UNIT }
  }

  const kept = new Map<string, InputRow>()
  return form => {
    let row = kept.get(form)
    if (!row) {
      row = compute(form)
      if (kept.size >= KEPT) kept.clear()
      kept.set(form, row)
    }
    return row
  }
}

/** Where a hash stands among the sorted; -1 when it does not. */
const place = (hashes: Uint32Array, hash: number): number => {
  let low = 0
  let high = hashes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = hashes[middle] as number
    if (found === hash) return middle
    if (found < hash) low = middle + 1
    else high = middle - 1
  }
  return -1
}
