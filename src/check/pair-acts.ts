import type { ActorId, Bearing, Claim, Receipt, Valence } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { weightOf, withoutSecondAccounts } from '../relations/index.ts'
import type { Case } from './case.ts'
import { directionIn } from './leaning.ts'
import { rankOf } from './rank.ts'
import { eventReceipt } from './receipts.ts'
import type { Days } from './search.ts'
import { thresholds } from './thresholds.ts'

/** A pair whose relations a claim speaks of; the second null: one actor and all others. */
export type Pair = readonly [ActorId, ActorId | null]

/** Whose relations: as read, else the two sides; null where the claim names nobody. */
export const pairOf = (c: Case): Pair | null => {
  const { reading } = c.claim
  const read = reading.kind === 'relation' || reading.kind === 'extremum' ? reading.pair : null
  // Regions and people have no relations on record: then those who stand for them are meant.
  if (read && c.actors.includes(read[0]) && (read[1] === null || c.actors.includes(read[1]))) return read
  return c.source ? [c.source, c.target] : null
}

/** The side that a claim speaks of, before any negation: "have not improved" speaks of warming. Readers give it turned round, or not at all. */
export const sideOf = ({ reading, negated, quote }: Claim): Valence => {
  const valence = 'valence' in reading ? reading.valence : 0
  if (valence === 0) {
    const isMeant = reading.kind === 'relation' || (reading.kind === 'extremum' && reading.order === 'most')
    return isMeant ? directionIn(quote) : 0
  }
  if (!negated) return valence
  return valence === 1 ? -1 : 1
}

/** Events of a pair, or of one actor with other states and groups. */
export const eventsOf = async (c: Case, [a, b]: Pair, days: Days): Promise<readonly AsOfEvent[]> => {
  if (b !== null) return c.search.between([a, b], days)
  const all = await c.search.involving([a], days)
  return all.filter(e => e.target !== null && e.source !== e.target)
}

/** How much an act tells: what it weighs, and more where those at the top took part. */
const tells = (event: AsOfEvent): number => Math.abs(weightOf(event)) + thresholds().rank * Math.min(2, rankOf(event))

/** The acts that carry a finding: of one side, one a day, those that tell most first; beside equals the later one. */
export const carrying = (events: readonly AsOfEvent[], side: 1 | -1): AsOfEvent[] => {
  const best = new Map<string, AsOfEvent>()
  for (const event of withoutSecondAccounts(events)) {
    const other = best.get(event.day)
    if (weightOf(event) * side > 0 && (!other || tells(event) > tells(other))) best.set(event.day, event)
  }
  return [...best.values()].sort((a, b) => tells(b) - tells(a) || b.day.localeCompare(a.day) || (a.id < b.id ? -1 : 1))
}

/** Receipts for both sides: acts that lean as the claim says, and those that lean the other way. */
export const receiptsOfSides = (
  c: Case,
  events: readonly AsOfEvent[],
  side: 1 | -1,
  bearings: readonly [Bearing, Bearing],
): Receipt[] => [
  ...carrying(events, side).map(e => eventReceipt(e, bearings[0], c.asOf)),
  ...carrying(events, side === 1 ? -1 : 1).map(e => eventReceipt(e, bearings[1], c.asOf)),
]
