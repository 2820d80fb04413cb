import { type ActorId, actorKind, type Claim, type Day, isState } from '../domain/index.ts'
import { offices } from '../facts/index.ts'

/** Whom a claim is about, as far as their acts can be on record. */
export interface Sides {
  /** States, organisations and groups; people through the states whose offices they held. */
  readonly actors: readonly ActorId[]
  readonly source: ActorId | null
  readonly target: ActorId | null
}

/** The state whose office a person took last by a day; null for people of no table. */
const stateOf = (person: ActorId, until: Day): ActorId | null =>
  offices.of(person).findLast(held => held.from === null || held.from <= until)?.of ?? null

/** Who acts for an id: a person's state; nobody for regions and places. */
export const actorFor = (id: ActorId | null | undefined, until: Day): ActorId | null => {
  const kind = id ? actorKind(id) : null
  if (!id || kind === 'region' || kind === 'place') return null
  return kind === 'person' ? stateOf(id, until) : id
}

const relationPair = ({ reading }: Claim): readonly (ActorId | null)[] => ('pair' in reading ? reading.pair : [])

/** Those whom the author only cites are no part of what is claimed, unless their saying it is the claim. */
const speakerOf = ({ type, attribution }: Claim): ActorId | null =>
  type === 'statement' || type === 'accusation' ? attribution.actor : null

const namedBy = (claim: Claim, until: Day): ActorId[] => {
  const named = (roles: readonly string[], person: boolean) =>
    claim.actors.filter(a => roles.includes(a.role) && (actorKind(a.id) === 'person') === person).map(a => a.id)
  const ids = [
    ...[claim.event?.source, claim.event?.target, ...relationPair(claim)],
    ...[...named(['source', 'target', 'party'], false), speakerOf(claim), ...named(['about'], false)],
    ...[...named(['source', 'target', 'party'], true), ...named(['about'], true)],
  ]
  return [...new Set(ids.flatMap(id => actorFor(id, until) ?? []))]
}

/**
 * The actors of a claim. "A number of agreements were signed" names none: it speaks of those whom the claim before it, in
 * the same sentence or the last, speaks of.
 */
export const whoActs = (claim: Claim, all: readonly Claim[], until: Day): readonly ActorId[] => {
  const own = namedBy(claim, until)
  if (own.length > 0) return own
  return (
    precedingOf(claim, all)
      .map(other => namedBy(other, until))
      .find(ids => ids.length > 0) ?? []
  )
}

/** Claims that begin before a claim, in its sentence or the one before, nearest first. */
export const precedingOf = (claim: Claim, all: readonly Claim[]): readonly Claim[] =>
  all
    .filter(o => o.id !== claim.id && o.start <= claim.start && o.sentence >= claim.sentence - 1)
    .sort((a, b) => b.start - a.start || b.end - a.end)

/** The two sides of a claim, source first, where it has any: by its event, else by the roles of its actors, else in order. */
export const sidesOf = (claim: Claim, actors: readonly ActorId[], until: Day): Pick<Sides, 'source' | 'target'> => {
  const role = (wanted: string) => actorFor(claim.actors.find(a => a.role === wanted)?.id, until)
  const source = actorFor(claim.event?.source, until) ?? role('source')
  const target = actorFor(claim.event?.target, until) ?? role('target')
  if (source && target && source !== target) return { source, target }
  const [first, second] = pairFirst(actors.filter(id => id !== source && id !== target))
  if (source) return { source, target: first }
  if (target) return { source: first, target }
  return { source: first, target: second }
}

/** The first two of some actors, states before others: who the sides are where nothing else says so. */
export const pairFirst = (actors: readonly ActorId[]): readonly [ActorId | null, ActorId | null] => {
  const [first = null, second = null] = [...actors.filter(isState), ...actors.filter(id => !isState(id))]
  return [first, second]
}
