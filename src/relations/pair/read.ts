import { type ActorId, type Day, dyad, isState } from '../../domain/index.ts'
import type { AsOfEvent, PairMasses, PairScores, RecordReader } from '../../record/index.ts'
import {
  continued,
  type DataSet,
  type Extent,
  extentsOf,
  massQuestion,
  type Series,
  type Stretch,
  setOfMasses,
  setOfScores,
  stretchesOf,
} from './data-set.ts'
import {
  type CarriedTurn,
  carriedTurns,
  dayOfNumber,
  type FoundTurn,
  foundTurns,
  measure,
  type PairMeasures,
  type PairRelation,
  pairCourse,
  setsOfEvents,
} from './relation.ts'

/** What a record holds of one pair or of all: masses of published events, scores, and the days on which each set was there. */
interface Bulk {
  readonly byDay: PairMasses
  /** Null where nobody asks what a watcher saw. */
  readonly byKnown: PairMasses | null
  readonly scores: PairScores
  /** The series that each data set belongs to. */
  readonly series: ReadonlyMap<string, Series>
}

interface Asked {
  readonly asOf: Day
  readonly pair?: readonly [ActorId, ActorId]
  readonly source?: string | undefined
  /** Whether to tell as well what a watcher saw. */
  readonly online: boolean
}

const ofSource = (extents: ReadonlyMap<string, Extent>, source: string | undefined): ReadonlyMap<string, Extent> =>
  source === undefined ? extents : new Map([...extents].filter(([origin]) => origin === source))

const readBulk = async (record: RecordReader, { online, source, ...asked }: Asked): Promise<Bulk> => {
  const q = { ...asked, ...(source === undefined ? {} : { source }) }
  const masses = (by: 'day' | 'known') => record.pairMasses({ ...q, ...massQuestion(), by })
  return {
    byDay: await masses('day'),
    byKnown: online ? await masses('known') : null,
    scores: await record.pairScores(q),
    series: continued(ofSource(extentsOf(await record.seenDays(q.asOf)), source)),
  }
}

type Column = 'byDay' | 'byKnown' | 'scores'

/** Where each pair and series stands in the columns, so that a pair's series are made only when they are asked for. */
class BulkSets {
  readonly #bulk: Bulk
  readonly #byPair = new Map<string, Map<Series, Record<Column, Stretch[]>>>()

  constructor(bulk: Bulk) {
    this.#bulk = bulk
    for (const column of ['byDay', 'byKnown', 'scores'] as const)
      for (const stretch of stretchesOf(bulk[column] ?? { pair: [], origin: [] })) this.#place(column, stretch)
  }

  #place(column: Column, stretch: Stretch): void {
    const series = this.#bulk.series.get(stretch.origin)
    if (!series) return
    const ofPair = this.#byPair.get(stretch.pair) ?? new Map<Series, Record<Column, Stretch[]>>()
    this.#byPair.set(stretch.pair, ofPair)
    const found = ofPair.get(series) ?? { byDay: [], byKnown: [], scores: [] }
    ofPair.set(series, found)
    found[column].push(stretch)
  }

  get pairs(): Iterable<string> {
    return this.#byPair.keys()
  }

  of(pair: string): DataSet[] {
    const { byDay, byKnown, scores } = this.#bulk
    return [...(this.#byPair.get(pair) ?? [])].map(([series, at]) =>
      at.scores.length > 0
        ? setOfScores(series, scores, at.scores)
        : setOfMasses(series, { masses: byDay, at: at.byDay }, byKnown && { masses: byKnown, at: at.byKnown }),
    )
  }
}

/** Its data sets, those of the own format from `own`. */
const readSets = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  q: Asked,
  own: readonly AsOfEvent[],
): Promise<DataSet[]> => [
  ...setsOfEvents(own, pair, q.asOf),
  ...new BulkSets(await readBulk(record, { ...q, pair })).of(dyad(...pair)),
]

/** Everything that the record holds of a pair, or of one data set. */
export const readRelation = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  source?: string,
): Promise<PairRelation> => {
  const inSource = source === undefined ? {} : { origin: source }
  const events = await record.events({ asOf, pair, ...inSource })
  const own = new Set(await record.ownOrigins())
  const sets = await readSets(
    record,
    pair,
    { asOf, source, online: true },
    events.filter(({ origin }) => own.has(origin)),
  )
  const carrying = sets.some(({ kind, origin }) => kind === 'events' && !own.has(origin))
    ? await record.events({ asOf, pair, bare: true, ...inSource, acting: 'any' })
    : events
  return measure({ pair, asOf, sets, events, carrying })
}

/** A pair's turns as they were found, with the events that carry them. */
interface Telling {
  readonly pair: readonly [ActorId, ActorId]
  readonly asOf: Day
  readonly online: boolean
  readonly sets: readonly DataSet[]
  /** Its events of the own format. */
  readonly own: readonly AsOfEvent[]
}

/** Turns with their events. Published events are fetched for them alone: a pair in the news has more than can be looked through. */
export const readCarried = async (
  record: RecordReader,
  turns: readonly FoundTurn[],
  { pair, asOf, online, sets, own }: Telling,
): Promise<CarriedTurn[]> => {
  const without = new Set([
    ...own.map(({ origin }) => origin),
    ...sets.flatMap(({ kind, origin, files = [] }) =>
      kind === 'scores' ? [origin, ...files.map(file => file.origin)] : [],
    ),
  ])
  const published = turns.filter(({ origin }) => !without.has(origin))
  const days = published.map(({ from, to }) => ({ from: dayOfNumber(from), to: dayOfNumber(to) }))
  // A watcher is told of acts when they become known, which may be long after their days.
  const when = online
    ? {
        to:
          days
            .map(({ to }) => to)
            .sort()
            .at(-1) ?? asOf,
      }
    : { within: days }
  const fetched = days.length === 0 ? [] : await record.events({ asOf, pair, bare: true, acting: 'any', ...when })
  return carriedTurns(turns, [...own, ...fetched], { online, pair, asOf })
}

const readOwn = (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  source: string | undefined,
): Promise<AsOfEvent[]> =>
  record.events({ asOf, pair, bare: true, own: true, ...(source === undefined ? {} : { origin: source }) })

/** The turns of a pair, as history has them or as a watcher was told them. */
export const readTurns = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  { asOf, source, online }: Omit<Asked, 'pair'>,
): Promise<{ readonly turns: readonly CarriedTurn[]; readonly sets: readonly DataSet[] }> => {
  const own = await readOwn(record, pair, asOf, source)
  const sets = await readSets(record, pair, { asOf, source, online }, own)
  return { sets, turns: await readCarried(record, foundTurns(sets, online), { pair, asOf, online, sets, own }) }
}

/** What a series is measured by: the same as in `readRelation`, asked for with as few events as can be. */
export const readMeasures = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  source?: string,
): Promise<PairMeasures> => {
  const { sets, turns } = await readTurns(record, pair, { asOf, source, online: false })
  return { ...pairCourse({ pair, asOf, sets }), turns }
}

const pairOf = (name: string): [ActorId, ActorId] => [name.slice(0, 3), name.slice(4)]

const ownByPair = (events: readonly AsOfEvent[]): Map<string, AsOfEvent[]> => {
  const pairs = new Map<string, AsOfEvent[]>()
  for (const event of events) {
    const { source, target } = event
    if (target === null || target === source || !isState(source) || !isState(target)) continue
    const name = dyad(source, target)
    const list = pairs.get(name)
    if (list) list.push(event)
    else pairs.set(name, [event])
  }
  return pairs
}

/** A pair with its data sets, and those of its events that are at hand (of the own format). */
export interface PairSets {
  readonly pair: readonly [ActorId, ActorId]
  readonly sets: readonly DataSet[]
  readonly events: readonly AsOfEvent[]
}

/** The data sets of every pair of a record, one pair after another: all at once they would not fit into memory. */
export async function* readAllPairs(record: RecordReader, q: Omit<Asked, 'pair'>): AsyncIterable<PairSets> {
  const { asOf, source } = q
  const bulk = new BulkSets(await readBulk(record, q))
  const asked = (await record.ownOrigins()).filter(origin => source === undefined || origin === source)
  const own = new Map<string, AsOfEvent[]>()
  for (const origin of asked)
    for (const [name, events] of ownByPair(await record.events({ asOf, origin, bare: true })))
      own.set(name, [...(own.get(name) ?? []), ...events])
  for (const name of [...new Set([...bulk.pairs, ...own.keys()])].sort()) {
    const [pair, events] = [pairOf(name), own.get(name) ?? []]
    yield { pair, events, sets: [...setsOfEvents(events, pair, asOf), ...bulk.of(name)] }
  }
}
