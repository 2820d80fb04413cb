import { type ActorId, type EventType, isState, quadClass, type RecordEvent } from '../domain/index.ts'
import { isOtherManner, type Manner } from './manner.ts'
import { stateNamed } from './mentions.ts'
import { namesPerson, sameName, samePlace } from './names.ts'
import { generalKeys, keysOf } from './terms.ts'
import { thresholds } from './thresholds.ts'

/** What is looked for: parts that are unknown stay empty and drop out of the fit. */
export interface Sought {
  readonly source: ActorId | null
  readonly target: ActorId | null
  /** The act must go from source to target, unless the record calls it mutual. */
  readonly directed: boolean
  readonly types: readonly EventType[]
  readonly people: readonly string[]
  readonly places: readonly string[]
  /** Keys of content words. */
  readonly terms: readonly string[]
  readonly manner: Manner | null
}

export interface Match<E extends RecordEvent = RecordEvent> {
  readonly event: E
  /** 0 to 1. */
  readonly score: number
  /** Share of the content words that the event bears, and how many they are. */
  readonly terms: number
  readonly hits: number
  readonly typed: boolean
  /** Of the very type sought, not one that the same act might be filed under. */
  readonly exact: boolean
  readonly person: boolean
  /** The event lies at a place of another state than the one sought. */
  readonly elsewhere: boolean
  /** The event tells of a call where a visit is sought, or the other way round. */
  readonly otherwise: boolean
}

const side = (type: EventType): 'cooperation' | 'conflict' =>
  quadClass(type).endsWith('cooperation') ? 'cooperation' : 'conflict'

const typeFit = (event: RecordEvent, types: readonly EventType[]): number => {
  const { same_quad_class, same_side } = thresholds().match
  const [first] = types
  if (event.type === null || first === undefined) return 0
  if (event.type === first) return 1
  if (types.includes(event.type)) return 0.9
  if (quadClass(event.type) === quadClass(first)) return same_quad_class
  return side(event.type) === side(first) ? same_side : 0
}

const bodies = new WeakMap<RecordEvent, { readonly text: string; readonly keys: ReadonlySet<string> }>()
const bodyOf = (event: RecordEvent): { readonly text: string; readonly keys: ReadonlySet<string> } => {
  const known = bodies.get(event)
  if (known) return known
  const text = [event.summary, ...event.people, event.place ?? ''].join(' ')
  const body = { text, keys: keysOf(text) }
  bodies.set(event, body)
  return body
}

/** How many content words an event bears. */
export const termsHit = (event: RecordEvent, terms: readonly string[]): number =>
  terms.filter(t => bodyOf(event).keys.has(t)).length

/** The share of content words that an event bears, or shows by its type alone. */
const typedShare = (event: RecordEvent, { terms, types, source, target, places }: Sought, type: number): number => {
  const [first] = types
  // "The conflict" is that of two sides or of a place: any act of violence of one actor anywhere shows nothing.
  const isPinned = (source !== null && target !== null) || places.some(p => samePlace(p, bodyOf(event).text))
  const general = first !== undefined && type === 1 && isPinned ? generalKeys(first) : null
  const shown = terms.filter(t => general?.has(t) || bodyOf(event).keys.has(t)).length
  return terms.length === 0 ? 0 : shown / terms.length
}

/** Whether a person took part in an event; where it lists nobody, its words decide. */
export const tookPart = (event: RecordEvent, person: string): boolean =>
  event.people.length > 0 ? event.people.some(p => sameName(p, person)) : namesPerson(bodyOf(event).text, person)

/** Taking part tells more than being spoken of. */
const personFit = (event: RecordEvent, person: string): number => {
  if (event.people.some(p => sameName(p, person))) return 1
  if (!namesPerson(bodyOf(event).text, person)) return 0
  return event.people.length === 0 ? 1 : thresholds().match.spoken_of
}

const placeFit = (event: RecordEvent, places: readonly string[]): number => {
  if (event.place === null) return places.some(p => samePlace(p, bodyOf(event).text)) ? 1 : 0.5
  const at = stateNamed(event.place)
  return places.some(p => samePlace(p, bodyOf(event).text) || (at !== null && stateNamed(p) === at)) ? 1 : 0
}

/** A claim of Ankara and an event of Athens: the places named lie in different states. */
const isElsewhere = (event: RecordEvent, places: readonly string[]): boolean => {
  const at = event.place === null ? null : stateNamed(event.place)
  const states = places.flatMap(place => stateNamed(place) ?? [])
  return at !== null && states.length > 0 && !states.includes(at) && !places.some(p => samePlace(p, bodyOf(event).text))
}

/** Whether the two sides of an event are those sought; a side that is not known fits anyone. */
const sidesFit = (event: RecordEvent, { source, target, directed }: Sought): boolean => {
  const is = (sought: ActorId | null, id: ActorId | null) => sought === null || sought === id
  if (is(source, event.source) && is(target, event.target)) return true
  return (event.reciprocal || !directed) && is(source, event.target) && is(target, event.source)
}

/** How well an event fits what is sought; null when its sides do not. */
export const matchOf = <E extends RecordEvent>(event: E, sought: Sought): Match<E> | null => {
  if (!sidesFit(event, sought)) return null
  const { weights } = thresholds().match
  const parts: [number, number][] = []
  const type = typeFit(event, sought.types)
  if (sought.types.length > 0) parts.push([weights.type, type])
  const found = sought.people.map(p => personFit(event, p)).reduce((sum, fit) => sum + fit, 0)
  if (sought.people.length > 0) parts.push([weights.people, found / sought.people.length])
  // A side that is no state is as good as a name: few events have it.
  const isNamed = [sought.source, sought.target].some(id => id !== null && !isState(id))
  if (isNamed) parts.push([weights.people, 1])
  if (sought.places.length > 0) parts.push([weights.place, placeFit(event, sought.places)])
  const terms = typedShare(event, sought, type)
  if (sought.terms.length > 0) parts.push([weights.terms, terms])
  const all = parts.reduce((sum, [weight]) => sum + weight, 0)
  const fit = all === 0 ? 0 : parts.reduce((sum, [weight, part]) => sum + weight * part, 0) / all
  const elsewhere = isElsewhere(event, sought.places)
  const score = elsewhere ? fit * thresholds().match.elsewhere : fit
  const hits = termsHit(event, sought.terms)
  const otherwise = isOtherManner(sought.manner, event.summary)
  return {
    event,
    score,
    terms,
    hits,
    typed: type >= 0.9,
    exact: type === 1,
    person: found > 0 || isNamed,
    elsewhere,
    otherwise,
  }
}

/**
 * Whether a fit makes a witness: good enough all in all, of the right kind or about the right people or words, and, where
 * the claim names people and the event names others instead, never.
 */
export const isWitness = (match: Match, sought: Sought): boolean => {
  const t = thresholds().match
  if ((sought.people.length > 0 && !match.person) || match.otherwise) return false
  // All its words tell more than a type, which readers and records may see differently: is a recalled envoy a retreat or a sanction?
  const allWords = match.hits >= t.least_hits && match.terms === 1 && !match.elsewhere
  if (match.score < t.witness && !allWords) return false
  if (match.exact || match.person) return true
  // Filed under another type, an act shows itself by its words: one in common with a longer claim is chance.
  if (match.typed && (sought.terms.length < t.least_hits || match.hits >= t.least_hits)) return true
  return match.hits >= t.least_hits && match.terms >= t.least_terms
}

/** Fits of all events, best first, then the latest. */
export const matchesOf = <E extends RecordEvent>(events: readonly E[], sought: Sought): Match<E>[] =>
  events
    .flatMap(event => matchOf(event, sought) ?? [])
    .sort((a, b) => b.score - a.score || b.event.day.localeCompare(a.event.day) || (a.event.id < b.event.id ? -1 : 1))
