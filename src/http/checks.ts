import { setImmediate as othersFirst } from 'node:timers/promises'
import { checkLedger, recordSizes } from '../check/index.ts'
import type { Day } from '../domain/index.ts'
import type { Checked } from './checked.ts'
import { FIRST_WORDS } from './reading/first-words.ts'
import type { Progress, Text } from './reading/messages.ts'
import { keyOf, type Reader } from './reading/reader.ts'
import type { SharedRecord } from './shared-record.ts'

/** Texts held against the record: read by a thread, judged by the record; the same text as of the same days is judged once. */

export interface Judging {
  readonly step: 'judged'
  readonly asOf: Day
  readonly done: number
  readonly total: number
}

export interface CheckOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress | Judging) => void
}

export interface Checks {
  /** Reads and judges a few words, so that the first who asks does not wait for what is loaded once; not where somebody has asked already. */
  readonly warm: () => Promise<void>
  readonly check: (text: Text, asOf: readonly Day[] | null, options?: CheckOptions) => Promise<Checked>
}

export const makeChecks = (record: SharedRecord, reader: Reader): Checks => {
  let asked = false
  const check: Checks['check'] = async (text, asOf, { signal, onProgress } = {}) => {
    asked = true
    const { checks } = record.kept()
    const key = `${keyOf(text)} ${asOf ?? ''}`
    const known = checks.get(key)
    if (known) return known
    const ledger = await reader.read(text, { signal, onProgress })
    signal?.throwIfAborted()
    const result = await record.use(async open => {
      const checked = await checkLedger(ledger, open, {
        asOf,
        onJudged: async (day, done, total) => {
          onProgress?.({ step: 'judged', asOf: day, done, total })
          // A long text would keep all others waiting, even who wants to cancel it.
          await othersFirst()
          signal?.throwIfAborted()
        },
      })
      return { checked, sizes: await recordSizes(open, checked) }
    })
    checks.set(key, result)
    return result
  }
  return {
    check,
    warm: async () => {
      await reader.warm()
      if (asked) return
      try {
        await check(FIRST_WORDS, null)
      } catch {
        // A record that cannot be read is told to whoever asks it something.
      }
    },
  }
}
