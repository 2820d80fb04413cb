import { type ActorId, addDays, type Claim, type Day, isState, type Receipt } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type Driver, driverSettings, driversOf } from '../relations/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { eventReceipt } from './receipts.ts'
import type { Search } from './search.ts'

/** data/check/mechanisms.yaml. */
interface MechanismsFile {
  readonly mechanisms: readonly {
    readonly name: string
    readonly words: string
    readonly must: readonly string[]
    readonly mustNot: readonly string[]
  }[]
  readonly through: readonly string[]
}

let file: MechanismsFile | null = null
export const mechanismWords = (): MechanismsFile => {
  file ??= readShippedYaml<MechanismsFile>('check', 'mechanisms.yaml')
  return file
}

/** The mechanisms that a text names by its words. */
export const mechanismsNamed = (text: string): string[] =>
  mechanismWords().mechanisms.flatMap(({ name, words }) => (new RegExp(words, 'iu').test(text) ? [name] : []))

/** Whether claims name one of the third parties that a mechanism runs through; a mechanism of the two alone needs none. */
export const namesThird = ({ mechanism, through }: Driver, claims: readonly Claim[]): boolean =>
  !mechanismWords().through.includes(mechanism) || claims.some(c => c.actors.some(({ id }) => through.includes(id)))

/** A mechanism on a case, with its events as receipts. */
export interface Weighed {
  readonly driver: Driver
  readonly for: readonly Receipt[]
  readonly against: readonly Receipt[]
}

/** What the record says of every mechanism for two states that moved one way, as of a day: never from timing alone. */
export const weighedMechanisms = async (
  search: Search,
  pair: readonly [ActorId, ActorId],
  direction: 1 | -1,
  until: Day,
): Promise<readonly Weighed[]> => {
  const from = addDays(until, -driverSettings().window)
  const events = (await search.involving(pair, { from, to: until })).filter(e => e.day >= from)
  const byId = new Map<string, AsOfEvent>(events.map(e => [e.id, e]))
  const receipts = (list: Driver['for'], bearing: Receipt['bearing']) =>
    list.flatMap(({ id }) => {
      const event = byId.get(id)
      return event ? [eventReceipt(event, bearing, search.asOf)] : []
    })
  return driversOf({ pair, direction, from, to: until, events, facts: [] }).map(driver => ({
    driver,
    for: receipts(driver.for, 'for'),
    against: receipts(driver.against, 'against'),
  }))
}

/** Third states that a claim names beside a pair. */
export const thirdsIn = (claim: Claim, pair: readonly ActorId[]): ActorId[] => [
  ...new Set(
    claim.actors.flatMap(({ id }) => (pair.includes(id) || (!isState(id) && !/^(grp|org):/.test(id)) ? [] : [id])),
  ),
]
