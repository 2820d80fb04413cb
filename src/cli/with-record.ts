import { defaultRecordPath, ensureRecord, type OpenRecord, openRecord } from '../record/index.ts'
import type { CommonOptions } from './command.ts'
import { progressFor } from './terminal.ts'

export { lastKnownDay } from '../record/index.ts'

const recordPath = ({ record }: CommonOptions): string => record ?? defaultRecordPath(process.env)

/** A record that does not exist is made and filled with the shipped chronology. */
export const makeMissingRecord = async (options: CommonOptions): Promise<string> => {
  const path = recordPath(options)
  const progress = progressFor(options)
  try {
    await ensureRecord(path, ({ rows }) => progress.say(`making the record ${path}: ${rows} rows`))
  } finally {
    progress.clear()
  }
  return path
}

/** Opens the record for reading, and closes it whatever happens. */
export const withRecord = async <T>(
  options: CommonOptions,
  work: (record: OpenRecord, path: string) => Promise<T>,
): Promise<T> => {
  const path = await makeMissingRecord(options)
  const record = await openRecord(path)
  try {
    return await work(record, path)
  } finally {
    await record.close()
  }
}
