import { addDays, type Day, dayNumber } from '../../domain/index.ts'
import type { AsOfEvent } from '../../record/index.ts'
import type { CarriedTurn, PairRelation } from '../pair/index.ts'
import { withoutSecondAccounts } from '../series/index.ts'
import { weightOf } from '../weights.ts'
import { type CitedEvent, cite } from './grade.ts'
import { briefSettings } from './settings.ts'

/** An event that the page shows: what part it has in the change. */
export interface ChangedEvent extends CitedEvent {
  /** It lies in the turn and goes its way; goes the direction's way, or against it; or is of the other kind and from before the change. */
  readonly bearing: 'turn' | 'with' | 'against' | 'before'
}

/** What the events are held against: `way` is 1 warmer, -1 colder, 0 where no direction is named. */
export interface Change {
  readonly way: number
  readonly turn: CarriedTurn | null
  /** The first day of the half year. */
  readonly since: Day
}

const bearingOf = (event: AsOfEvent, { way, turn, since }: Change): ChangedEvent['bearing'] => {
  const [day, weight] = [dayNumber(event.day), weightOf(event)]
  const isTurns = turn !== null && day >= turn.from && day <= turn.to && weight > 0 === (turn.kind === 'thaw')
  if (isTurns) return 'turn'
  if (weight * way >= 0) return 'with'
  return event.day >= since ? 'against' : 'before'
}

/** Where a data set names no publishers, rows of one day that go the same way stand for them: what was told often was news. */
const rowsAlike = (events: readonly AsOfEvent[]): ((event: AsOfEvent) => number) => {
  const key = (event: AsOfEvent): string => `${event.day} ${Math.sign(weightOf(event))}`
  const counts = new Map<string, number>()
  for (const event of events) counts.set(key(event), (counts.get(key(event)) ?? 0) + 1)
  return event => counts.get(key(event)) ?? 0
}

/**
 * The events of the last year that a page tells: what most publishers told and what weighs most, one a day. One place is kept for what
 * goes against the direction, or went before it: a page that hid it would mislead.
 */
export const changedIn = ({ events, as_of }: PairRelation, change: Change): ChangedEvent[] => {
  const s = briefSettings()
  const alike = rowsAlike(events)
  const points = (e: ChangedEvent): number =>
    Math.min(e.sources.length > 0 ? e.witnesses : alike(e), s.witnesses) +
    Math.abs(weightOf(e)) / s.weight_a_point +
    (e.reciprocal ? s.together : 0)
  const told = withoutSecondAccounts(events)
    .filter(e => e.day > addDays(as_of, -s.look_back) && weightOf(e) !== 0)
    .map((e): ChangedEvent => ({ ...cite(e, as_of), bearing: bearingOf(e, change) }))
    .sort((x, y) => points(y) - points(x) || (x.day + x.id > y.day + y.id ? -1 : 1))
  const days = new Set<Day>()
  const isFirstOfDay = ({ day }: AsOfEvent): boolean => !days.has(day) && days.add(day).size > 0
  const is = (...bearings: ChangedEvent['bearing'][]) => told.filter(({ bearing }) => bearings.includes(bearing))
  const contrary = is('against')[0] ?? is('before')[0]
  const rest = is('turn', 'with').filter(isFirstOfDay)
  const carrier = rest.find(({ bearing }) => bearing === 'turn')
  const ordered = [...(carrier ? [carrier] : []), ...rest.filter(e => e !== carrier)]
  return [...ordered.slice(0, contrary ? s.shown - 1 : s.shown), ...(contrary ? [contrary] : [])].sort((x, y) =>
    x.day + x.id < y.day + y.id ? -1 : 1,
  )
}
