import { actorKind, type Claim, type EventType, quadClass } from '../domain/index.ts'
import type { Case } from './case.ts'
import { mannerOf } from './manner.ts'
import type { Sought } from './matching.ts'
import { stateNamed } from './mentions.ts'
import { contentKeys, typesOf } from './terms.ts'
import { termsFile } from './thresholds.ts'

const peopleOf = (claim: Claim): readonly string[] => {
  if (claim.reading.kind === 'act' && claim.reading.people.length > 0) return claim.reading.people
  const ids = claim.actors.flatMap(a => (actorKind(a.id) === 'person' ? [a.id] : []))
  return [...new Set(ids)]
}

/** The words of a claim that tell what it is about, without the names in it. */
export const termsOf = (claim: Claim): string[] => {
  const { reading } = claim
  const words = 'terms' in reading && reading.terms.length > 0 ? reading.terms : [claim.quote]
  // A verb whose tense dates a claim tells what happened all the same.
  const times = claim.time && claim.time.basis !== 'tense' ? [claim.time.mention] : []
  const names = [...claim.actors.map(a => a.mention), ...times]
  const hedges = claim.hedge?.words ?? []
  if (reading.kind === 'act') names.push(...reading.people, ...reading.places)
  return contentKeys(words, [...names, ...hedges])
}

/** "Visited Iran", "a visit to Iran": where a visit goes. */
const hostIn = (quote: string): string | null => {
  const host = new RegExp(termsFile().visits, 'u').exec(quote)?.[1] ?? null
  return host !== null && stateNamed(host) !== null ? host : null
}

/** "Tehran complained": a capital that acts is no place. */
const placesOf = ({ reading, actors, quote }: Claim): readonly string[] => {
  const acting = actors.filter(a => a.role === 'source').map(a => a.mention)
  const named = reading.kind === 'act' ? reading.places.filter(place => !acting.includes(place)) : []
  const host = hostIn(quote)
  return host === null || named.includes(host) ? named : [...named, host]
}

/** Acts that both sides do together: which of them is named first says nothing. */
const MUTUAL: readonly EventType[] = ['CONSULT', 'AGREE', 'COOPERATE']

/** Who did it to whom matters where the reader told both, and the act is none that both do together. */
const isDirected = ({ event }: Claim): boolean =>
  event !== null &&
  event.type !== null &&
  event.source !== null &&
  event.target !== null &&
  !MUTUAL.includes(event.type)

/** The act that a claim speaks of, as something to look for. */
export const soughtOf = (c: Case): Sought => {
  const { claim } = c
  const read = claim.event?.type ?? null
  // A noun like "threat" in a claim that was read as no act is no more than a word, unless it stands between two sides.
  const isAct = claim.reading.kind !== 'words' || (claim.type === 'attribute' && c.source !== null && c.target !== null)
  const suggested = isAct ? typesOf(contentKeys([claim.quote])) : []
  return {
    source: c.source,
    target: c.target,
    directed: isDirected(claim),
    types: read ? [...new Set([read, ...suggested])] : suggested,
    people: peopleOf(claim),
    places: placesOf(claim),
    terms: termsOf(claim),
    manner: read === null || quadClass(read) === 'verbal_cooperation' ? mannerOf(claim.quote) : null,
  }
}
