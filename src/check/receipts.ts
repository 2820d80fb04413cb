import type { Bearing, Day, Fact, Landmark, Receipt, ReceiptSource, RecordEvent, Source } from '../domain/index.ts'
import { thresholds } from './thresholds.ts'
import { asSentence } from './wording.ts'

const bySource = (a: Source, b: Source): number =>
  (a.published ?? '9999').localeCompare(b.published ?? '9999') || (a.url < b.url ? -1 : a.url > b.url ? 1 : 0)

/** Sources that had been published by as-of first; those that came later, or bear no date, marked as found later. */
const listed = (sources: readonly Source[], asOf: Day): ReceiptSource[] => {
  const seen = (s: Source) => s.published !== null && s.published <= asOf
  const sorted = [...sources].sort(bySource)
  return [...sorted.filter(seen), ...sorted.filter(s => !seen(s)).map(s => ({ ...s, found_later: true as const }))]
}

/** An event as evidence. Of its curator's notes and tags nothing is read. */
export const eventReceipt = (event: RecordEvent, bearing: Bearing, asOf: Day): Receipt => ({
  event: event.id,
  day: event.day,
  ...(event.day_to === event.day ? {} : { day_to: event.day_to }),
  known: event.known,
  summary: event.summary,
  bearing,
  sources: listed(event.sources, asOf),
})

/**
 * A fact as evidence. Offices and memberships are public from their first day, so they count as known from then; their end
 * shows only once it has come. Facts without days (geography) are looked up for the day of judging, and say so.
 */
export const factReceipt = (fact: Fact, summary: string, bearing: Bearing, on: Day, asOf: Day): Receipt => {
  const from = fact.from ?? on
  return {
    fact: fact.fact,
    from,
    to: fact.to !== null && fact.to <= asOf ? fact.to : null,
    known: from,
    summary: asSentence(summary),
    bearing,
    sources: listed(fact.sources, asOf),
  }
}

/** A landmark counts as known from its first day: it was in every paper. */
export const landmarkReceipt = (landmark: Landmark, bearing: Bearing, asOf: Day): Receipt => ({
  fact: `landmark:${landmark.id}`,
  from: landmark.from,
  to: landmark.to <= asOf ? landmark.to : null,
  known: landmark.from,
  summary: landmark.summary,
  bearing,
  sources: listed(landmark.sources, asOf),
})

const ORDER: readonly Bearing[] = ['for', 'against', 'context']
const dayOf = (r: Receipt): Day => ('event' in r ? r.day : r.from)
const idOf = (r: Receipt): string => ('event' in r ? r.event : r.fact)

/** Each event or fact once, in its strongest bearing; for, against, context, then by day and id; no more than a reader reads. */
export const sortedReceipts = (receipts: readonly Receipt[]): Receipt[] => {
  const { most, ...caps } = thresholds().receipts
  const seen = new Set<string>()
  const kept = ORDER.flatMap(bearing => {
    const own = receipts.filter(r => r.bearing === bearing && !seen.has(idOf(r)))
    const unique = own.filter((r, i) => own.findIndex(o => idOf(o) === idOf(r)) === i).slice(0, caps[bearing])
    for (const r of unique) seen.add(idOf(r))
    return unique
  }).slice(0, most)
  const rank = (r: Receipt) => ORDER.indexOf(r.bearing)
  return kept.sort((a, b) => rank(a) - rank(b) || dayOf(a).localeCompare(dayOf(b)) || (idOf(a) < idOf(b) ? -1 : 1))
}
