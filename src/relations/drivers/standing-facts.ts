import { type ActorId, type Day, dyad, isState, maxDay, type Fact as ShippedFact } from '../../domain/index.ts'
import { memberships, offices } from '../../facts/index.ts'
import { readShippedText } from '../../shipped/index.ts'
import { driverSettings, type Fact } from './evidence.ts'

/**
 * Dated facts that mechanisms rest on beside events: offices taken, alliances and unions that two states share, armed conflicts between
 * states. As of a day: nothing that began later, and of what ended later not that it ended.
 */

const sourcesOf = ({ sources }: ShippedFact): string =>
  [...new Set(sources.map(({ publisher }) => publisher))].slice(0, 2).join(', ')

/** "org:european-union" → "European Union"; short names are initials. */
const nameOf = (org: ActorId): string => {
  const words = org.replace(/^org:/, '').split('-')
  if (words.length === 1 && (words[0]?.length ?? 0) <= 7) return (words[0] ?? '').toUpperCase()
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}

const isDay = (day: Day | null): day is Day => day !== null

/** Who came to an office in some days. */
const officesTaken = (state: ActorId, from: Day, to: Day): Fact[] =>
  driverSettings().offices.flatMap(title =>
    offices.ever(title, state).flatMap(held =>
      isDay(held.from) && held.from >= from && held.from <= to
        ? [
            {
              id: held.fact,
              kind: 'office' as const,
              states: [state],
              from: held.from,
              to: null,
              people: [held.name],
              says: `${held.name} took office as ${title} of ${state} (${sourcesOf(held)}).`,
            },
          ]
        : [],
    ),
  )

const stays = (org: ActorId, state: ActorId, to: Day): { from: Day; to: Day | null; fact: ShippedFact }[] =>
  memberships
    .of(org)
    .flatMap(fact =>
      fact.subject === state && isDay(fact.from) && fact.from <= to ? [{ from: fact.from, to: fact.to, fact }] : [],
    )

/** What two states share of the organisations of a kind, as long as it lasted. */
const shared = (kind: 'alliance' | 'union', [a, b]: readonly [ActorId, ActorId], to: Day): Fact[] =>
  driverSettings()[kind === 'alliance' ? 'alliances' : 'unions'].flatMap(org =>
    stays(org, a, to).flatMap(one =>
      stays(org, b, to).flatMap(other => {
        const from = maxDay(one.from, other.from)
        const ends = [one.to, other.to].filter(isDay).sort()
        const end = ends[0] ?? null
        if (end !== null && end < from) return []
        return [
          {
            id: `fact:${kind}:${org.slice(4)}:${dyad(a, b).toLowerCase()}:${from}`,
            kind,
            states: [a, b],
            from,
            to: end !== null && end <= to ? end : null,
            says: `${a} and ${b} have both been members of ${nameOf(org)} since ${from} (${sourcesOf(one.fact)}).`,
          },
        ]
      }),
    ),
  )

interface Conflict {
  readonly pair: string
  readonly from: Day
  readonly to: Day
  readonly over: string
  readonly intensity: string
  readonly source: string
}

let table: readonly Conflict[] | null = null
/** data/relations/conflicts.tsv. */
const conflicts = (): readonly Conflict[] => {
  table ??= readShippedText('relations', 'conflicts.tsv')
    .trimEnd()
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .slice(1)
    .map(line => {
      const [pair = '', from = '', to = '', over = '', intensity = '', source = ''] = line.split('\t')
      return { pair, from, to, over, intensity, source }
    })
  return table
}

const over = (what: string): string => (what === 'both' ? 'territory and government' : what)

/** Armed conflicts that one of some states fought, begun by a day. */
const fought = (states: readonly ActorId[], to: Day): Fact[] =>
  conflicts().flatMap(c => {
    const [a = '', b = ''] = c.pair.split('-')
    if (c.from > to || ![a, b].some(id => states.includes(id))) return []
    return [
      {
        id: `fact:conflict:${c.pair.toLowerCase()}:${c.from}`,
        kind: 'dispute' as const,
        states: [a, b],
        from: c.from,
        to: c.to <= to ? c.to : null,
        says: `${c.intensity === 'war' ? 'War' : 'Armed conflict'} of ${a} and ${b} over ${over(c.over)} from ${c.from}${c.to <= to ? ` to ${c.to.slice(0, 4)}` : ''} (UCDP/PRIO).`,
      },
    ]
  })

/** What is known on the last of some days of two states and of those that they fought. `thirds`: states whose ties with the two matter. */
export const factsOf = (
  pair: readonly [ActorId, ActorId],
  from: Day,
  to: Day,
  thirds: readonly ActorId[] = [],
): Fact[] => {
  const ties: (readonly [ActorId, ActorId])[] = [
    pair,
    ...thirds.filter(isState).flatMap(third => pair.map(own => [own, third] as const)),
  ]
  return [
    ...pair.flatMap(state => officesTaken(state, from, to)),
    ...ties.flatMap(tie => shared('alliance', tie, to)),
    ...shared('union', pair, to),
    ...fought(pair, to),
  ]
}
