/** The pairs of states that a text is about: those that stand in its claims together, the commonest first. */
import type { Claim } from '../api/types.ts'

const isState = (id: string): boolean => /^[A-Z]{3}$/.test(id)

const SHOWN = 3
/** A pair that stands together in fewer claims, beside one that does so often, is not what the text is about. */
const LEAST_PART = 0.2

export const pairsOf = (claims: readonly Pick<Claim, 'actors'>[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { actors } of claims) {
    const states = [...new Set(actors.map(({ id }) => id).filter(isState))].sort()
    for (const [i, a] of states.entries())
      for (const b of states.slice(i + 1)) counts.set(`${a}-${b}`, (counts.get(`${a}-${b}`) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return [...counts]
    .filter(([, count]) => count >= most * LEAST_PART)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, SHOWN)
    .map(([pair]) => pair)
}
