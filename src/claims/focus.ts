import type { Mention } from '../actors/index.ts'
import { type ActorId, isState } from '../domain/index.ts'
import type { Page } from './page.ts'

/** The two states that a document, or the text up to a sentence, speaks of most lately together. */
export type Focus = (sentence: number) => readonly [ActorId, ActorId] | null

const statesOf = (mentions: readonly Mention[]): ActorId[] => [
  ...new Set(
    mentions.flatMap(m => (m.state && isState(m.state) && m.how !== 'region' && m.how !== 'place' ? [m.state] : [])),
  ),
]

/** The pair that most sentences name together: the document's subject. */
const mainPair = (page: Page): readonly [ActorId, ActorId] | null => {
  const counts = new Map<string, number>()
  for (const s of page.sentences) {
    const states = statesOf(s.mentions).slice(0, 6)
    for (const [i, a] of states.entries())
      for (const b of states.slice(i + 1)) {
        const key = [a, b].sort().join(' ')
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  }
  const top = [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0]
  const [a, b] = top?.[0].split(' ') ?? []
  return a && b ? [a, b] : null
}

/** Of a sentence: the last pair whose relation the text named by then, else the document's main pair. */
export const focusOf = (page: Page): Focus => {
  const main = mainPair(page)
  const pairs: (readonly [ActorId, ActorId] | null)[] = []
  let current: readonly [ActorId, ActorId] | null = null
  for (const s of page.sentences) {
    const [a, b, c] = statesOf(s.mentions)
    const relation = s.labels.some(l => l.has('relation'))
    if (a && b && !c && relation) current = [a, b]
    pairs.push(current)
  }
  return sentence => pairs[sentence] ?? main
}
