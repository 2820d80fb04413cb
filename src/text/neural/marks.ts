/**
 * Where a mark hangs by UD's rules, given the words' tree: brackets and quotation marks from the head of what they enclose, other marks as high as
 * they can without crossing an arc, from the lower of the two units that they part. The network knows it by habit only.
 */

/** What a mark is to the rules: one of a pair, or any other. */
export type MarkKind = keyof typeof OPENING_OF | 'opening bracket' | 'opening quote' | 'other'

const OPENING_OF = { 'closing bracket': 'opening bracket', 'closing quote': 'opening quote' } as const

/** Penn's names of brackets and quotation marks. */
const KINDS: Readonly<Record<string, MarkKind>> = {
  '-LRB-': 'opening bracket',
  '-RRB-': 'closing bracket',
  '``': 'opening quote',
  "''": 'closing quote',
}

export const markKind = (xpos: string): MarkKind => KINDS[xpos] ?? 'other'

/**
 * A head by the rules for each mark that has none of the heads they allow; 0 for all other words, and where they say nothing. Words are 1 to n; `marks` has a
 * place for each, undefined where it is no mark.
 */
export const headsByRule = (heads: Int32Array, marks: readonly (MarkKind | undefined)[]): Int32Array => {
  const ruled = new Int32Array(heads.length)
  if (!marks.some(Boolean)) return ruled
  const tree = { heads, marks, ...spansOf(heads, marks) }
  const paired = pairsIn(marks)
  for (let mark = 1; mark < heads.length; mark++) {
    if (!marks[mark] || heads[mark] === 0) continue
    const pair = paired.get(mark)
    const enclosed = pair && headOfStretch(tree, pair[0], pair[1])
    const path = enclosed ? [enclosed] : lowerUnit(tree, mark)
    if (path.length > 0 && !path.includes(heads[mark] as number)) ruled[mark] = path.at(-1) as number
  }
  return ruled
}

interface Tree {
  readonly heads: Int32Array
  readonly marks: readonly (MarkKind | undefined)[]
  /** The first and the last word, marks apart, of what hangs from each word. */
  readonly first: Int32Array
  readonly last: Int32Array
}

const spansOf = (heads: Int32Array, marks: Tree['marks']): Pick<Tree, 'first' | 'last'> => {
  const first = Int32Array.from(heads, (_, word) => word)
  const last = Int32Array.from(first)
  for (let word = 1; word < heads.length; word++) {
    if (marks[word]) continue
    for (let up = word; up !== 0; up = heads[up] as number) {
      first[up] = Math.min(first[up] as number, word)
      last[up] = Math.max(last[up] as number, word)
    }
  }
  return { first, last }
}

/** Both marks of each pair, by either. */
const pairsIn = (marks: Tree['marks']): Map<number, readonly [number, number]> => {
  const pairs = new Map<number, readonly [number, number]>()
  const open: number[] = []
  marks.forEach((kind, mark) => {
    if (kind === 'opening bracket' || kind === 'opening quote') open.push(mark)
    if (kind !== 'closing bracket' && kind !== 'closing quote') return
    const opening = open.findLastIndex(place => marks[place] === OPENING_OF[kind])
    if (opening < 0) return
    const pair = [open[opening] as number, mark] as const
    open.length = opening
    pairs.set(pair[0], pair).set(pair[1], pair)
  })
  return pairs
}

/** The one word between two places that hangs from outside; none where there are several. */
const headOfStretch = ({ heads, marks }: Tree, from: number, to: number): number | undefined => {
  const outward: number[] = []
  for (let word = from + 1; word < to; word++) {
    const head = heads[word] as number
    if (!marks[word] && (head <= from || head >= to)) outward.push(word)
  }
  return outward.length === 1 ? outward[0] : undefined
}

/** From the nearest word on one side up to the highest that the mark can hang from: the side whose unit is the lower. */
const lowerUnit = (tree: Tree, mark: number): number[] => {
  const left = climb(tree, mark, -1)
  const right = climb(tree, mark, 1)
  const [top, other] = [left.at(-1), right.at(-1)]
  if (top === undefined || other === undefined) return top === undefined ? right : left
  for (let up = top; up !== 0; up = tree.heads[up] as number) if (up === other) return left
  return right
}

const climb = ({ heads, marks, first, last }: Tree, mark: number, step: -1 | 1): number[] => {
  let word = mark + step
  while (marks[word]) word += step
  if (word < 1 || word >= heads.length) return []
  const path = [word]
  for (;;) {
    const up = heads[word] as number
    const crosses = step < 0 ? (last[word] as number) > mark : (first[word] as number) < mark
    if (crosses || up === 0 || marks[up] || up < mark !== step < 0) return path
    word = up
    path.push(word)
  }
}
