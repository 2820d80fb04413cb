import type { Argument, Receipt } from '../domain/index.ts'
import { type AnyClaim, type AnyLedger, asOfDays, isChecked, type RecordSizes, verdictsOf } from './any-ledger.ts'
import { dayList, shortDay } from './day-words.ts'
import type { Ink } from './ink.ts'
import { paragraph, proseWidth, type Screen, TIED } from './layout.ts'
import { claimsLine, type DayCounts, dayCounts, dayHead } from './ledger-summary.ts'
import {
  claimNotes,
  coverageLine,
  documentLine,
  isTold,
  published,
  quotedTitle,
  receiptDays,
  receiptId,
} from './ledger-words.ts'
import { printable } from './printable.ts'
import { type GroupReason, type ShownReceipt, type VerdictGroup, verdictGroups } from './verdict-groups.ts'
import { inkOf, loud, markOf, nameOf, unjudgedMark } from './verdict-words.ts'

/** A ledger for a terminal: what the document is, then its claims in order, each with verdict, reason and receipts. */

const countsOf = ({ counts }: DayCounts, ink: Ink): string =>
  counts
    .map(({ verdict, count }) =>
      inkOf(verdict, ink)(`${markOf(verdict)} ${count} ${nameOf(verdict)}`.replaceAll(' ', TIED)),
    )
    .join(', ')

/** Two lines: what the text is and when it was written; how many claims it makes and how they fared, a line more for each further as-of day. */
const summaryLines = (ledger: AnyLedger, { width, ink }: Screen, sizes: RecordSizes | null): string[] => {
  const { document, summary } = ledger
  const title = paragraph(
    `${ink.strong(printable(quotedTitle(document)))}, ${printable(documentLine(document))}.`,
    width,
  )
  const [first, ...further] = dayCounts(ledger, sizes)
  if (summary.claims === 0 || !first) return [...title, ...paragraph(`${claimsLine(ledger)}.`, width)]
  const sayings = [first, ...further].map(day => `${dayHead(day)}: ${countsOf(day, ink)}.`)
  if (further.length === 0) return [...title, ...paragraph(`${claimsLine(ledger)}, ${sayings[0]}`, width)]
  return [
    ...title,
    ...paragraph(`${claimsLine(ledger)}:`, width),
    ...sayings.flatMap(saying => paragraph(saying, width, '  ', '    ')),
  ]
}

const sourcesOf = (receipt: Receipt): string => {
  const named = receipt.sources.map(s => `${printable(s.publisher)}, ${published(s)}`)
  return named.length > 0 ? named.join('; ') : 'no source named'
}

const BEARING_INK = { for: 'good', against: 'bad', context: 'faint' } as const

const witnessLines = (receipt: Receipt, indent: string, { width, ink }: Screen): string[] =>
  paragraph(ink.faint(`${sourcesOf(receipt)} · ${printable(receiptId(receipt))}`), width, indent)

const receiptLines = ({ receipt, becameKnown }: ShownReceipt, indent: string, screen: Screen): string[] => {
  const { width, ink } = screen
  const bearing = ink[BEARING_INK[receipt.bearing]](receipt.bearing)
  const known = becameKnown === null ? '' : ` (became known ${shortDay(becameKnown)})`
  const line = `${bearing} ${ink.strong(receiptDays(receipt))}: ${printable(receipt.summary)}${known}`
  const deeper = `${indent}  `
  return [...paragraph(line, width, indent, deeper), ...witnessLines(receipt, deeper, screen)]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const reasonLines = (reason: GroupReason, head: string, indent: string, { width, ink }: Screen): string[] => [
  ...paragraph(`${head}: ${printable(reason.because)}`, width, indent),
  ...(reason.coverage === null ? [] : paragraph(ink.faint(coverageLine(reason.coverage)), width, `${indent}  `)),
]

const groupLines = (group: VerdictGroup, several: boolean, indent: string, screen: Screen): string[] => {
  const { width, ink } = screen
  const name = loud(group.verdict, ink, capital(nameOf(group.verdict)))
  const head = several ? `${name} as of ${dayList(group.days, shortDay)}` : name
  const [first, ...further] = group.reasons
  const deeper = `${indent}  `
  return [
    ...(first && further.length === 0
      ? reasonLines(first, head, indent, screen)
      : [
          ...paragraph(`${head}:`, width, indent),
          ...group.reasons.flatMap(reason => reasonLines(reason, dayList(reason.days, shortDay), deeper, screen)),
        ]),
    ...group.receipts.flatMap(receipt => receiptLines(receipt, deeper, screen)),
  ]
}

/** One mark an as-of day, so that a row of marks shows how a claim fared. */
const claimLines = (claim: AnyClaim, argument: Argument, days: number, screen: Screen): string[] => {
  const { width, ink } = screen
  const verdicts = verdictsOf(claim)
  const marks =
    verdicts.length === 0
      ? unjudgedMark(claim.checkable)
      : verdicts.map(v => loud(v.verdict, ink, markOf(v.verdict))).join('')
  const indent = ' '.repeat(Math.max(1, days) + 1)
  const notes = printable(claimNotes(claim, argument).join(' · '))
  const unjudged =
    verdicts.length === 0 && !claim.checkable
      ? paragraph(`Not checkable: ${printable(claim.why_not ?? 'no reason given')}`, width, indent)
      : []
  return [
    ...paragraph(`“${printable(claim.quote)}”`, width, `${marks} `, indent),
    ...paragraph(ink.faint(`${notes} · ${claim.id}`), width, indent),
    ...unjudged,
    ...verdictGroups(verdicts).flatMap(group => groupLines(group, days > 1, indent, screen)),
  ]
}

const omissionLines = (ledger: AnyLedger, screen: Screen): string[] => {
  if (!isChecked(ledger) || ledger.omissions.length === 0) return []
  const { width, ink } = screen
  return [
    '',
    ...paragraph(ink.strong('What the record holds and the text leaves out'), width),
    ...ledger.omissions.flatMap(({ says, receipts }) => [
      '',
      ...paragraph(printable(says), width, '  '),
      ...receipts.flatMap(receipt =>
        isTold(says, receipt)
          ? witnessLines(receipt, '    ', screen)
          : receiptLines({ receipt, becameKnown: null }, '    ', screen),
      ),
    ]),
  ]
}

export const ledgerTerminal = (ledger: AnyLedger, screen: Screen, sizes: RecordSizes | null = null): string => {
  const prose = { ...screen, width: proseWidth(screen) }
  const days = asOfDays(ledger).length
  const lines = [
    ...summaryLines(ledger, prose, sizes),
    ...ledger.claims.flatMap(claim => ['', ...claimLines(claim, ledger.argument, days, prose)]),
    ...omissionLines(ledger, prose),
  ]
  return `${lines.join('\n')}\n`
}
