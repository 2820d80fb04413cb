import { usageFailure } from '../domain/index.ts'
import {
  defaultRecordPath,
  ensureRecord,
  isClusterAddress,
  type OpenRecord,
  openRecord,
  shownRecord,
} from '../record/index.ts'
import type { CommonOptions } from './command.ts'
import { progressFor } from './terminal.ts'

export { lastKnownDay } from '../record/index.ts'

const recordPlace = ({ record }: CommonOptions): string => record ?? defaultRecordPath(process.env)

/** Where the record is: a file that does not exist is made and filled with the shipped chronology. */
export const makeMissingRecord = async (options: CommonOptions): Promise<string> => {
  const path = recordPlace(options)
  if (isClusterAddress(path)) return path
  const progress = progressFor(options)
  try {
    await ensureRecord(path, ({ rows }) => progress.say(`making the record ${path}: ${rows} rows`))
  } finally {
    progress.clear()
  }
  return path
}

/** The same for work that only a record in a file can do. */
export const recordFile = async (options: CommonOptions, what: string): Promise<string> => {
  const place = recordPlace(options)
  if (isClusterAddress(place))
    throw usageFailure(
      `${what} needs a record in a file, and ${shownRecord(place)} is on a cluster`,
      'name the file with --record; detente record push brings the cluster up to it',
    )
  return makeMissingRecord(options)
}

/** Opens the record for reading, and closes it whatever happens. */
export const withRecord = async <T>(
  options: CommonOptions,
  work: (record: OpenRecord, path: string) => Promise<T>,
): Promise<T> => {
  const place = await makeMissingRecord(options)
  const record = await openRecord(place)
  try {
    return await work(record, shownRecord(place))
  } finally {
    await record.close()
  }
}
