import { type CheckJobRules, type CheckJobs, makeCheckJobs, USUAL_CHECK_JOBS } from './check-jobs.ts'
import { type Checks, makeChecks } from './checks.ts'
import { type Imports, makeImports } from './imports.ts'
import { IMPORT_BYTES } from './limits.ts'
import { openReader, type Reader } from './reading/reader.ts'
import { type SharedRecord, shareRecord } from './shared-record.ts'

/** What stands behind the routes: a record that all read, the imports into it, and the threads that read texts. */
export interface Service {
  readonly record: SharedRecord
  readonly imports: Imports
  readonly reader: Reader
  readonly checks: Checks
  readonly checkJobs: CheckJobs
  /** Cancels jobs under way, lets questions end, closes the record. */
  readonly close: () => Promise<void>
}

export interface ServiceSettings {
  readonly onDefect: (error: unknown) => void
  /** The most bytes of an imported file. */
  readonly importBytes?: number
  readonly checkJobs?: CheckJobRules
}

/** The record must exist; it is opened by the first question. */
export const openService = (
  path: string,
  { onDefect, importBytes = IMPORT_BYTES, checkJobs: rules = USUAL_CHECK_JOBS }: ServiceSettings,
): Service => {
  const record = shareRecord(path)
  const imports = makeImports(record, importBytes, onDefect)
  const reader = openReader()
  const checks = makeChecks(record, reader)
  const checkJobs = makeCheckJobs(checks, rules, onDefect)
  const close = async (): Promise<void> => {
    await Promise.all([imports.stop(), checkJobs.stop()])
    await reader.close()
    await record.close()
  }
  return { record, imports, reader, checks, checkJobs, close }
}
