import { type Day, dayNumber } from '../../domain/index.ts'
import type { Brief } from '../../relations/index.ts'
import { courseChart } from '../chart/course-chart.ts'
import { chartInPage } from '../chart/document.ts'
import { longDay, shortDay } from '../day-words.ts'
import { type Html, html, nothing } from '../html.ts'
import { webAddress } from '../link.ts'
import { briefPage } from './brief-page.ts'
import { type BriefPage, type Item, isTold, lettersOf, type PageReceipt, type Section, type Sentence } from './page.ts'
import { GRADE_LEGEND, publisherName, restWords, sourcesBy, sourceTail } from './source-words.ts'
import { BRIEF_STYLE } from './style.ts'
import { capital, cut, type NameOf, namesOf, told } from './words.ts'

/** The page as HTML that needs nothing beside it: no script, no font, no picture, no network. */

const refsOf = ({ refs }: Sentence): Html =>
  refs.length === 0
    ? nothing
    : html`<span class="refs"> [${refs.map((n, i) => html`${i === 0 ? '' : ', '}<a href="#r${n}" aria-label="receipt ${n}">${n}</a>`)}]</span>`

const said = (sentence: Sentence): Html => html`${sentence.text}${refsOf(sentence)} `

const itemOf = ({ lead, sentences, note }: Item): Html =>
  html`${lead === undefined ? nothing : html`<strong>${lead}</strong> `}${sentences.map(said)}${
    note === undefined ? nothing : html`<span class="note">${capital(note)}.</span>`
  }`

const sectionOf = ({ id, title, items }: Section): Html => html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<ul>
${items.map(item => html`<li>${itemOf(item)}</li>\n`)}</ul>
</section>
`

const sourceOf = (event: Extract<PageReceipt, { kind: 'event' }>['event'], asOf: Day): Html => {
  const { shown, more, later } = sourcesBy(event, asOf)
  const rest = restWords(more, later)
  const parts = [
    ...shown.map(source => {
      const address = webAddress(source.url)
      const name =
        address === null ? html`${publisherName(source)}` : html`<a href="${address}">${publisherName(source)}</a>`
      return html`${name}${sourceTail(source)}`
    }),
    ...(rest === '' ? [] : [html`${rest}`]),
  ]
  return parts.length === 0 ? html`no page named` : html`${parts.map((part, i) => (i === 0 ? part : html`; ${part}`))}`
}

const receiptOf = (receipt: PageReceipt, page: BriefPage, asOf: Day): Html => {
  const what = (summary: string): Html => (isTold(page, told(summary)) ? nothing : html` ${cut(summary)}`)
  const body =
    receipt.kind === 'event'
      ? html`<span class="grade">${receipt.event.grade}</span> <strong>${shortDay(receipt.event.day)}</strong>${what(receipt.event.summary)} <span class="origin">${sourceOf(receipt.event, asOf)}.</span> <code>${receipt.id}</code>`
      : receipt.kind === 'fact'
        ? html`<strong>${shortDay(receipt.day)}</strong>${what(receipt.says)} <code>${receipt.id}</code>`
        : html`${receipt.says}: <code>${receipt.command}</code>`
  return html`<li id="r${receipt.number}" value="${receipt.number}">${body}</li>\n`
}

const picture = (brief: Brief, page: BriefPage, nameOf: NameOf): Html => {
  const { course, changed } = brief
  if (!course || brief.coverage.standing !== 'told') return nothing
  const pins = changed.flatMap(({ id, day, summary }) => {
    const receipt = page.receipts.find(r => r.id === id)
    return receipt ? [{ day: dayNumber(day), name: String(receipt.number), says: `${longDay(day)}: ${summary}` }] : []
  })
  const chart = courseChart(course, namesOf(brief, nameOf), pins)
  return html`<figure>
<div class="picture" tabindex="0" role="group" aria-label="Chart">${chartInPage(chart)}</div>
<figcaption>The band holds 90 in 100. ▲ thaw, ▼ rupture, shaded over the days in which it lies. Circled numbers are receipts of the events below. Bars at the foot: rows a week.</figcaption>
</figure>
`
}

/** Letters above which a page is set smaller on paper: those of a page whose every place is taken by a sentence of two lines. */
const FULL = 3600

export const briefHtml = (brief: Brief, nameOf: NameOf): string => {
  const page = briefPage(brief, nameOf)
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${{ markup: BRIEF_STYLE }}</style>
</head>
<body>
<main class="${lettersOf(page) > FULL ? 'full' : 'roomy'}">
<header>
<h1>${page.title}</h1>
<p>${page.verdict}</p>
</header>
<section class="bottom-line" aria-label="Bottom line">
<p>${page.bottomLine.map(said)}</p>
<p class="confidence">${said(page.confidence)}</p>
</section>
${picture(brief, page, nameOf)}${page.sections.map(sectionOf)}<section class="sources-section" aria-labelledby="sources">
<h2 id="sources">Receipts and sources</h2>
<p class="faint">${GRADE_LEGEND}</p>
<ol class="receipts">
${page.receipts.map(receipt => receiptOf(receipt, page, brief.as_of))}</ol>
</section>
</main>
</body>
</html>
`.markup
}
