import { type ActorId, type Day, isState } from '../domain/index.ts'
import { type OfficeHeld, offices, peopleNamed, personIdFromName } from '../facts/index.ts'

/** Offices whose holders are named by family name alone. */
const HEADS = new Set([
  'president',
  'prime minister',
  'chancellor',
  'supreme leader',
  'paramount leader',
  'general secretary',
  'king',
  'emir',
  'sultan',
  'shah',
  'crown prince',
  'secretary of state',
  'foreign minister',
])

/** What a text says of a person beside the name. */
export interface Hints {
  readonly title: string | null
  readonly of: ActorId | null
  readonly on: Day | null
}

export interface Person {
  readonly id: ActorId
  /** False: no table knows the name, and the id is made from it. */
  readonly known: boolean
  readonly rivals: readonly ActorId[]
}

const begun = (held: OfficeHeld, on: Day | null): boolean => on === null || held.from === null || held.from <= on

const holds = (held: OfficeHeld, on: Day | null): boolean =>
  begun(held, on) && (on === null || held.to === null || on <= held.to)

/** How well a person fits the words around the name. */
const fitness = (person: ActorId, { title, of, on }: Hints): number => {
  let best = 0
  for (const held of offices.of(person)) {
    const here = of === null || held.of === of
    const same = title !== null && held.object === title
    const score =
      (of !== null && here ? 4 : 0) +
      (same && here ? 4 : 0) +
      (holds(held, on) ? 2 : begun(held, on) ? 1 : 0) +
      (HEADS.has(held.object) ? 1 : 0)
    best = Math.max(best, score)
  }
  return best
}

const ranked = (people: readonly ActorId[], hints: Hints): { id: ActorId; fit: number }[] =>
  people.map(id => ({ id, fit: fitness(id, hints) })).sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1))

/** A full name: the best of those who bear it; a name that no table knows makes its own id. */
export const personOfFullName = (name: string, hints: Hints): Person => {
  const [best, ...rest] = ranked(peopleNamed(name), hints)
  if (best) return { id: best.id, known: true, rivals: rest.map(r => r.id) }
  return { id: personIdFromName(name), known: false, rivals: [] }
}

/**
 * A family name beside a title: someone who held that office, or an office of that state. With neither at hand the
 * name alone makes the id: a guess would put words into a minister's mouth.
 */
export const personOfTitleAndSurname = (name: string, hints: Hints): Person => {
  const needed = hints.of !== null && hints.title !== null ? 8 : 4
  const candidates = ranked(peopleNamed(name), hints).filter(c =>
    offices
      .of(c.id)
      .some(
        held =>
          begun(held, hints.on) &&
          (hints.of === null ? held.object === hints.title : held.of === hints.of) &&
          (needed === 4 || held.object === hints.title || HEADS.has(held.object)),
      ),
  )
  const [best, second] = candidates
  if (!best) return { id: personIdFromName(name), known: false, rivals: [] }
  const tied = second !== undefined && second.fit === best.fit
  return { id: best.id, known: !tied, rivals: candidates.slice(1).map(c => c.id) }
}

/** A family name alone: the one leader of that name, before or on the day, whose state the text speaks of. */
export const leaderOfSurname = (name: string, on: Day | null, states: ReadonlySet<ActorId>): Person | null => {
  const leaders = peopleNamed(name).filter(id =>
    offices.of(id).some(held => HEADS.has(held.object) && held.of !== null && states.has(held.of) && begun(held, on)),
  )
  const inOffice = leaders.filter(id => offices.of(id).some(held => HEADS.has(held.object) && holds(held, on)))
  const chosen = leaders.length === 1 ? leaders[0] : inOffice.length === 1 ? inOffice[0] : undefined
  if (!chosen) return null
  return { id: chosen, known: true, rivals: leaders.filter(id => id !== chosen) }
}

/**
 * The state that a person stood for on a day: by the office then held, else by the one held last before. Null for
 * who then serves an organisation: a secretary-general of the United Nations does not speak for Portugal.
 */
export const stateOfPerson = (person: ActorId, on: Day | null): ActorId | null => {
  const begunOffices = offices.of(person).filter(h => h.of !== null && begun(h, on))
  const then = begunOffices.filter(h => on !== null && holds(h, on))
  const ofState = (list: readonly OfficeHeld[]) => list.findLast(h => h.of !== null && isState(h.of))?.of ?? null
  return then.length > 0 ? ofState(then) : ofState(begunOffices)
}
