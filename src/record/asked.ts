import { type Day, usageFailure } from '../domain/index.ts'
import type { RecordReader } from './open.ts'

/** What a question leaves open, or names, and only the record can say. */

const FAR = '9999-12-31'

/** The default as-of: the last day on which something became known, never the clock. Scores of pairs are known on their day. */
export const lastKnownDay = async (record: RecordReader): Promise<Day> => {
  const { last } = await record.knownRange()
  const scores = (await record.sources()).flatMap(source => (source.kind === 'pair-days' ? (source.last ?? []) : []))
  return [...(last === null ? [] : [last]), ...scores].sort().at(-1) ?? FAR
}

/** A data set that is asked for must be there: one that is not would look like one without rows. */
export const requireSource = async (record: RecordReader, source: string | undefined): Promise<void> => {
  if (source === undefined) return
  const known = (await record.sources()).map(({ origin }) => origin)
  if (!known.includes(source))
    throw usageFailure(`the record holds no data set ${JSON.stringify(source)}`, `it holds ${known.join(', ')}`)
}
