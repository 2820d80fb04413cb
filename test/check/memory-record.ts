import type { Day, RecordEvent } from '../../src/domain/index.ts'
import type { AsOfEvent, RecordReader } from '../../src/record/index.ts'

/** What a test says of an event; the rest is filled. */
export type EventSketch = Partial<RecordEvent> & Pick<RecordEvent, 'day' | 'source' | 'target' | 'type' | 'summary'>

const MUTUAL = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** A row as the record gives it: known on its day, told by two papers of its own, unless the sketch says otherwise. */
export const eventOf = (sketch: EventSketch, at = 0): AsOfEvent => {
  const { day } = sketch
  const known = sketch.known ?? sketch.day_to ?? day
  const paper = (name: string) => ({
    publisher: name,
    title: sketch.summary,
    url: `https://${name}.test/${at}`,
    published: known,
  })
  return {
    id: `e${String(at).padStart(3, '0')}`,
    day_to: day,
    known_basis: 'published',
    reciprocal: MUTUAL.has(sketch.type ?? ''),
    people: [],
    cameo: null,
    mode: null,
    status: 'occurred',
    announces: null,
    magnitude: null,
    place: null,
    confidence: null,
    disputes: null,
    origin: 'test',
    sources: [paper(`gazette-${at % 3}`), paper(`herald-${at % 2}`)],
    ...sketch,
    known,
  }
}

const within = (e: RecordEvent, from: Day | undefined, to: Day | undefined): boolean =>
  (from === undefined || e.day_to >= from) && (to === undefined || e.day <= to)

/** The questions that `check` puts to a record, answered from a list. The store's own answers are tried in test/check.test.ts. */
export const memoryRecord = (events: readonly AsOfEvent[]): Pick<RecordReader, 'events' | 'counts' | 'knownRange'> => {
  const sorted = [...events].sort((a, b) => a.day.localeCompare(b.day) || (a.id < b.id ? -1 : 1))
  const isBetween = (e: RecordEvent, [a, b]: readonly [string, string]) =>
    (e.source === a && e.target === b) || (e.source === b && e.target === a)
  const isOf = (e: RecordEvent, actors: readonly string[]) =>
    actors.includes(e.source) || (e.target !== null && actors.includes(e.target))
  return {
    events: async ({ asOf, pair, actors, from, to, limit = Number.POSITIVE_INFINITY }) =>
      sorted
        .filter(e => e.known <= asOf && within(e, from, to))
        .filter(e => (!pair || isBetween(e, pair)) && (!actors || isOf(e, actors)))
        .slice(0, limit),
    counts: async ({ asOf, pair, actors, from, to }) => {
      const seen = sorted.filter(e => e.known <= asOf && within(e, from, to))
      const ofPair = pair ? seen.filter(e => isBetween(e, pair)) : []
      const ofActors = seen.filter(e => isOf(e, actors))
      const pages = [...ofPair, ...ofActors].flatMap(e => e.sources)
      const told = pages.filter(s => s.published !== null && s.published <= asOf).map(s => s.publisher)
      return { pair_events: ofPair.length, actor_events: ofActors.length, independent_sources: new Set(told).size }
    },
    knownRange: async asOf => {
      const seen = sorted.filter(e => asOf === undefined || e.known <= asOf)
      const last =
        seen
          .map(e => e.known)
          .sort()
          .at(-1) ?? null
      return { first: seen[0]?.day ?? null, last, events: seen.length }
    },
  }
}
