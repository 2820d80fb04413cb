import { type Argument, type Receipt, type ReceiptSource, VERDICTS } from '../domain/index.ts'
import { type AnyClaim, type AnyLedger, asOfDays, isChecked, type RecordSizes, verdictsOf } from './any-ledger.ts'
import { dayList, longDay, shortDay } from './day-words.ts'
import { claimsLine, dayCounts } from './ledger-summary.ts'
import {
  claimNotes,
  coverageLine,
  documentLine,
  isTold,
  published,
  receiptDays,
  receiptId,
  titled,
  titleOf,
} from './ledger-words.ts'
import { webAddress } from './link.ts'
import { printable } from './printable.ts'
import { type GroupReason, type ShownReceipt, type VerdictGroup, verdictGroups } from './verdict-groups.ts'
import { markOf, nameOf, unjudgedMark } from './verdict-words.ts'

/** A ledger as Markdown, for a wiki or a pull request: the same order and words as on a terminal, with links. */

/** Text of others bears no markup. */
const text = (words: string): string => printable(words).replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')

const sourceOf = (source: ReceiptSource): string => {
  const address = webAddress(source.url)
  const name = text(source.publisher)
  const linked = address === null ? name : `[${name}](<${address}>)`
  return [linked, ...titled(source.title).map(text), published(source)].join(', ')
}

const sourcesOf = ({ sources }: Receipt): string =>
  sources.length > 0 ? sources.map(sourceOf).join('; ') : 'no source named'

const witnessesOf = (receipt: Receipt): string =>
  `${sourcesOf(receipt)} · \`${receiptId(receipt).replaceAll('`', '')}\``

const receiptLines = ({ receipt, becameKnown }: ShownReceipt): string[] => [
  `- ${receipt.bearing} **${receiptDays(receipt)}**: ${text(receipt.summary)}${becameKnown === null ? '' : ` (became known ${shortDay(becameKnown)})`}  `,
  `  ${witnessesOf(receipt)}`,
]

const reasonLines = ({ because, coverage }: GroupReason, head: string): string[] => [
  `${head}: ${text(because)}${coverage === null ? '' : `  \n_${coverageLine(coverage)}_`}`,
  '',
]

const groupLines = (group: VerdictGroup, several: boolean): string[] => [
  ...group.reasons.flatMap(reason =>
    reasonLines(
      reason,
      `${markOf(group.verdict)} **${nameOf(group.verdict)}**${several ? ` as of ${dayList(reason.days)}` : ''}`,
    ),
  ),
  ...(group.receipts.length > 0 ? [...group.receipts.flatMap(receiptLines), ''] : []),
]

const claimLines = (claim: AnyClaim, argument: Argument, several: boolean): string[] => {
  const verdicts = verdictsOf(claim)
  const marks = verdicts.length > 0 ? verdicts.map(v => markOf(v.verdict)).join('') : unjudgedMark(claim.checkable)
  return [
    `### ${claim.id} ${marks} ${text(claimNotes(claim, argument).join(' · '))}`,
    '',
    `> “${text(claim.quote)}”`,
    '',
    ...(verdicts.length === 0 && claim.why_not !== null ? [`not checkable: ${text(claim.why_not)}`, ''] : []),
    ...verdictGroups(verdicts).flatMap(group => groupLines(group, several)),
  ]
}

const countsTable = (ledger: AnyLedger, sizes: RecordSizes | null): string[] => {
  const days = dayCounts(ledger, sizes)
  if (days.length === 0) return []
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    row(['as of', 'events known', ...VERDICTS.map(v => `${markOf(v)} ${nameOf(v)}`)]),
    row(['---', ...['events', ...VERDICTS].map(() => '---:')]),
    ...days.map(({ day, events, counts }) =>
      row([
        longDay(day),
        events === null ? '' : events.toLocaleString('en-GB'),
        ...VERDICTS.map(v => String(counts.find(c => c.verdict === v)?.count ?? 0)),
      ]),
    ),
    '',
  ]
}

const omissionLines = (ledger: AnyLedger): string[] =>
  isChecked(ledger) && ledger.omissions.length > 0
    ? [
        '## What the record holds and the text leaves out',
        '',
        ...ledger.omissions.flatMap(({ says, receipts }) => [
          text(says),
          '',
          ...receipts.flatMap(receipt =>
            isTold(says, receipt) ? [`- ${witnessesOf(receipt)}`] : receiptLines({ receipt, becameKnown: null }),
          ),
          '',
        ]),
      ]
    : []

const reasonsForDate = ({ document: { date } }: AnyLedger): string[] =>
  date === null || date.reasons.length === 0
    ? []
    : [`Dated by: ${date.reasons.map(r => `“${text(r.quote)}” (${text(r.says)})`).join('; ')}.`, '']

export const ledgerMarkdown = (ledger: AnyLedger, sizes: RecordSizes | null = null): string =>
  `${[
    `# ${text(titleOf(ledger.document))}`,
    '',
    `${text(documentLine(ledger.document))}.`,
    '',
    ...reasonsForDate(ledger),
    `${claimsLine(ledger)}.`,
    '',
    ...countsTable(ledger, sizes),
    ...(ledger.claims.length > 0 ? ['## Claims', ''] : []),
    ...ledger.claims.flatMap(claim => claimLines(claim, ledger.argument, asOfDays(ledger).length > 1)),
    ...omissionLines(ledger),
  ]
    .join('\n')
    .trimEnd()}\n`
