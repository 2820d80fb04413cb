import { type ActorId, contains, type Day, type Fact } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { sourceOf } from './provenance.ts'

/** An entry of data/facts/memberships.yaml. */
interface GroupEntry {
  readonly id: ActorId
  readonly name: string
  /** Whether the list names all members since `since`: only then does a missing name mean "no member". */
  readonly complete: boolean
  readonly since: Day
  /** The organisation's last day, where it has ended. */
  readonly until?: Day
  readonly sources: readonly string[]
  /** Day → members that joined on it, and members that left on it, blank-separated. */
  readonly joined: Readonly<Record<Day, string>>
  readonly left?: Readonly<Record<Day, string>>
  /** Narrower roles: co-chairs, permanent members, observers. */
  readonly roles?: Readonly<Record<string, Pick<GroupEntry, 'joined' | 'left'>>>
  /** Conflicts that the group is charged with mediating. */
  readonly mediates?: Readonly<Record<ActorId, Day>>
}

const stays = (entry: Pick<GroupEntry, 'joined' | 'left'>): { who: ActorId; from: Day; to: Day | null }[] => {
  const days = (spans: Readonly<Record<Day, string>> | undefined) =>
    Object.entries(spans ?? {}).flatMap(([day, list]) => list.split(/\s+/).map(who => ({ who, day })))
  const exits = days(entry.left)
  return days(entry.joined).map(({ who, day }) => {
    // A state that comes back has two stays: each ends on the first exit after its beginning.
    const exit = exits.filter(e => e.who === who && e.day >= day).sort((a, b) => (a.day < b.day ? -1 : 1))[0]
    return { who, from: day, to: exit?.day ?? null }
  })
}

let entries: ReadonlyMap<ActorId, GroupEntry> | null = null
const groups = (): ReadonlyMap<ActorId, GroupEntry> => {
  entries ??= new Map(readShippedYaml<GroupEntry[]>('facts', 'memberships.yaml').map(entry => [entry.id, entry]))
  return entries
}

const short = (id: ActorId): string => id.replace(/^[a-z]+:/, '').toLowerCase()

/** All memberships of an organisation, with a role (`co-chair`) or, without one, plain ones. */
const of = (group: ActorId, role?: string): readonly Fact[] => {
  const entry = groups().get(group)
  const list = role === undefined ? entry : entry?.roles?.[role]
  if (!entry || !list) return []
  return stays(list).map(({ who, from, to }) => ({
    fact: `fact:member:${short(group)}:${role ? `${role.replace(/ /g, '-')}:` : ''}${short(who)}:${from}`,
    subject: who,
    relation: 'member_of',
    object: role ? `${entry.id} (${role})` : entry.id,
    of: entry.id,
    from,
    to: to ?? entry.until ?? null,
    sources: entry.sources.map(code => sourceOf(code)),
  }))
}

/** The conflicts that a group is charged with mediating. */
const mediations = (group: ActorId): readonly Fact[] => {
  const entry = groups().get(group)
  return Object.entries(entry?.mediates ?? {}).map(([conflict, from]) => ({
    fact: `fact:mediates:${short(group)}:${short(conflict)}:${from}`,
    subject: group,
    relation: 'mediates',
    object: conflict,
    of: null,
    from,
    to: entry?.until ?? null,
    sources: (entry?.sources ?? []).map(code => sourceOf(code)),
  }))
}

/** Roles that an organisation's entry tells apart. */
const rolesOf = (group: ActorId): readonly string[] => Object.keys(groups().get(group)?.roles ?? {})

/** Whether the list of an organisation names all its members. */
const isComplete = (group: ActorId): boolean => groups().get(group)?.complete ?? false

export const memberships = { of, rolesOf, mediations, isComplete, all: () => [...groups().keys()] }

/**
 * Whether `member` belonged to `group` on a day. "No" is only answered from a complete list, and then shows who did
 * belong; otherwise null: not known.
 */
export const isMember = (
  member: ActorId,
  group: ActorId,
  on: Day,
): { readonly answer: boolean | null; readonly facts: readonly Fact[] } => {
  const entry = groups().get(group)
  if (!entry || on < entry.since || (entry.until !== undefined && on > entry.until)) return { answer: null, facts: [] }
  const then = of(group).filter(fact => contains(fact, on))
  const own = then.filter(fact => fact.subject === member)
  if (own.length > 0) return { answer: true, facts: own }
  return entry.complete ? { answer: false, facts: then } : { answer: null, facts: [] }
}
