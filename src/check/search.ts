import { type ActorId, addDays, type Day, type DocumentFacts } from '../domain/index.ts'
import type { AsOfEvent, Counts, RecordReader } from '../record/index.ts'
import { countRows } from './count-rows.ts'
import { thresholds } from './thresholds.ts'
import { selfWitness, withoutDocument } from './witness.ts'

export interface Days {
  readonly from: Day
  readonly to: Day
}

/** What the record shows to the claims of one document as of one day: each question is put to it once. */
export interface Search {
  readonly asOf: Day
  /** Events between two actors that began or lasted in these days, by day, then id. */
  between(pair: readonly [ActorId, ActorId], days: Days): Promise<readonly AsOfEvent[]>
  /**
   * All events of a pair or an actor up to a day; where they are too many for one query those of the last years, part by part.
   */
  history(whose: readonly [ActorId, ActorId] | ActorId, to: Day): Promise<readonly AsOfEvent[]>
  /** Events with any of the actors on either side. */
  involving(actors: readonly ActorId[], days: Days): Promise<readonly AsOfEvent[]>
  counts(actors: readonly ActorId[], pair: readonly [ActorId, ActorId] | null, days: Days): Promise<Counts>
}

/** What `check` asks of a record. */
export type RecordAnswers = Pick<RecordReader, 'events' | 'counts' | 'knownRange'>

interface Answer {
  /** As the record gives them. */
  readonly rows: readonly AsOfEvent[]
  readonly events: readonly AsOfEvent[]
  /** More rows fit than one query brings. */
  readonly cutOff: boolean
}

type Asked = { readonly pair: readonly [ActorId, ActorId] } | { readonly actors: readonly ActorId[] }

const within = (events: readonly AsOfEvent[], { from, to }: Days): readonly AsOfEvent[] =>
  events.filter(e => e.day_to >= from && e.day <= to)

/** Rows of bulk data name no publication: their witness is the data set, on the day it knew. */
const withSource = (event: AsOfEvent): AsOfEvent =>
  event.sources.length > 0
    ? event
    : { ...event, sources: [{ publisher: event.origin, title: event.id, url: '', published: event.known }] }

/** A day before any event. */
const ALWAYS: Day = '0001-01-01'

/** Several lists as one, each event once, by day, then id. */
const merged = (lists: readonly (readonly AsOfEvent[])[]): readonly AsOfEvent[] => {
  const [first = [], ...others] = lists
  if (others.length === 0) return first
  const byId = new Map(lists.flat().map(event => [event.id, event]))
  return [...byId.values()].sort((a, b) => a.day.localeCompare(b.day) || (a.id < b.id ? -1 : 1))
}

/** Witnesses are sifted as events come in: whoever asks never sees the document as its own evidence. */
export const makeSearch = (record: RecordAnswers, document: DocumentFacts, asOf: Day): Search => {
  const isDocument = selfWitness(document)
  const answers = new Map<string, Promise<Answer>>()
  const counted = new Map<string, Promise<Counts>>()
  const limit = thresholds().query.rows

  const fetch = async (asked: Asked, days: Days | null): Promise<Answer> => {
    const rows = await record.events({ ...asked, asOf, limit, ...(days ?? {}) })
    const events = rows
      .flatMap(event => withoutDocument(withSource(event), isDocument) ?? [])
      .filter(e => e.known <= asOf)
    return { rows, events, cutOff: rows.length >= limit }
  }
  const once = (key: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = answers.get(key) ?? ask()
    answers.set(key, answer)
    return answer
  }
  // The whole history of a pair is one query for all its claims; only where that is too much, each window is asked for.
  const ask = async (key: string, asked: Asked, days: Days): Promise<readonly AsOfEvent[]> => {
    const all = await once(key, () => fetch(asked, null))
    if (!all.cutOff) return within(all.events, days)
    return (await once(`${key} ${days.from} ${days.to}`, () => fetch(asked, days))).events
  }

  const history = async (key: string, asked: Asked, to: Day): Promise<readonly AsOfEvent[]> => {
    const all = await once(key, () => fetch(asked, null))
    if (!all.cutOff) return within(all.events, { from: ALWAYS, to })
    const { years, part } = thresholds().query
    const lists: (readonly AsOfEvent[])[] = []
    for (let end = to; end > addDays(to, -365 * years); end = addDays(end, -part))
      lists.push(await ask(key, asked, { from: addDays(end, 1 - part), to: end }))
    return merged(lists)
  }

  /** All that the record shows of some actors, where it was asked for before and came whole. */
  const fetched = async (actors: readonly ActorId[]): Promise<readonly AsOfEvent[] | null> => {
    const lists = await Promise.all(actors.flatMap(id => answers.get(keyOf({ actors: [id] })) ?? []))
    return lists.length < actors.length || lists.some(({ cutOff }) => cutOff) ? null : lists.flatMap(({ rows }) => rows)
  }
  const count = async (
    actors: readonly ActorId[],
    pair: readonly [ActorId, ActorId] | null,
    days: Days,
  ): Promise<Counts> => {
    if (actors.length === 0) return { pair_events: 0, actor_events: 0, independent_sources: 0 }
    const rows = pair?.every(id => actors.includes(id)) === false ? null : await fetched(actors)
    return rows
      ? countRows(within(rows, days), pair, asOf)
      : record.counts({ actors, ...days, asOf, ...(pair ? { pair } : {}) })
  }

  const keyOf = (asked: Asked): string =>
    'pair' in asked ? `pair ${asked.pair.join(' ')}` : `actor ${asked.actors[0]}`
  const ordered = ([a, b]: readonly [ActorId, ActorId]): Asked => ({ pair: a < b ? [a, b] : [b, a] })

  return {
    asOf,
    between: (pair, days) => ask(keyOf(ordered(pair)), ordered(pair), days),
    history: (whose, to) => {
      const asked = typeof whose === 'string' ? { actors: [whose] } : ordered(whose)
      return history(keyOf(asked), asked, to)
    },
    // Each actor's events are asked for once, whichever others it is named with.
    involving: async (actors, days) => {
      const lists = await Promise.all(
        [...new Set(actors)].map(id => ask(keyOf({ actors: [id] }), { actors: [id] }, days)),
      )
      return merged(lists)
    },
    counts: (actors, pair, days) => {
      const sorted = [...new Set(actors)].sort()
      const key = JSON.stringify([sorted, pair, days])
      const answer = counted.get(key) ?? count(sorted, pair, days)
      counted.set(key, answer)
      return answer
    },
  }
}
