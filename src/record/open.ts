import { type Day, type Failure, usageFailure } from '../domain/index.ts'
import { type AllPairs, type AllPairsQuery, queryAllPairs } from './all-pairs.ts'
import { type ClusterRecord, isClusterAddress, openCluster } from './cluster/index.ts'
import { type Counts, type CountsQuery, queryCounts } from './counts.ts'
import { queryDyad } from './dyad-series.ts'
import type { Engine } from './engine.ts'
import type { EventQuery } from './event-query.ts'
import { type AsOfEvent, type KnownRange, queryEvents, queryKnownRange } from './events.ts'
import { type ExportFormat, type ExportResult, exportEvents } from './export-events.ts'
import { type Found, type SearchQuery, searchTexts } from './full-text.ts'
import { type Layer, type LayersQuery, queryLayers } from './layers.ts'
import { openFile } from './open-file.ts'
import {
  type MassQuery,
  type PairMasses,
  type PairScores,
  queryOwnOrigins,
  queryPairMasses,
  queryPairScores,
  querySeenDays,
  type SeenDays,
} from './pair-masses.ts'
import type { DyadQuery, DyadSeries } from './series.ts'
import { querySources, type SourceSummary } from './source-summary.ts'
import type { SqlEngine } from './sql-engine.ts'
import { queryTrace, type Trace } from './trace.ts'

/** What may be asked of a record. Answers are the same whatever else is imported, as long as it became known after as-of. */
export interface RecordReader {
  /** Sorted by day, then id. */
  events(q: EventQuery): Promise<AsOfEvent[]>
  counts(q: CountsQuery): Promise<Counts>
  /** First day of an act, last day on which one became known, how many events. */
  knownRange(asOf?: Day): Promise<KnownRange>
  dyad(q: DyadQuery): Promise<DyadSeries>
  /** Co-operation and conflict of a pair, or of all, by day and data set of published events. */
  pairMasses(q: MassQuery): Promise<PairMasses>
  pairScores(q: Pick<MassQuery, 'asOf' | 'pair' | 'source'>): Promise<PairScores>
  /** Days on which each data set has a row of anybody. */
  seenDays(asOf: Day): Promise<SeenDays>
  /** The data sets of the own format. */
  ownOrigins(): Promise<string[]>
  sources(): Promise<SourceSummary[]>
  trace(id: string): Promise<Trace | null>
  close(): Promise<void>
}

/** A record answers more than what claims are held against. */
export interface OpenRecord extends RecordReader {
  /** All pairs by period, as columns. */
  pairs(q: AllPairsQuery): Promise<AllPairs>
  /** Rows of a pair → reports → events, by data set, and last for all together. */
  layers(q: LayersQuery): Promise<Layer[]>
  /** Full-text search, the best first. */
  search(q: SearchQuery): Promise<Found[]>
  /** Writes the events of a query to a file. */
  export(q: EventQuery, path: string, format: ExportFormat): Promise<ExportResult>
}

/** Runs a question, and lets an answer through only if the record was the same from its beginning to its end. */
type Undisturbed = <T>(work: () => Promise<T>) => Promise<T>

/** What every engine answers. */
const answers = (engine: SqlEngine, undisturbed: Undisturbed): Omit<OpenRecord, 'search' | 'export'> => ({
  events: q => undisturbed(() => queryEvents(engine, q)),
  counts: q => undisturbed(() => queryCounts(engine, q)),
  knownRange: asOf => undisturbed(() => queryKnownRange(engine, asOf)),
  dyad: q => undisturbed(() => queryDyad(engine, q)),
  pairMasses: q => undisturbed(() => queryPairMasses(engine, q)),
  pairScores: q => undisturbed(() => queryPairScores(engine, q)),
  seenDays: asOf => undisturbed(() => querySeenDays(engine, asOf)),
  ownOrigins: () => undisturbed(() => queryOwnOrigins(engine)),
  pairs: q => undisturbed(() => queryAllPairs(engine, q)),
  layers: q => undisturbed(() => queryLayers(engine, q)),
  sources: () => undisturbed(() => querySources(engine)),
  trace: id => undisturbed(() => queryTrace(engine, id)),
  close: () => engine.close(),
})

const fromFile = (engine: Engine): OpenRecord => ({
  // Nobody writes while somebody reads a file.
  ...answers(engine, work => work()),
  search: q => searchTexts(engine, q),
  export: (q, path, format) => exportEvents(engine, q, path, format),
})

const onFilesAlone = (what: string): Failure =>
  usageFailure(`a record on a cluster does not ${what}`, 'ask a record in a file for that')

const fromCluster = ({ engine, undisturbed }: ClusterRecord): OpenRecord => ({
  ...answers(engine, undisturbed),
  search: async () => {
    throw onFilesAlone('rank what is searched for')
  },
  export: async () => {
    throw onFilesAlone('export')
  },
})

/** Opens a record for reading, beside any number of other readers: a file, or `clickhouse://…`. It must exist. */
export const openRecord = async (place: string): Promise<OpenRecord> =>
  isClusterAddress(place) ? fromCluster(await openCluster(place)) : fromFile(await openFile(place))
