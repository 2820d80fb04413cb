/**
 * No predicate has two subjects or two objects in UD, but each word's head and relation are found by themselves. Where two words claim one
 * place, the one that loses least by it takes its next best head and relation.
 */

/** Relations of which a head has one at most; those of a group exclude each other. Outer subjects (`nsubj:outer`) are beside an inner one. */
const SINGLE = [['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass'], ['obj'], ['iobj']]
/** Each change settles one double; the rest of a hopeless sentence stays as it is. */
const MOST_CHANGES = 8

/** Another reading of a word, and how much less likely than the present one it is (a logarithm). */
export interface Change {
  readonly head: number
  readonly relation: number
  readonly cost: number
}

/** For each relation the number of its group; -1 for those that a head may have many of. */
export const groupsOf = (relations: readonly string[]): Int32Array =>
  Int32Array.from(relations, relation => SINGLE.findIndex(group => group.includes(relation)))

/**
 * Changes `heads` and `relations` of words 1 to n (0 is the root; place 0 is unused) until no place is taken twice. `changesOf` gives a word's other
 * readings, the likeliest first.
 */
export const settleDoubles = (
  heads: Int32Array,
  relations: Int32Array,
  groups: Int32Array,
  changesOf: (word: number) => readonly Change[],
): void => {
  const placeOf = (head: number, relation: number): number => {
    const group = groups[relation] as number
    return group < 0 || head === 0 ? -1 : head * SINGLE.length + group
  }
  for (let changes = 0; changes < MOST_CHANGES; changes++) {
    const holders = new Map<number, number[]>()
    for (let word = 1; word < heads.length; word++) {
      const place = placeOf(heads[word] as number, relations[word] as number)
      if (place >= 0) holders.set(place, [...(holders.get(place) ?? []), word])
    }
    const rivals = [...holders.values()].find(words => words.length > 1)
    if (!rivals) return
    const isFree = (word: number, { head, relation }: Change) =>
      (holders.get(placeOf(head, relation)) ?? []).every(holder => holder === word)
    const best = rivals
      .map(word => ({
        word,
        change: changesOf(word).find(change => isFree(word, change) && !isBelow(heads, change.head, word)),
      }))
      .reduce((a, b) => ((b.change?.cost ?? Infinity) < (a.change?.cost ?? Infinity) ? b : a))
    if (!best.change) return
    heads[best.word] = best.change.head
    relations[best.word] = best.change.relation
  }
}

/** Whether `node` is `word` or hangs from it. */
const isBelow = (heads: Int32Array, node: number, word: number): boolean => {
  for (let up = node; up !== 0; up = heads[up] as number) if (up === word) return true
  return false
}
