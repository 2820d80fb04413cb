import type { Arc } from './arc.ts'
import type { Tag } from './tagger.ts'

/**
 * Punctuation heads nothing in UD, but a greedy parse can end up with words below a full stop. They move to the mark's own
 * head; a mark that is the root hands that place to its first dependent that is a word.
 */
export const withoutHeadingMarks = (arcs: readonly Arc[], tags: readonly Tag[]): readonly Arc[] => {
  const isMark = (i: number): boolean => tags[i]?.upos === 'PUNCT'
  if (!arcs.some(arc => arc.head >= 0 && isMark(arc.head))) return arcs
  const root = arcs.findIndex(arc => arc.head < 0)
  const dependents = arcs.map((): number[] => [])
  arcs.forEach((arc, i) => {
    dependents[arc.head]?.push(i)
  })
  const below = (mark: number): readonly number[] => dependents[mark] ?? []
  const heir = isMark(root) ? firstWord(root, below, isMark) : root
  if (heir < 0) return arcs
  return arcs.map((arc, i) => {
    if (i === heir) return { head: -1, deprel: 'root' }
    let head = arc.head
    while (head >= 0 && isMark(head)) head = (arcs[head] as Arc).head
    if (head < 0) head = heir
    return { head, deprel: arc.deprel === 'root' ? (isMark(i) ? 'punct' : 'parataxis') : arc.deprel }
  })
}

/** Breadth first, the nearest word below a mark; -1 when there are only marks. */
const firstWord = (
  mark: number,
  below: (mark: number) => readonly number[],
  isMark: (i: number) => boolean,
): number => {
  let level = [mark]
  while (level.length > 0) {
    const next = level.flatMap(below)
    const word = next.find(i => !isMark(i))
    if (word !== undefined) return word
    level = next
  }
  return -1
}
