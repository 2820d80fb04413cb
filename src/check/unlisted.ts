import type { Case, Finding } from './case.ts'
import { coverageOf } from './coverage.ts'

/** A question for a list of facts that is not at hand, or not complete: nothing can be told from its silence. */
export const unlisted = async (c: Case, because: string): Promise<Finding> => {
  const coverage = await coverageOf(c.search, c.actors, { from: c.until, to: c.until })
  return { verdict: 'not_covered', because, coverage: { ...coverage, adequate: false } }
}
