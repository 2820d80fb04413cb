/** From the encoder's rows to tags and trees: scores of tags, of heads, and of relations to the likely heads. */
import type { Arc, Reading, Tag } from '../reading.ts'
import { type Change, groupsOf, settleDoubles } from './doubles.ts'
import { BATCH_ROWS, type Encoder, startsOf } from './encoder.ts'
import { type Kernel, type Layer, UNIT } from './kernel-memory.ts'
import { logShareOfGreatest } from './log-share.ts'
import { headsByRule, markKind } from './marks.ts'
import type { ModelFile } from './model-file.ts'
import { leadOfNames } from './name-lead.ts'
import { RIVALS, rivalsOf, weighRivals } from './rivals.ts'
import { bestTree } from './spanning-tree.ts'

/** Slope of a part's negative side, as trained. */
const LEAK = 0.1
/** Rows scored for relations at a time: a row is wide. */
const RELATION_ROWS = 64
/** A mark heads nothing in UD unless there is nothing else. */
const MARK_COST = 1e3
/** By how much the rules for marks may overrule the scores of heads (a logarithm). */
const RULE_WEIGHT = 1.5

export type Decoder = (lengths: readonly number[]) => Reading[]

export const decoderOf = (model: ModelFile, kernel: Kernel, encoder: Encoder): Decoder => {
  const { sizes, relations } = model.header
  const tags = model.header.tags.map(tagOf)
  const isMark = tags.map(tag => tag.upos === 'PUNCT')
  const isName = tags.map(tag => tag.xpos === 'NNP' || tag.xpos === 'NNPS')
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

  /** Of the scores that `chooseTags` left. */
  const nameLead = (row: number): number => leadOfNames(kernel.f32, tagScores / 4 + row * tagOut.outputs, isName)

  /** Scores of heads for each sentence: a row for each word, the root first. */
  const scoreHeads = (starts: readonly number[], lengths: readonly number[], tagOfRow: Int32Array, count: number) => {
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
      const scores = new Float32Array(n * (n + 1))
      for (let d = 0; d < n; d++) {
        const from = arcScores / 4 + d * width
        scores.set(kernel.f32.subarray(from, from + n + 1), d * (n + 1))
      }
      const marks = Array.from({ length: n }, (_, h) => h + 1).filter(h => isMark[tagOfRow[start + h] as number])
      for (let row = 0; row < scores.length; row += n + 1)
        for (const h of marks) scores[row + h] = (scores[row + h] as number) - MARK_COST
      return scores
    })
  }

  const root = relations.indexOf('root')
  const mark = relations.indexOf('punct')
  const auxiliary = relations.indexOf('aux')
  /** For each tag of a present form the one of the bare form, which looks the same; -1 for all others. */
  const bareForm = tags.map(tag =>
    tag.xpos === 'VBP' ? tags.findIndex(({ upos, xpos }) => xpos === 'VB' && upos === tag.upos) : -1,
  )
  const groups = groupsOf(relations)
  /** Scores of relations of rows `first` to `first + n`, whose heads' rows are in `chosen`; `left` must be theirs. */
  const pair = (n: number) =>
    kernel.call.pair(
      left,
      relationWeight.outputs * 4,
      relationHeads,
      chosen,
      relationScores,
      relations.length * 4,
      n,
      relations.length,
      sizes.relation,
    )
  const bestRelation = (at: number): number => {
    kernel.f32[at + root] = Number.NEGATIVE_INFINITY
    return best(at, relations.length)
  }

  /** The best relation to each rival, and the logarithm of its share; the root has but one relation. Sentences lie one after the other, as in `rivals`. */
  const scoreRelations = (headRowsOfRow: Int32Array, starts: readonly number[], count: number) => {
    part(relationHead, count, relationHeads)
    kernel.call.leakyRelu(relationHeads, count * sizes.relation, LEAK)
    part(relationDependent, count)
    quantised(relationRows, count, sizes.relation, LEAK)
    const isStart = new Set(starts)
    const relationOf = new Int32Array(count * RIVALS)
    const logShares = new Float32Array(count * RIVALS)
    for (let first = 0; first < count; first += RELATION_ROWS) {
      const n = Math.min(RELATION_ROWS, count - first)
      product(relationRows, first, relationWeight, left, n)
      for (let k = 0; k < RIVALS; k++) {
        for (let i = 0; i < n; i++)
          kernel.i32[chosen / 4 + i] = Math.max(0, headRowsOfRow[(first + i) * RIVALS + k] as number)
        pair(n)
        for (let i = 0; i < n; i++) {
          const place = (first + i) * RIVALS + k
          const head = headRowsOfRow[place] as number
          if (head < 0) continue
          const at = relationScores / 4 + i * relations.length
          const relation = bestRelation(at)
          relationOf[place] = relation
          if (!isStart.has(head)) logShares[place] = logShareOfGreatest(kernel.f32, at, relations.length, relation)
        }
      }
    }
    return { relationOf, logShares }
  }

  /** Scores of one row's relations to a head; the result is where they stand. */
  const relationsTo = (row: number, headRow: number): number => {
    product(relationRows, row, relationWeight, left, 1)
    kernel.i32[chosen / 4] = headRow
    pair(1)
    return relationScores / 4
  }

  /** Other heads and relations of a word among its rivals, the likeliest first. `weighed` are its scores of heads. */
  const changesOf = (row: number, start: number, rivals: Int32Array, weighed: Float32Array, head: number): Change[] => {
    const changes: Change[] = []
    for (const rival of rivals) {
      if (rival <= 0) continue
      const at = relationsTo(row, start + rival)
      const likeliest = bestRelation(at)
      const loss = (weighed[head] as number) - (weighed[rival] as number)
      for (let relation = 0; relation < relations.length; relation++) {
        if (relation === root) continue
        const cost = loss + (kernel.f32[at + likeliest] as number) - (kernel.f32[at + relation] as number)
        changes.push({ head: rival, relation, cost })
      }
    }
    return changes.sort((a, b) => a.cost - b.cost)
  }

  return lengths => {
    const starts = startsOf(lengths.map(length => ({ length })))
    const count = lengths.reduce((sum, length) => sum + length + 1, 0)
    const tagOfRow = chooseTags(count)
    const leads = Int8Array.from({ length: count }, (_, row) => nameLead(row))
    const scores = scoreHeads(starts, lengths, tagOfRow, count)
    const rivals = lengths.map((n, s) => rivalsOf(scores[s] as Float32Array, n))
    const headRowsOfRow = new Int32Array(count * RIVALS).fill(-1)
    rivals.forEach((heads, s) => {
      const start = starts[s] as number
      headRowsOfRow.set(
        heads.map(head => (head < 0 ? -1 : start + head)),
        (start + 1) * RIVALS,
      )
    })
    const { relationOf, logShares } = scoreRelations(headRowsOfRow, starts, count)
    return lengths.map((n, s): Reading => {
      const start = starts[s] as number
      const own = scores[s] as Float32Array
      weighRivals(own, n, rivals[s] as Int32Array, logShares.subarray((start + 1) * RIVALS, (start + 1 + n) * RIVALS))
      const heads = bestTree(n, (d, h) => own[(d - 1) * (n + 1) + h] as number)
      const relationAt = Int32Array.from(heads, (head, d) => {
        const row = start + d
        if (head === 0) return root
        const k = headRowsOfRow.subarray(row * RIVALS, (row + 1) * RIVALS).indexOf(start + head)
        return k < 0 ? bestRelation(relationsTo(row, start + head)) : (relationOf[row * RIVALS + k] as number)
      })
      settleDoubles(heads, relationAt, groups, d =>
        changesOf(
          start + d,
          start,
          (rivals[s] as Int32Array).subarray((d - 1) * RIVALS, d * RIVALS),
          own.subarray((d - 1) * (n + 1), d * (n + 1)),
          heads[d] as number,
        ),
      )
      const marks = Array.from(heads, (_, d) =>
        relationAt[d] === mark && d > 0 ? markKind((tags[tagOfRow[start + d] as number] as Tag).xpos) : undefined,
      )
      headsByRule(heads, marks).forEach((head, d) => {
        const row = own.subarray((d - 1) * (n + 1), d * (n + 1))
        if (head > 0 && !heads.includes(d) && (row[head] as number) + RULE_WEIGHT > (row[heads[d] as number] as number))
          heads[d] = head
      })
      // A verb behind its auxiliary ("might, in due course, agree") has no tense of its own.
      relationAt.forEach((relation, d) => {
        const verb = start + (heads[d] as number)
        const bare =
          d > 0 && relation === auxiliary && start + d < verb ? (bareForm[tagOfRow[verb] as number] as number) : -1
        if (bare >= 0) tagOfRow[verb] = bare
      })
      const arcs: Arc[] = []
      const tagsHere: Tag[] = []
      for (let d = 1; d <= n; d++) {
        arcs.push({ head: (heads[d] as number) - 1, deprel: relations[relationAt[d] as number] as string })
        tagsHere.push(tags[tagOfRow[start + d] as number] as Tag)
      }
      return { tags: tagsHere, arcs, nameLeads: leads.slice(start + 1, start + 1 + n) }
    })
  }
}

const tagOf = (name: string): Tag => {
  const [upos = 'X', xpos = 'FW'] = name.split(' ')
  return { upos, xpos }
}
