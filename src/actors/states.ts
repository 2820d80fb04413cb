import type { ActorId, Day } from '../domain/index.ts'
import { regionIds, regionMembers, regionName } from '../facts/index.ts'
import { listOf, readTable } from './tables.ts'

/** A state by all that a user may type for it: for lists to pick from. */
export interface TypedState {
  readonly id: ActorId
  readonly iso2: string | null
  readonly name: string
  readonly names: readonly string[]
  readonly demonyms: readonly string[]
  readonly capitals: readonly string[]
  /** Null: as far back, or on, as the record may go. */
  readonly from: Day | null
  readonly to: Day | null
}

/** A region by which analysts group states; not `complete` where writers differ about its edge. */
export interface PickedRegion {
  readonly id: ActorId
  readonly name: string
  readonly complete: boolean
  readonly states: readonly ActorId[]
}

const orNull = (cell: string | undefined): string | null => (cell ? cell : null)

const inLists = ({ name }: TypedState): string => name.replace(/^the /, '')

/** All states, by their names. */
export const typedStates = (): TypedState[] =>
  readTable('states')
    .map(row => ({
      id: row.id ?? '',
      iso2: orNull(row.iso2),
      name: row.name ?? '',
      names: listOf(row.names),
      demonyms: [...new Set([...listOf(row.adjectives), ...listOf(row.people)])],
      capitals: listOf(row.capitals),
      from: orNull(row.from),
      to: orNull(row.to),
    }))
    .sort((a, b) => inLists(a).localeCompare(inLists(b), 'en'))

/** Regions of two states or more, by their names. */
export const pickedRegions = (): PickedRegion[] =>
  regionIds()
    .flatMap(id => {
      const members = regionMembers(id)
      const states = members?.facts.map(({ subject }) => subject) ?? []
      return states.length > 1 ? [{ id, name: regionName(id), complete: members?.complete ?? false, states }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
