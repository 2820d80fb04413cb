import type { CheckedClaim, CheckedLedger, Day, Receipt, Verdict, VerdictName } from '../domain/index.ts'
import type { RecordSizes } from './any-ledger.ts'
import { ledgerMarkdown } from './ledger-markdown.ts'
import { receiptId } from './ledger-words.ts'
import { shortened } from './shortened.ts'

/** A check in short, as a document and as Markdown: counts, the claims that should be told first with receipts, and what was left out. */

const receiptOf = (receipt: Receipt): object => ({
  ...('event' in receipt
    ? { event: receipt.event, day: receipt.day }
    : { fact: receipt.fact, from: receipt.from, to: receipt.to }),
  known: receipt.known,
  bearing: receipt.bearing,
  summary: receipt.summary,
  sources: receipt.sources.map(({ publisher, title, url, published }) => ({ publisher, title, url, published })),
})

interface Group {
  readonly days: Day[]
  readonly verdict: VerdictName
  /** As of the first of its days, so that nothing is shown that was not known on all of them. */
  readonly first: Verdict
}

/** Days with one verdict are told once. */
const groupsOf = ({ verdicts }: CheckedClaim): Group[] => {
  const groups: Group[] = []
  for (const verdict of verdicts) {
    const last = groups.at(-1)
    if (last?.verdict === verdict.verdict) last.days.push(verdict.as_of)
    else groups.push({ days: [verdict.as_of], verdict: verdict.verdict, first: verdict })
  }
  return groups
}

const claimOf = (claim: CheckedClaim): object => ({
  id: claim.id,
  type: claim.type,
  quote: claim.quote,
  verdicts: groupsOf(claim).map(({ days, verdict, first }) => ({
    as_of: days,
    verdict,
    because: first.because,
    receipts: first.receipts.map(receiptOf),
  })),
})

export const checkSummaryJson = (whole: CheckedLedger): object => {
  const { ledger, leftOut } = shortened(whole)
  const { id, path, title, author, publisher, date } = ledger.document
  const { sentences, claims, by_verdict } = ledger.summary
  return {
    schema: 'detente.check-summary/1',
    version: ledger.version,
    document: { id, path, title, author, publisher, date: date && { from: date.from, to: date.to, basis: date.basis } },
    summary: { sentences, claims, by_verdict },
    claims: ledger.claims.map(claimOf),
    omissions: ledger.omissions.map(({ says, receipts }) => ({ says, receipts: receipts.map(receiptId) })),
    left_out: leftOut,
  }
}

export const checkSummaryMarkdown = (whole: CheckedLedger, sizes: RecordSizes | null = null): string => {
  const { ledger, leftOut } = shortened(whole)
  const note =
    leftOut.claims + leftOut.omissions === 0
      ? ''
      : `\n_In short: ${leftOut.claims} further claims and ${leftOut.omissions} further omissions are left out, and of each claim's receipts one or two are shown. Ask for the full detail to see them._\n`
  return `${ledgerMarkdown(ledger, sizes)}${note}`
}
