/** The door of claims: a document in; its facts, its claims and its argument out. */
export { type ReadingOptions, type ReadingProgress, readLedger } from './ledger.ts'
