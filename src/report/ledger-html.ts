import { type Argument, type Receipt, type ReceiptSource, VERDICTS, type VerdictName } from '../domain/index.ts'
import { type AnyClaim, type AnyLedger, asOfDays, isChecked, type RecordSizes, verdictsOf } from './any-ledger.ts'
import { dayList, longDay, shortDay } from './day-words.ts'
import { type Html, html, nothing } from './html.ts'
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
import { PAGE_STYLE } from './page-style.ts'
import { type ShownReceipt, type VerdictGroup, verdictGroups } from './verdict-groups.ts'
import { inkName, markOf, nameOf, unjudgedMark } from './verdict-words.ts'

/** Ledgers as one HTML page that needs nothing beside it: no script, no font, no picture, no network. */

const marked = (verdict: VerdictName, says: string): Html => html`<strong class="${inkName(verdict)}">${says}</strong>`

const sourceOf = (source: ReceiptSource): Html => {
  const address = webAddress(source.url)
  const name = address === null ? html`${source.publisher}` : html`<a href="${address}">${source.publisher}</a>`
  return html`<span class="sources">${name}, ${[...titled(source.title), published(source)].join(', ')}</span>`
}

const BEARING_CLASS = { for: 'good', against: 'bad', context: 'faint' } as const

const witnessesOf = (receipt: Receipt): Html => html`${
  receipt.sources.length === 0 ? html`<span class="sources">no source named</span>` : receipt.sources.map(sourceOf)
}
<code class="sources">${receiptId(receipt)}</code>`

const receiptItem = ({ receipt, becameKnown }: ShownReceipt): Html => html`<li>
<span class="${BEARING_CLASS[receipt.bearing]}">${receipt.bearing}</span> <strong>${receiptDays(receipt)}</strong>: ${receipt.summary}${
  becameKnown === null ? '' : ` (became known ${shortDay(becameKnown)})`
}
${witnessesOf(receipt)}</li>
`

const receiptList = (receipts: readonly ShownReceipt[]): Html =>
  receipts.length === 0 ? nothing : html`<ul>${receipts.map(receiptItem)}</ul>`

const groupOf = (group: VerdictGroup, several: boolean): Html =>
  html`${group.reasons.map(
    ({
      days,
      because,
      coverage,
    }) => html`<p>${marked(group.verdict, `${markOf(group.verdict)} ${nameOf(group.verdict)}`)}${
      several ? ` as of ${dayList(days)}` : ''
    }: ${because}</p>
${coverage === null ? nothing : html`<p class="faint">${coverageLine(coverage)}</p>`}`,
  )}${receiptList(group.receipts)}`

const claimOf = (claim: AnyClaim, argument: Argument, several: boolean, anchor: string): Html => {
  const verdicts = verdictsOf(claim)
  const marks =
    verdicts.length > 0
      ? verdicts.map(v => marked(v.verdict, markOf(v.verdict)))
      : html`${unjudgedMark(claim.checkable)}`
  return html`<section class="claim" id="${anchor}${claim.id}">
<blockquote>${marks} “${claim.quote}”</blockquote>
<p class="notes">${claimNotes(claim, argument).join(' · ')} · ${claim.id}</p>
${verdicts.length === 0 && claim.why_not !== null ? html`<p>not checkable: ${claim.why_not}</p>` : nothing}
${verdictGroups(verdicts).map(group => groupOf(group, several))}</section>
`
}

const countsTable = (ledger: AnyLedger, sizes: RecordSizes | null): Html => {
  const days = dayCounts(ledger, sizes)
  if (days.length === 0) return nothing
  return html`<div class="counts"><table><thead><tr><th scope="col">as of</th><th scope="col">events known</th>${VERDICTS.map(
    v => html`<th scope="col" class="${inkName(v)}">${markOf(v)} ${nameOf(v)}</th>`,
  )}</tr></thead>
<tbody>${days.map(
    ({ day, events, counts }) =>
      html`<tr><th scope="row">${longDay(day)}</th><td>${
        events === null ? '' : events.toLocaleString('en-GB')
      }</td>${VERDICTS.map(v => html`<td>${counts.find(c => c.verdict === v)?.count ?? 0}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

const reasonsForDate = ({ document: { date } }: AnyLedger): Html =>
  date === null || date.reasons.length === 0
    ? nothing
    : html`<p class="faint">Dated by: ${date.reasons.map(r => `“${r.quote}” (${r.says})`).join('; ')}.</p>`

const omissionsOf = (ledger: AnyLedger): Html =>
  isChecked(ledger) && ledger.omissions.length > 0
    ? html`<h2>What the record holds and the text leaves out</h2>
${ledger.omissions.map(
  ({ says, receipts }) => html`<section class="claim"><p>${says}</p>
<ul>${receipts.map(receipt =>
    isTold(says, receipt)
      ? html`<li>${witnessesOf(receipt)}</li>
`
      : receiptItem({ receipt, becameKnown: null }),
  )}</ul></section>`,
)}`
    : nothing

/** Ids of claims are a document's own, so that on a page of several each needs its number before them. */
const articleOf = (ledger: AnyLedger, sizes: RecordSizes | null, anchor: string): Html => html`<article>
<h1>${titleOf(ledger.document)}</h1>
<p>${documentLine(ledger.document)}.</p>
${reasonsForDate(ledger)}
<p>${claimsLine(ledger)}.</p>
${countsTable(ledger, sizes)}
${ledger.claims.length === 0 ? nothing : html`<h2>Claims</h2>`}
${ledger.claims.map(claim => claimOf(claim, ledger.argument, asOfDays(ledger).length > 1, anchor))}
${omissionsOf(ledger)}
</article>
`

export const ledgerHtml = (ledgers: readonly AnyLedger[], sizes: RecordSizes | null = null): string => {
  const [first] = ledgers
  const title = ledgers.length === 1 && first ? titleOf(first.document) : `${ledgers.length} ledgers`
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ markup: PAGE_STYLE }}</style>
</head>
<body>
${ledgers.map((ledger, i) => articleOf(ledger, sizes, ledgers.length > 1 ? `d${i + 1}-` : ''))}</body>
</html>
`.markup
}
