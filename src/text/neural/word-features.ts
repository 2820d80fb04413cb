/**
 * What the network knows of a word's form besides the word: prefixes, suffixes and shape, each a row of one table, the parts laid
 * end to end. `training/parser/word_features.py` does the same.
 */
import { lowerForm, plainForm, shapeOf } from '../word-form.ts'
import { hashText } from './hash-text.ts'

/** Length in characters and number of rows. */
const PREFIXES: readonly (readonly [number, number])[] = [
  [2, 1024],
  [3, 2048],
]
const SUFFIXES: readonly (readonly [number, number])[] = [
  [1, 256],
  [2, 1024],
  [3, 2048],
  [4, 4096],
]
const SHAPES = 512

export const affixRows = (form: string): number[] => {
  const plain = plainForm(form)
  const characters = [...lowerForm(plain)]
  const rows: number[] = []
  let base = 0
  const add = (text: string, buckets: number) => {
    rows.push(base + (hashText(text) % buckets))
    base += buckets
  }
  for (const [length, buckets] of PREFIXES) add(`<${characters.slice(0, length).join('')}`, buckets)
  for (const [length, buckets] of SUFFIXES) add(`${characters.slice(-length).join('')}>`, buckets)
  add(shapeOf(plain), SHAPES)
  return rows
}
