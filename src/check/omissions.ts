import { type ActorId, addDays, type CheckedLedger, type Ledger, type Receipt } from '../domain/index.ts'
import { weightOf } from '../relations/index.ts'
import { eventReceipt } from './receipts.ts'
import type { Search } from './search.ts'
import { pairFirst, whoActs } from './sides.ts'
import { thresholds } from './thresholds.ts'
import { inWords } from './wording.ts'

/** The two whom most claims of a document name together; null where none names two. */
const mainPair = (ledger: Ledger, until: string): readonly [ActorId, ActorId] | null => {
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

/**
 * What the record holds of weight for the document's main pair in the year before it, and no claim touches: one act a day,
 * the weightiest first. `shown`: receipts of the claims that tell of acts; a day on which one lies counts as touched.
 */
export const omissionsOf = async (
  ledger: Ledger,
  shown: readonly Receipt[],
  search: Search,
): Promise<CheckedLedger['omissions']> => {
  const { days, weight, most } = thresholds().omissions
  const until = search.asOf
  const pair = mainPair(ledger, until)
  if (!pair) return []
  const span = { from: addDays(until, -days), to: until }
  const touched = new Set(shown.flatMap(r => ('event' in r && r.bearing === 'for' ? [r.day] : [])))
  const events = (await search.between(pair, span)).filter(
    e => e.day >= span.from && Math.abs(weightOf(e)) >= weight && !touched.has(e.day),
  )
  const heaviest = [...events].sort(
    (a, b) => Math.abs(weightOf(b)) - Math.abs(weightOf(a)) || b.day.localeCompare(a.day) || (a.id < b.id ? -1 : 1),
  )
  return heaviest
    .filter((event, i) => heaviest.findIndex(other => other.day === event.day) === i)
    .slice(0, most)
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(event => ({
      says: `Not mentioned, ${inWords(event.day)}: ${event.summary}`,
      receipts: [eventReceipt(event, 'context', search.asOf)],
    }))
}
