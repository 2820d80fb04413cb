import type { Arc } from './arc.ts'
import { guideFeaturesOf } from './guide-features.ts'
import { type FeatureList, hashText } from './hashing.ts'
import type { Tag } from './tagger.ts'
import type { ParseState } from './transitions.ts'
import { lowerForm, plainForm } from './word-form.ts'

const NONE = hashText('<none>')
const ROOT = hashText('<root>')
const NO_MARKER = hashText('<bare>')

const labelHashes = new Map<string, number>()
const labelHash = (label: string): number => {
  let hash = labelHashes.get(label)
  if (hash === undefined) {
    hash = hashText(`label ${label}`)
    labelHashes.set(label, hash)
  }
  return hash
}

/** Relations whose presence below a head tells what else it can take. */
const TELLING = [
  ['nsubj', 'nsubj:pass', 'csubj', 'expl'],
  ['obj', 'ccomp', 'xcomp'],
  ['cop', 'aux', 'aux:pass'],
  ['mark', 'case'],
  ['cc'],
  ['conj'],
  ['punct'],
  ['det', 'nmod:poss'],
  ['acl:relcl', 'acl'],
  ['obl', 'nmod'],
  ['appos', 'flat'],
  ['advcl', 'parataxis'],
]
const tellingBits = new Map(TELLING.flatMap((labels, bit) => labels.map(label => [label, 1 << bit] as const)))

/** How many words of a kind stand before each position, for counting between two places. */
const runningCount = (tags: readonly Tag[], is: (tag: Tag) => boolean): Int32Array => {
  const counts = new Int32Array(tags.length + 2)
  tags.forEach((tag, i) => {
    counts[i + 1] = (counts[i] as number) + (is(tag) ? 1 : 0)
  })
  counts[tags.length + 1] = counts[tags.length] as number
  return counts
}

const distanceBin = (distance: number): number => (distance < 5 ? distance : distance < 8 ? 5 : distance < 14 ? 6 : 7)

/**
 * The features of a sentence's parse states; words and tags are hashed once. With `guide`, another parser's tree of the
 * sentence, what that tree says of the words at hand is a feature too (Nivre & McDonald 2008).
 */
export const parseFeaturesOf = (forms: readonly string[], tags: readonly Tag[], guide?: readonly Arc[]) => {
  const n = forms.length
  // The cell before the first word (index 0 here is word -1) stands for "none", the one behind the last for the root.
  const word = new Int32Array(n + 2).fill(ROOT)
  const pos = new Int32Array(n + 2).fill(ROOT)
  const fine = new Int32Array(n + 2).fill(ROOT)
  const ending = new Int32Array(n + 2).fill(ROOT)
  word[0] = pos[0] = fine[0] = ending[0] = NONE
  forms.forEach((form, i) => {
    const lower = lowerForm(plainForm(form))
    const tag = tags[i] as Tag
    word[i + 1] = hashText(lower)
    pos[i + 1] = hashText(tag.upos)
    fine[i + 1] = hashText(`${tag.upos} ${tag.xpos}`)
    ending[i + 1] = hashText(`-${lower.slice(-3)}`)
  })
  const verbs = runningCount(tags, tag => tag.upos === 'VERB')
  const commas = runningCount(tags, tag => tag.xpos === ',' || tag.xpos === ':')
  const joints = runningCount(tags, tag => tag.upos === 'CCONJ')

  const w = (i: number) => word[i + 1] as number
  const p = (i: number) => pos[i + 1] as number
  const t = (i: number) => fine[i + 1] as number

  const advice = guide && guideFeaturesOf(guide)

  return (state: ParseState, into: FeatureList): void => {
    const { left1, left2, right1, right2 } = state
    const s0 = state.below(0)
    const s1 = state.below(1)
    const s2 = state.below(2)
    const b0 = state.buffer
    const b1 = b0 < n - 1 ? b0 + 1 : -1
    const b2 = b0 < n - 2 ? b0 + 2 : -1
    const b3 = b0 < n - 3 ? b0 + 3 : -1
    const of = (cells: Int32Array, i: number) => (i < 0 ? -1 : (cells[i] as number))
    const l = (i: number) => (i < 0 ? NONE : labelHash(state.labels[i] as string))
    const between = (counts: Int32Array, from: number, to: number) =>
      from < 0 ? 0 : Math.min(3, (counts[to] as number) - (counts[from + 1] as number))
    const marker = (i: number) => (i < 0 || (state.marker[i] as number) < 0 ? NO_MARKER : w(state.marker[i] as number))
    const telling = (i: number) => {
      if (i < 0) return 0
      let bits = 1 << 20
      for (const child of [left1[i], left2[i], right1[i], right2[i]] as number[]) {
        if (child >= 0) bits |= tellingBits.get(state.labels[child] as string) ?? 0
      }
      return bits
    }
    const s0l = of(left1, s0)
    const s0l2 = of(left2, s0)
    const s0r = of(right1, s0)
    const s0r2 = of(right2, s0)
    const s1l = of(left1, s1)
    const s1l2 = of(left2, s1)
    const s1r = of(right1, s1)
    const s1r2 = of(right2, s1)
    const b0l = of(left1, b0)
    const b0l2 = of(left2, b0)
    const s0w = w(s0)
    const s1w = w(s1)
    const b0w = w(b0)
    const s0t = t(s0)
    const s1t = t(s1)
    const b0t = t(b0)
    const s0p = p(s0)
    const s1p = p(s1)
    const b0p = p(b0)
    const s0m = marker(s0)
    const s1m = marker(s1)
    const b0m = marker(b0)
    const toB0 = distanceBin(b0 - s0)
    const toS1 = s1 < 0 ? 9 : distanceBin(s0 - s1)
    const s0has = telling(s0)
    const s1has = telling(s1)
    const b0has = telling(b0)
    const s0v =
      s0 < 0 ? 0 : Math.min(3, state.leftCount[s0] as number) * 4 + Math.min(3, state.rightCount[s0] as number)
    const s1v = s1 < 0 ? 0 : Math.min(3, state.rightCount[s1] as number)
    const b0v = Math.min(3, state.leftCount[b0] as number)
    let k = 0
    into.length = 0
    // One word.
    into.add(k++, 0)
    into.add(k++, s0w, s0t)
    into.add(k++, s0w)
    into.add(k++, s0t)
    into.add(k++, s1w, s1t)
    into.add(k++, s1w)
    into.add(k++, s1t)
    into.add(k++, b0w, b0t)
    into.add(k++, b0w)
    into.add(k++, b0t)
    into.add(k++, w(b1))
    into.add(k++, t(b1))
    into.add(k++, w(b2))
    into.add(k++, t(b2))
    into.add(k++, t(s2))
    into.add(k++, w(s2))
    into.add(k++, ending[s0 + 1] as number, b0p)
    into.add(k++, ending[b0 + 1] as number, s0p)
    // Two words.
    into.add(k++, s0w, b0w)
    into.add(k++, s0w, b0t)
    into.add(k++, s0t, b0w)
    into.add(k++, s0t, b0t)
    into.add(k++, s0w, s0t, b0t)
    into.add(k++, s1w, s0w)
    into.add(k++, s1w, s0t)
    into.add(k++, s1t, s0w)
    into.add(k++, s1t, s0t)
    into.add(k++, s1t, b0t)
    into.add(k++, s1w, b0w)
    into.add(k++, s1w, b0t)
    into.add(k++, s1t, b0w)
    into.add(k++, b0t, t(b1))
    into.add(k++, b0w, w(b1))
    into.add(k++, s0w, t(b1))
    into.add(k++, b0w, t(b1))
    into.add(k++, s0t, w(b1), b0t)
    // Three.
    into.add(k++, s0t, b0t, t(b1))
    into.add(k++, s0p, b0p, p(b1))
    into.add(k++, s1t, s0t, b0t)
    into.add(k++, s1p, s0p, b0p)
    into.add(k++, t(s2), s1t, s0t)
    into.add(k++, p(s2), s1p, s0p)
    into.add(k++, b0p, p(b1), p(b2))
    into.add(k++, b0t, t(b1), t(b2))
    into.add(k++, p(b1), p(b2), p(b3))
    into.add(k++, s1w, s0t, b0t)
    into.add(k++, s1t, s0w, b0t)
    into.add(k++, s1t, s0t, b0w)
    into.add(k++, s1w, s0m, s0t)
    into.add(k++, s0w, b0w, t(b1))
    into.add(k++, s1w, s0w, b0p)
    // Dependents already attached.
    into.add(k++, s0t, t(s0l), b0t)
    into.add(k++, s0t, t(s0r), b0t)
    into.add(k++, s0t, b0t, t(b0l))
    into.add(k++, s0t, t(s0l), t(s0l2))
    into.add(k++, s0t, t(s0r), t(s0r2))
    into.add(k++, b0t, t(b0l), t(b0l2))
    into.add(k++, s1t, t(s1l), s0t)
    into.add(k++, s1t, t(s1r), s0t)
    into.add(k++, s1t, s0t, t(s0l))
    into.add(k++, s1t, s0t, t(s0r))
    into.add(k++, s1t, t(s1l), t(s1l2))
    into.add(k++, s1t, t(s1r), t(s1r2))
    into.add(k++, s0t, l(s0l), l(s0r))
    into.add(k++, s0t, l(s0l), l(s0l2))
    into.add(k++, s0t, l(s0r), l(s0r2))
    into.add(k++, s1t, l(s1l), l(s1r))
    into.add(k++, s1t, l(s1r), l(s1r2))
    into.add(k++, b0t, l(b0l), l(b0l2))
    into.add(k++, w(s0l), s0t)
    into.add(k++, w(s0r), s0t)
    into.add(k++, w(s1l), s1t, s0p)
    into.add(k++, w(s1r), s1t, s0p)
    into.add(k++, w(b0l), b0t, s0p)
    into.add(k++, s0w, l(s0r), b0p)
    into.add(k++, s1w, l(s1r), s0p)
    into.add(k++, s0w, l(s0l), b0p)
    // What a head has so far.
    into.add(k++, s0t, s0has)
    into.add(k++, s0t, s0has, b0t)
    into.add(k++, s1t, s1has, s0t)
    into.add(k++, s0p, s0has, hash2(b0p, b0has))
    into.add(k++, s1p, s1has, hash2(s0p, s0has))
    into.add(k++, b0t, b0has, s0t)
    into.add(k++, s0w, s0has)
    into.add(k++, s1w, s1has, s0p)
    into.add(k++, b0w, b0has, s0p)
    into.add(k++, s0t, s0v)
    into.add(k++, s1t, s1v, s0t)
    into.add(k++, b0t, b0v, s0t)
    // Prepositions and subordinators.
    into.add(k++, s0w, b0m, b0p)
    into.add(k++, s1w, b0m, s0p)
    into.add(k++, s0t, b0m, b0w)
    into.add(k++, s0t, b0m, s1t)
    into.add(k++, s1t, s0m, s0t)
    into.add(k++, s1w, s0m)
    into.add(k++, s1t, s0m, s0w)
    into.add(k++, s1m, s0m, hash2(s1p, s0p))
    into.add(k++, s0m, b0m, hash2(s0p, b0p))
    into.add(k++, s0m, s0t, b0t)
    into.add(k++, s1m, s1t, s0t)
    into.add(k++, s0m, s0w, b0w)
    // Distance and what stands between.
    into.add(k++, toB0, s0t, b0t)
    into.add(k++, toB0, s0p, b0w)
    into.add(k++, toS1, s1t, s0t)
    into.add(k++, toS1, s1p, s0w)
    into.add(k++, toS1, s1w, s0p)
    const gapB = between(verbs, s0, b0) * 16 + between(commas, s0, b0) * 4 + between(joints, s0, b0)
    const gapS = s0 < 0 ? 0 : between(verbs, s1, s0) * 16 + between(commas, s1, s0) * 4 + between(joints, s1, s0)
    into.add(k++, gapB, s0t, b0t)
    into.add(k++, gapS, s1t, s0t)
    into.add(k++, gapB, s0p, b0w)
    into.add(k++, gapS, hash2(s1p, s0p), b0p)
    // Neighbours in the text, which the stack may have passed.
    into.add(k++, b0 > 0 ? t(b0 - 1) : NONE, b0t, s0t)
    into.add(k++, s0 > 0 ? t(s0 - 1) : NONE, s0t, b0t)
    into.add(k++, s0 >= 0 ? t(s0 + 1) : NONE, s0t, b0t)
    advice?.(state, { s0w, b0w, s0t, b0t, s1t }, into)
  }
}

const hash2 = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) | 0
