import type { ActorId, Ledger } from '../domain/index.ts'
import { pairFirst, whoActs } from './sides.ts'

/** The two whom most claims of a document name together; null where none names two. */
export const mainPair = (ledger: Ledger, until: string): readonly [ActorId, ActorId] | null => {
  const counts = new Map<string, { readonly pair: readonly [ActorId, ActorId]; count: number }>()
  for (const claim of ledger.claims) {
    const [a, b] = pairFirst(whoActs(claim, ledger.claims, until))
    if (!a || !b) continue
    const pair = a < b ? ([a, b] as const) : ([b, a] as const)
    const entry = counts.get(pair.join(' ')) ?? { pair, count: 0 }
    entry.count += 1
    counts.set(pair.join(' '), entry)
  }
  const sorted = [...counts.entries()].sort(([x, a], [y, b]) => b.count - a.count || (x < y ? -1 : 1))
  return sorted[0]?.[1].pair ?? null
}
