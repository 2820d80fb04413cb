import { actorKind, type Claim, type EventType } from '../domain/index.ts'
import { sidesOf } from './case.ts'
import type { Sought } from './matching.ts'
import { contentKeys, typesOf } from './terms.ts'

const peopleOf = (claim: Claim): readonly string[] => {
  if (claim.reading.kind === 'act' && claim.reading.people.length > 0) return claim.reading.people
  const ids = claim.actors.flatMap(a => (actorKind(a.id) === 'person' ? [a.id] : []))
  return [...new Set(ids)]
}

/** The words of a claim that tell what it is about, without the names in it. */
export const termsOf = (claim: Claim): string[] => {
  const { reading } = claim
  const words = 'terms' in reading && reading.terms.length > 0 ? reading.terms : [claim.quote]
  const names = [...claim.actors.map(a => a.mention), ...(claim.time ? [claim.time.mention] : [])]
  const hedges = claim.hedge?.words ?? []
  if (reading.kind === 'act') names.push(...reading.people, ...reading.places)
  return contentKeys(words, [...names, ...hedges])
}

/** The act that a claim speaks of, as something to look for. `fallback`: the types of its family, where neither reader nor words give one. */
export const soughtOf = (claim: Claim, directed = false, fallback: readonly EventType[] = []): Sought => {
  const terms = termsOf(claim)
  const read = claim.event?.type ?? null
  const suggested = typesOf(contentKeys([claim.quote]))
  const types = read ? [...new Set([read, ...(suggested[0] === read ? suggested : [])])] : suggested
  return {
    ...sidesOf(claim),
    directed,
    types: types.length > 0 ? types : fallback,
    people: peopleOf(claim),
    places: claim.reading.kind === 'act' ? claim.reading.places : [],
    terms,
  }
}
