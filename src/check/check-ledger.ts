import {
  type CheckedClaim,
  type CheckedLedger,
  type Claim,
  type Day,
  type Ledger,
  minDay,
  usageFailure,
  VERDICTS,
  type Verdict,
} from '../domain/index.ts'
import { type Finding, makeCase } from './case.ts'
import { isAboutRelations, judgeOf, restsOnOthers } from './judges.ts'
import { omissionsOf } from './omissions.ts'
import { sortedReceipts } from './receipts.ts'
import { makeSearch, type RecordAnswers, type Search } from './search.ts'
import { asSentence } from './wording.ts'

export interface CheckOptions {
  /** Null: the document's date and the last day the record knows of. */
  readonly asOf: readonly Day[] | null
  /** Told after each claim; awaited, so that it can let others go first, and by throwing ends the check. */
  readonly onJudged?: (asOf: Day, done: number, claims: number) => Promise<void> | void
}

const daysToJudge = async (ledger: Ledger, record: RecordAnswers, { asOf }: CheckOptions): Promise<readonly Day[]> => {
  const days = asOf ?? [ledger.document.date?.to ?? null, (await record.knownRange()).last]
  const known = [...new Set(days.flatMap(day => day ?? []))].sort()
  if (known.length === 0)
    throw usageFailure(
      'the document bears no date and the record is empty, so that nothing says for which day to check',
      'give --date or --as-of',
    )
  return known
}

const asVerdict = (finding: Finding, asOf: Day): Verdict => ({
  as_of: asOf,
  verdict: finding.verdict,
  because: asSentence(finding.because),
  receipts: sortedReceipts(finding.receipts ?? []),
  coverage: finding.coverage ?? null,
})

/** The verdicts on all claims as of one day. A claim that another one rests on is judged once. */
const judgeAll = async (
  ledger: Ledger,
  search: Search,
  onJudged: CheckOptions['onJudged'],
): Promise<ReadonlyMap<string, Verdict>> => {
  const findings = new Map<string, Promise<Finding>>()
  const judge = (claim: Claim): Promise<Finding> => {
    const known = findings.get(claim.id)
    if (known) return known
    const finding = Promise.resolve(judgeOf(claim)(makeCase(claim, ledger, search, consult)))
    findings.set(claim.id, finding)
    return finding
  }
  const consult = async (other: Claim): Promise<Finding | null> => (restsOnOthers(other) ? null : judge(other))
  const verdicts = new Map<string, Verdict>()
  for (const claim of ledger.claims) {
    verdicts.set(claim.id, asVerdict(await judge(claim), search.asOf))
    await onJudged?.(search.asOf, verdicts.size, ledger.claims.length)
  }
  return verdicts
}

const counted = (verdicts: Iterable<Verdict>): Record<string, number> => {
  const counts = Object.fromEntries(VERDICTS.map(name => [name, 0]))
  for (const { verdict } of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}

/** Holds every claim of a ledger against the record, as of one or more days. */
export const checkLedger = async (
  ledger: Ledger,
  record: RecordAnswers,
  options: CheckOptions,
): Promise<CheckedLedger> => {
  const days = await daysToJudge(ledger, record, options)
  const judged = new Map<Day, ReadonlyMap<string, Verdict>>()
  for (const day of days)
    judged.set(day, await judgeAll(ledger, makeSearch(record, ledger.document, day), options.onJudged))
  const claims = ledger.claims.map(
    (claim): CheckedClaim => ({
      ...claim,
      verdicts: days.flatMap(day => judged.get(day)?.get(claim.id) ?? []),
    }),
  )
  const last = days.at(-1) ?? ''
  // What an analysis leaves out is what could be known when it was written.
  const written = minDay(ledger.document.date?.to ?? last, last)
  const then = judged.get(days.find(day => day >= written) ?? last)
  const told = ledger.claims.filter(claim => !isAboutRelations(claim))
  const shown = told.flatMap(claim => then?.get(claim.id)?.receipts ?? [])
  return {
    ...ledger,
    claims,
    omissions: await omissionsOf(ledger, shown, makeSearch(record, ledger.document, written)),
    summary: {
      ...ledger.summary,
      by_verdict: Object.fromEntries(days.map(day => [day, counted(judged.get(day)?.values() ?? [])])),
    },
  }
}
