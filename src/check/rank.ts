import type { RecordEvent } from '../domain/index.ts'
import { offices } from '../facts/index.ts'
import { termsFile } from './thresholds.ts'

const ranks = new WeakMap<RecordEvent, number>()

/** How high an event ranks as a contact: the number of its people who then held one of the highest offices. */
export const rankOf = (event: RecordEvent): number => {
  const known = ranks.get(event)
  if (known !== undefined) return known
  const high = new Set(termsFile().high_offices)
  const rank = event.people.filter(name => offices.holding(name, event.day).some(held => high.has(held.object))).length
  ranks.set(event, rank)
  return rank
}

/** One event a day, the highest-ranking; then by rank, meetings of both sides before words of one, the latest first. */
export const byRank = <E extends RecordEvent>(events: readonly E[]): E[] => {
  const order = (a: E, b: E) =>
    rankOf(b) - rankOf(a) ||
    Number(b.reciprocal) - Number(a.reciprocal) ||
    b.day.localeCompare(a.day) ||
    (a.id < b.id ? -1 : 1)
  const days = new Map<string, E>()
  for (const event of events) {
    const other = days.get(event.day)
    if (!other || order(event, other) < 0) days.set(event.day, event)
  }
  return [...days.values()].sort(order)
}
