import { describe, expect, test } from 'vitest'
import { checkLedger } from '../../src/check/index.ts'
import type { Verdict, VerdictName } from '../../src/domain/index.ts'
import { AEGEAN } from './aegean.ts'
import { type ClaimSketch, ledgerOf } from './claim-of.ts'
import { memoryRecord } from './memory-record.ts'

/** Claims of an analysis of 22 November 1999, judged by a record of the Aegean in those years. */
export const WRITTEN = '1999-11-22'

/** The verdict on one claim of an analysis of 22 November 1999. */
export const judge = async (
  sketch: ClaimSketch,
  asOf = WRITTEN,
  others: readonly ClaimSketch[] = [],
): Promise<Verdict> => {
  const ledger = ledgerOf([...others, sketch], WRITTEN)
  const { claims } = await checkLedger(ledger, memoryRecord(AEGEAN), { asOf: [asOf] })
  const verdict = claims.at(-1)?.verdicts[0]
  if (!verdict) throw new Error('no verdict')
  return verdict
}

export const daysOf = ({ receipts }: Verdict, bearing: string): string[] =>
  receipts.flatMap(r => (r.bearing === bearing && 'event' in r ? [r.day] : []))

/** Claim, verdict, days of the events that must be among its receipts. */
export type Row = readonly [string, ClaimSketch, VerdictName, readonly string[]]
export const rows = (title: string, cases: readonly Row[], asOf = WRITTEN) =>
  describe(title, () => {
    test.each(cases)('%s', async (_, sketch, verdict, days) => {
      const got = await judge(sketch, asOf)
      expect({ verdict: got.verdict, because: got.because }).toMatchObject({ verdict })
      expect(got.receipts.flatMap(r => ('event' in r ? [r.day] : []))).toEqual(expect.arrayContaining([...days]))
    })
  })

export const GT = ['GRC', 'TUR']
