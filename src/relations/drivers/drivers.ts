import { type ActorId, addDays, type ClosedInterval, type Day } from '../../domain/index.ts'
import type { AsOfEvent, RecordReader } from '../../record/index.ts'
import { commonRival } from './common-rival.ts'
import { commonThreat } from './common-threat.ts'
import { domestic } from './domestic.ts'
import { type Case, type Driver, driverSettings, type Mechanism, thirdParty } from './evidence.ts'
import { leadership } from './leadership.ts'
import { leverage } from './leverage.ts'
import { patron } from './patron.ts'
import { factsOf } from './standing-facts.ts'
import { structure } from './structure.ts'
import { trade } from './trade.ts'

/** Drivers: why two states moved, one mechanism a file. A new one is a file here and a line in this list. */
export const MECHANISMS: readonly Mechanism[] = [
  leadership,
  commonRival,
  commonThreat,
  patron,
  leverage,
  trade,
  domestic,
  structure,
]

const ORDER = ['suggestive', 'timing alone', 'contradicted', 'absent']

/** What every mechanism says of a case: those with more for them first; none is proved by timing. */
export const driversOf = (c: Case): Driver[] =>
  MECHANISMS.map(mechanism => mechanism(c, driverSettings())).sort(
    (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || b.for.length - a.for.length,
  )

/** What mechanisms say, from events at hand and the dated facts that ship. */
export const driversFrom = (
  events: readonly AsOfEvent[],
  where: Pick<Case, 'pair' | 'direction' | 'from' | 'to'>,
): Driver[] => {
  const thirds = new Set(events.flatMap(event => thirdParty(event, where.pair) ?? []))
  return driversOf({ ...where, events, facts: factsOf(where.pair, where.from, where.to, [...thirds]) })
}

/** The days in which mechanisms look for what moved a pair by a day. */
export const lookedBefore = (until: Day): ClosedInterval => ({
  from: addDays(until, -driverSettings().window),
  to: until,
})

/** The same, asked of a record: events of both states in the days up to a change, as known on as-of. What came after it explains nothing. */
export const readDrivers = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  { direction, until }: { readonly direction: 1 | -1; readonly until: Day },
): Promise<Driver[]> => {
  const days = lookedBefore(until)
  const events = await record.events({ asOf, actors: pair, ...days, acting: 'any' })
  return driversFrom(events, { pair, direction, ...days })
}
