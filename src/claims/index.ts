/** The door of claims: a document in; its facts, its claims and its argument out. */
export { readLedger } from './ledger.ts'
