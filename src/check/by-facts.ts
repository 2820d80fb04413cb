import type { Receipt, VerdictName } from '../domain/index.ts'
import type { Case, Finding } from './case.ts'
import { coverageOf } from './coverage.ts'

/** What dated facts say to a claim, negation apart: so, not so. */
export interface FactAnswer {
  readonly answer: boolean
  readonly because: string
  /** Receipts in the bearing that a plain claim would give them. */
  readonly receipts: readonly Receipt[]
}

/** The same evidence for the opposite claim. */
export const turned = (receipt: Receipt): Receipt =>
  receipt.bearing === 'context' ? receipt : { ...receipt, bearing: receipt.bearing === 'for' ? 'against' : 'for' }

/**
 * The verdict on a claim that a list of facts decides, turned round by a negation. A list that answers sees everything of
 * its kind: coverage is then adequate, however many events the record holds.
 */
export const byFacts = async (c: Case, { answer, because, receipts }: FactAnswer): Promise<Finding> => {
  const verdict: VerdictName = answer === c.claim.negated ? 'contradicted' : 'supported'
  const own = c.claim.negated ? receipts.map(turned) : receipts
  if (verdict === 'supported') return { verdict, because, receipts: own }
  const coverage = await coverageOf(c.search, c.actors, { from: c.until, to: c.until })
  return { verdict, because, receipts: own, coverage: { ...coverage, adequate: true } }
}
