import type { CheckedLedger } from '../domain/index.ts'
import type { RecordSizes } from '../report/index.ts'

/** A text held against the record. */
export interface Checked {
  readonly checked: CheckedLedger
  /** How many events the record knew on each day. */
  readonly sizes: RecordSizes
}
