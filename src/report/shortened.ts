import { type CheckedClaim, type CheckedLedger, type Receipt, VERDICTS, type Verdict } from '../domain/index.ts'

/** A checked ledger cut down to what should be told first, where room is short: an assistant's window, a message. */

/** What is told first: what a writer would have to change, then what stands, then what was not there. */
const ORDER = ['contradicted', 'disputed', 'supported', 'not_found', 'pending', 'not_covered', 'not_checkable'] as const

const MOST_CLAIMS = 18
/** What is found wrong is shown with more than one, what stands with its weightiest. */
const MOST_RECEIPTS = { wrong: 2, other: 1 }
const MOST_SOURCES = 1
const MOST_OMISSIONS = 3

export interface Shortened {
  readonly ledger: CheckedLedger
  /** Of those left out, how many have which verdict on the last day. */
  readonly leftOut: {
    readonly claims: number
    readonly by_verdict: Readonly<Record<string, number>>
    readonly omissions: number
  }
}

const rankOf = ({ verdicts }: CheckedClaim): number =>
  Math.min(...verdicts.map(({ verdict }) => ORDER.indexOf(verdict)))
const receiptsOf = ({ verdicts }: CheckedClaim): number =>
  Math.max(0, ...verdicts.map(({ receipts }) => receipts.length))

/** The weightiest come first already; one against the claim is never the one to go. */
const fewReceipts = (receipts: readonly Receipt[], most: number): Receipt[] => {
  const kept = [...receipts.filter(r => r.bearing === 'against'), ...receipts.filter(r => r.bearing !== 'against')]
  return kept.slice(0, most).map(receipt => ({ ...receipt, sources: receipt.sources.slice(0, MOST_SOURCES) }))
}

const shortVerdict = (verdict: Verdict): Verdict => {
  const isWrong = verdict.verdict === 'contradicted' || verdict.verdict === 'disputed'
  return { ...verdict, receipts: fewReceipts(verdict.receipts, isWrong ? MOST_RECEIPTS.wrong : MOST_RECEIPTS.other) }
}

export const shortened = (ledger: CheckedLedger): Shortened => {
  const first = ledger.claims
    .toSorted((a, b) => rankOf(a) - rankOf(b) || receiptsOf(b) - receiptsOf(a))
    .slice(0, MOST_CLAIMS)
  const told = new Set(first.map(({ id }) => id))
  const others = ledger.claims.filter(({ id }) => !told.has(id))
  const counts = VERDICTS.map(name => [name, others.filter(c => c.verdicts.at(-1)?.verdict === name).length] as const)
  return {
    ledger: {
      ...ledger,
      claims: ledger.claims
        .filter(({ id }) => told.has(id))
        .map(claim => ({ ...claim, verdicts: claim.verdicts.map(shortVerdict) })),
      omissions: ledger.omissions
        .slice(0, MOST_OMISSIONS)
        .map(({ says, receipts }) => ({ says, receipts: fewReceipts(receipts, MOST_RECEIPTS.other) })),
    },
    leftOut: {
      claims: others.length,
      by_verdict: Object.fromEntries(counts.filter(([, count]) => count > 0)),
      omissions: Math.max(0, ledger.omissions.length - MOST_OMISSIONS),
    },
  }
}
