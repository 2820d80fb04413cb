import { type ActorId, addDays, type Day } from '../../domain/index.ts'
import type { AsOfEvent, RecordReader } from '../../record/index.ts'

/** Evidence of a brief is never older: mechanisms look back a year and a half, turning points may lie further. */
const YEARS = 30

/** The events that the page on a pair may name, for their sources. */
export const readBriefEvents = (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
): Promise<AsOfEvent[]> =>
  record.events({ asOf, actors: pair, from: addDays(asOf, -365 * YEARS), to: asOf, acting: 'any' })
