import { checkLedger, recordSizes } from '../check/index.ts'
import type { Day } from '../domain/index.ts'
import type { Checked } from './checked.ts'
import type { Text } from './reading/messages.ts'
import { keyOf, type Reader } from './reading/reader.ts'
import type { SharedRecord } from './shared-record.ts'

/** Texts held against the record: read by a thread, judged by the record; the same text as of the same days is judged once. */

export interface Checks {
  readonly check: (text: Text, asOf: readonly Day[] | null, signal?: AbortSignal) => Promise<Checked>
}

export const makeChecks = (record: SharedRecord, reader: Reader): Checks => ({
  check: async (text, asOf, signal) => {
    const { checks } = record.kept()
    const key = `${keyOf(text)} ${asOf ?? ''}`
    const known = checks.get(key)
    if (known) return known
    const ledger = await reader.read(text, signal)
    signal?.throwIfAborted()
    const result = await record.use(async open => {
      const checked = await checkLedger(ledger, open, { asOf })
      return { checked, sizes: await recordSizes(open, checked) }
    })
    checks.set(key, result)
    return result
  },
})
