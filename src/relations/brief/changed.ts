import { addDays, type Day } from '../../domain/index.ts'
import { type AsOfEvent, independent } from '../../record/index.ts'
import type { CarriedTurn, PairRelation } from '../pair/index.ts'
import { withoutSecondAccounts } from '../series/index.ts'
import { weightOf } from '../weights.ts'
import { briefSettings } from './settings.ts'

/** An event that the page shows: what part it has in the change. */
export interface ChangedEvent extends AsOfEvent {
  /** It carries the turn, goes the arrow's way, or goes against it. */
  readonly bearing: 'turn' | 'with' | 'against'
  /** Independent publishers that told of it by the day asked for. */
  readonly witnesses: number
}

/** Independent publishers of an event by a day; what nobody dates may have been found later. */
export const witnessesOf = ({ sources }: AsOfEvent, asOf: Day): number =>
  independent(
    sources.flatMap(({ publisher, published }) => (published === null || published <= asOf ? [publisher] : [])),
  )

/**
 * The events of the last year that a page tells: what most publishers told and what weighs most, one a day. One place is kept for what
 * goes against the direction: a page that hid it would mislead. `way`: 1 warmer, -1 colder, 0 where no direction is named.
 */
export const changedIn = ({ events, as_of }: PairRelation, way: number, turn: CarriedTurn | null): ChangedEvent[] => {
  const s = briefSettings()
  const carriers = new Set(turn?.events ?? [])
  const points = (e: ChangedEvent): number =>
    Math.min(e.witnesses, s.witnesses) + Math.abs(weightOf(e)) / s.weight_a_point
  const told = withoutSecondAccounts(events)
    .filter(e => e.day > addDays(as_of, -s.look_back) && weightOf(e) !== 0)
    .map((e): ChangedEvent => {
      const bearing = carriers.has(e.id) ? 'turn' : weightOf(e) * way < 0 ? 'against' : 'with'
      return { ...e, bearing, witnesses: witnessesOf(e, as_of) }
    })
    .sort((x, y) => points(y) - points(x) || (x.day + x.id > y.day + y.id ? -1 : 1))
  const days = new Set<Day>()
  const isFirstOfDay = ({ day }: AsOfEvent): boolean => !days.has(day) && days.add(day).size > 0
  const against = told.find(e => e.bearing === 'against')
  const rest = told.filter(e => e.bearing !== 'against').filter(isFirstOfDay)
  const carrier = rest.find(e => e.bearing === 'turn')
  const ordered = [...(carrier ? [carrier] : []), ...rest.filter(e => e !== carrier)]
  return [...ordered.slice(0, against ? s.shown - 1 : s.shown), ...(against ? [against] : [])].sort((x, y) =>
    x.day + x.id < y.day + y.id ? -1 : 1,
  )
}
