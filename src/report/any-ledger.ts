import type { CheckedClaim, CheckedLedger, Claim, Day, Ledger, Verdict } from '../domain/index.ts'

/** A ledger as `read` makes it or as `check` leaves it: every report takes both, and shows verdicts where there are any. */
export type AnyLedger = Ledger | CheckedLedger
export type AnyClaim = Claim | CheckedClaim

export const isChecked = (ledger: AnyLedger): ledger is CheckedLedger => 'omissions' in ledger

export const verdictsOf = (claim: AnyClaim): readonly Verdict[] => ('verdicts' in claim ? claim.verdicts : [])

/** The days that a ledger was judged as of. */
export const asOfDays = (ledger: AnyLedger): readonly Day[] => Object.keys(ledger.summary.by_verdict)

/** How many events the record knew on each as-of day. */
export type RecordSizes = ReadonlyMap<Day, number>
