import type { Day } from '../domain/index.ts'
import { type AllPairs, type AllPairsQuery, queryAllPairs } from './all-pairs.ts'
import { type Counts, type CountsQuery, queryCounts } from './counts.ts'
import { queryDyad } from './dyad-series.ts'
import { type Engine, openEngine } from './engine.ts'
import type { EventQuery } from './event-query.ts'
import { type AsOfEvent, type KnownRange, queryEvents, queryKnownRange } from './events.ts'
import { type ExportFormat, type ExportResult, exportEvents } from './export-events.ts'
import { type Found, type SearchQuery, searchTexts } from './full-text.ts'
import { type Layer, type LayersQuery, queryLayers } from './layers.ts'
import { migrate, versionOf } from './migrate.ts'
import { CURRENT } from './migrations.ts'
import type { DyadQuery, DyadSeries } from './series.ts'
import { querySources, type SourceSummary } from './source-summary.ts'
import { queryTrace, type Trace } from './trace.ts'

/** What may be asked of a record. Answers are the same whatever else is imported, as long as it became known after as-of. */
export interface RecordReader {
  /** Sorted by day, then id. */
  events(q: EventQuery): Promise<AsOfEvent[]>
  counts(q: CountsQuery): Promise<Counts>
  /** First day of an act, last day on which one became known, how many events. */
  knownRange(asOf?: Day): Promise<KnownRange>
  dyad(q: DyadQuery): Promise<DyadSeries>
  sources(): Promise<SourceSummary[]>
  trace(id: string): Promise<Trace | null>
  close(): Promise<void>
}

/** A record on disk answers more than what claims are held against. */
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

const reader = (engine: Engine): OpenRecord => ({
  events: q => queryEvents(engine, q),
  counts: q => queryCounts(engine, q),
  knownRange: asOf => queryKnownRange(engine, asOf),
  dyad: q => queryDyad(engine, q),
  pairs: q => queryAllPairs(engine, q),
  layers: q => queryLayers(engine, q),
  search: q => searchTexts(engine, q),
  export: (q, path, format) => exportEvents(engine, q, path, format),
  sources: () => querySources(engine),
  trace: id => queryTrace(engine, id),
  close: () => engine.close(),
})

/** Readers cannot migrate: a record of an older version is brought up to date first, alone, then opened for reading. */
const bringUpToDate = async (path: string): Promise<void> => {
  const engine = await openEngine(path, true)
  try {
    await migrate(engine)
  } finally {
    await engine.close()
  }
}

/** Opens a record for reading, beside any number of other readers. It must exist. */
export const openRecord = async (path: string): Promise<OpenRecord> => {
  const engine = await openEngine(path, false)
  try {
    if ((await versionOf(engine)) === CURRENT) return reader(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  await engine.close()
  await bringUpToDate(path)
  return reader(await openEngine(path, false))
}
