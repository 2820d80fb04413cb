import type { CheckedLedger, Day } from '../domain/index.ts'
import type { RecordReader } from '../record/index.ts'

/** How many events the record knew on each day that a ledger was judged as of. */
export const recordSizes = async (record: RecordReader, ledger: CheckedLedger): Promise<ReadonlyMap<Day, number>> => {
  const sizes = new Map<Day, number>()
  for (const asOf of Object.keys(ledger.summary.by_verdict)) sizes.set(asOf, (await record.knownRange(asOf)).events)
  return sizes
}
