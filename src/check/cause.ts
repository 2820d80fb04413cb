import type { Claim, Receipt } from '../domain/index.ts'
import type { Case, Finding, Judge } from './case.ts'
import { judgeStated } from './stated.ts'
import { termsFile } from './thresholds.ts'

/** Claims that stand inside a claim: the ends of "X because of Y". */
const ends = (c: Case): readonly Claim[] =>
  c.ledger.claims.filter(
    o =>
      o.id !== c.claim.id &&
      o.start >= c.claim.start &&
      o.end <= c.claim.end &&
      o.end - o.start < c.claim.end - c.claim.start &&
      !['attribute', 'normative', 'gap'].includes(o.type),
  )

/**
 * A cause is supported only where a source on record states the link. That both ends happened, one after the other, is shown
 * as context and proves nothing.
 */
export const judgeCause: Judge = async (c): Promise<Finding> => {
  const stated = await judgeStated(c, 'source that states this link', new RegExp(termsFile().links, 'iu'))
  if (stated.verdict === 'supported' || stated.verdict === 'disputed') return stated
  const shown: Receipt[] = []
  let ended = 0
  for (const end of ends(c)) {
    const finding = await c.consult(end)
    if (finding?.verdict !== 'supported') continue
    ended += 1
    shown.push(...(finding.receipts ?? []).filter(r => r.bearing === 'for').slice(0, 2))
  }
  if (shown.length === 0) return stated
  const what =
    ended > 1
      ? 'both ends are on record, but that one came after the other proves no link'
      : 'one end is on record, the link is not'
  return {
    ...stated,
    because: `${stated.because}; ${what}`,
    receipts: [...shown.map((r): Receipt => ({ ...r, bearing: 'context' })), ...(stated.receipts ?? [])],
  }
}
