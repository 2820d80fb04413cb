import type { Mention } from '../actors/index.ts'
import { type ActorId, isState } from '../domain/index.ts'
import type { Page } from './page.ts'

/** Whom a text speaks of around a sentence. */
export interface Around {
  /** The two states that the document, or the text up to the sentence, speaks of most lately together. */
  readonly pair: readonly [ActorId, ActorId] | null
  /** States that the sentence names. */
  readonly named: readonly ActorId[]
  /** States of the sentences before it, the one named last first. */
  readonly before: readonly ActorId[]
}
export type Focus = (sentence: number) => Around

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

/** Of a sentence: the last pair whose relation the text named by then, else the document's main pair; and the states around it. */
export const focusOf = (page: Page): Focus => {
  const main = mainPair(page)
  const around: Around[] = []
  let current: readonly [ActorId, ActorId] | null = null
  let before: readonly ActorId[] = []
  for (const s of page.sentences) {
    const named = statesOf(s.mentions)
    const [a, b, c] = named
    const relation = s.labels.some(l => l.has('relation'))
    if (a && b && !c && relation) current = [a, b]
    around.push({ pair: current ?? main, named, before })
    before = [...new Set([...[...named].reverse(), ...before])]
  }
  return sentence => around[sentence] ?? { pair: main, named: [], before: [] }
}
