/** The door of check: a ledger of claims held against the record, as of any day. */
export { type CheckOptions, checkLedger } from './check-ledger.ts'
export { recordSizes } from './sizes.ts'
