import { type ActorId, addDays, type CheckedLedger, type Receipt } from '../domain/index.ts'
import { weightOf } from '../relations/index.ts'
import { eventReceipt } from './receipts.ts'
import type { Search } from './search.ts'
import { thresholds } from './thresholds.ts'
import { inWords } from './wording.ts'

/**
 * Acts of weight between a document's main pair in the year before it that no claim touches: one a day, the weightiest first.
 * `shown`: receipts of the claims that tell of acts; a day on which one lies, or a landmark, counts as touched.
 */
export const omittedActs = async (
  pair: readonly [ActorId, ActorId],
  shown: readonly Receipt[],
  search: Search,
): Promise<CheckedLedger['omissions']> => {
  const { days, weight, most } = thresholds().omissions
  const span = { from: addDays(search.asOf, -days), to: search.asOf }
  const told = shown.filter(r => r.bearing === 'for')
  const touched = new Set(told.flatMap(r => ('event' in r ? [r.day] : r.fact.startsWith('landmark:') ? [r.from] : [])))
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
