/** From the encoder's rows to tags and trees: scores of tags, of heads, and of relations for the heads chosen. */
import type { Arc, Reading, Tag } from '../reading.ts'
import { BATCH_ROWS, type Encoder, startsOf } from './encoder.ts'
import { type Kernel, type Layer, UNIT } from './kernel-memory.ts'
import type { ModelFile } from './model-file.ts'
import { bestTree } from './spanning-tree.ts'

/** Slope of a part's negative side, as trained. */
const LEAK = 0.1
/** Rows scored for relations at a time: a row is wide. */
const RELATION_ROWS = 64
/** A mark heads nothing in UD unless there is nothing else. */
const MARK_COST = 1e3

export type Decoder = (lengths: readonly number[]) => Reading[]

export const decoderOf = (model: ModelFile, kernel: Kernel, encoder: Encoder): Decoder => {
  const { sizes, relations } = model.header
  const tags = model.header.tags.map(tagOf)
  const isMark = tags.map(tag => tag.upos === 'PUNCT')
  const layer = (name: string): Layer =>
    kernel.layer(model.i8(name), model.f32(`${name}.scales`), model.f32(`${name}.bias`))
  const tagPart = layer('tag.part')
  const tagOut = layer('tag.out')
  const arcHead = layer('arc.head')
  const arcDependent = layer('arc.dependent')
  const arcWeight = layer('arc.weight')
  const relationHead = layer('relation.head')
  const relationDependent = layer('relation.dependent')
  const relationWeight = layer('relation.weight')

  const unitScale = kernel.floats(Float32Array.of(1 / UNIT))
  const widest = Math.max(sizes.tag, sizes.arc, sizes.relation)
  const floats = kernel.take(BATCH_ROWS * widest * 4)
  const rows = (size: number) => ({
    at: kernel.take((BATCH_ROWS + 4) * size * 2),
    scales: kernel.take((BATCH_ROWS + 4) * 4),
  })
  const tagRows = rows(sizes.tag)
  const headRows = rows(sizes.arc)
  const dependentRows = rows(sizes.arc)
  const relationRows = rows(sizes.relation)
  const relationHeads = kernel.take(BATCH_ROWS * sizes.relation * 4)
  const tagScores = kernel.take(BATCH_ROWS * tagOut.outputs * 4)
  const none = kernel.take((BATCH_ROWS + 4) * 4)
  const arcScores = kernel.take(BATCH_ROWS * (BATCH_ROWS + 4) * 4)
  const left = kernel.take(RELATION_ROWS * relationWeight.outputs * 4)
  const chosen = kernel.take(RELATION_ROWS * 4)
  const relationScores = kernel.take(RELATION_ROWS * relations.length * 4)

  /** A part of the encoder's rows as floats, before its bend. */
  const part = (layer: Layer, count: number, out = floats) =>
    kernel.call.multiply(
      encoder.out,
      encoder.stride,
      unitScale,
      0,
      layer.weights,
      layer.scales,
      layer.bias,
      out,
      layer.outputs * 4,
      count,
      layer.outputs,
      layer.inputs,
    )
  const quantised = (to: { at: number; scales: number }, count: number, size: number, leak: number) =>
    kernel.call.quantise(floats, size * 4, to.at, size * 2, to.scales, count, size, leak)
  const product = (from: { at: number; scales: number }, first: number, layer: Layer, out: number, count: number) =>
    kernel.call.multiply(
      from.at + first * layer.inputs * 2,
      layer.inputs * 2,
      from.scales + first * 4,
      4,
      layer.weights,
      layer.scales,
      layer.bias,
      out,
      layer.outputs * 4,
      count,
      layer.outputs,
      layer.inputs,
    )

  const best = (at: number, count: number): number => {
    const { f32 } = kernel
    let best = 0
    for (let i = 1; i < count; i++) if ((f32[at + i] as number) > (f32[at + best] as number)) best = i
    return best
  }

  const chooseTags = (count: number): Int32Array => {
    part(tagPart, count)
    quantised(tagRows, count, sizes.tag, LEAK)
    product(tagRows, 0, tagOut, tagScores, count)
    return Int32Array.from({ length: count }, (_, row) => best(tagScores / 4 + row * tagOut.outputs, tags.length))
  }

  const chooseHeads = (starts: readonly number[], lengths: readonly number[], tagOfRow: Int32Array, count: number) => {
    part(arcHead, count)
    quantised(headRows, count, sizes.arc, LEAK)
    part(arcDependent, count)
    quantised(dependentRows, count, sizes.arc, LEAK)
    product(dependentRows, 0, arcWeight, floats, count)
    quantised(dependentRows, count, sizes.arc, 1)
    return lengths.map((n, s) => {
      const start = starts[s] as number
      const width = Math.ceil((n + 1) / 4) * 4
      kernel.call.multiply(
        dependentRows.at + (start + 1) * sizes.arc * 2,
        sizes.arc * 2,
        dependentRows.scales + (start + 1) * 4,
        4,
        headRows.at + start * sizes.arc * 2,
        headRows.scales + start * 4,
        none,
        arcScores,
        width * 4,
        n,
        width,
        sizes.arc,
      )
      const { f32 } = kernel
      const cost = Float64Array.from({ length: n + 1 }, (_, h) =>
        h > 0 && isMark[tagOfRow[start + h] as number] ? MARK_COST : 0,
      )
      const from = arcScores / 4
      return bestTree(n, (d, h) => (f32[from + (d - 1) * width + h] as number) - (cost[h] as number))
    })
  }

  const root = relations.indexOf('root')
  const chooseRelations = (headOfRow: Int32Array, count: number): Int32Array => {
    const { call } = kernel
    part(relationHead, count, relationHeads)
    call.leakyRelu(relationHeads, count * sizes.relation, LEAK)
    part(relationDependent, count)
    quantised(relationRows, count, sizes.relation, LEAK)
    const relationOfRow = new Int32Array(count)
    for (let first = 0; first < count; first += RELATION_ROWS) {
      const n = Math.min(RELATION_ROWS, count - first)
      product(relationRows, first, relationWeight, left, n)
      kernel.i32.set(headOfRow.subarray(first, first + n), chosen / 4)
      const stride = relationWeight.outputs * 4
      call.pair(
        left,
        stride,
        relationHeads,
        chosen,
        relationScores,
        relations.length * 4,
        n,
        relations.length,
        sizes.relation,
      )
      for (let i = 0; i < n; i++) {
        const at = relationScores / 4 + i * relations.length
        kernel.f32[at + root] = Number.NEGATIVE_INFINITY
        relationOfRow[first + i] = best(at, relations.length)
      }
    }
    return relationOfRow
  }

  return lengths => {
    const starts = startsOf(lengths.map(length => ({ length })))
    const count = lengths.reduce((sum, length) => sum + length + 1, 0)
    const tagOfRow = chooseTags(count)
    const heads = chooseHeads(starts, lengths, tagOfRow, count)
    const headOfRow = new Int32Array(count)
    heads.forEach((headsHere, s) => {
      const start = starts[s] as number
      for (let d = 1; d < headsHere.length; d++) headOfRow[start + d] = start + (headsHere[d] as number)
    })
    const relationOfRow = chooseRelations(headOfRow, count)
    return heads.map((headsHere, s): Reading => {
      const start = starts[s] as number
      const arcs: Arc[] = []
      const tagsHere: Tag[] = []
      for (let d = 1; d < headsHere.length; d++) {
        const head = (headsHere[d] as number) - 1
        arcs.push({ head, deprel: head < 0 ? 'root' : (relations[relationOfRow[start + d] as number] as string) })
        tagsHere.push(tags[tagOfRow[start + d] as number] as Tag)
      }
      return { tags: tagsHere, arcs }
    })
  }
}

const tagOf = (name: string): Tag => {
  const [upos = 'X', xpos = 'FW'] = name.split(' ')
  return { upos, xpos }
}
