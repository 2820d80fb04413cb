import { CHART_STYLE } from '../chart/palette.ts'
import { PAGE_STYLE } from '../page-style.ts'

/** The style of the page: one column on a screen, two sheets of A4 on paper. */
export const BRIEF_STYLE = `${PAGE_STYLE}
${CHART_STYLE}
header { border-bottom: 2px solid var(--ink); margin-bottom: 1rem; }
header p { margin: .1rem 0 .5rem; color: var(--faint); }
.bottom-line { background: var(--quote); border-left: .25rem solid var(--ink); padding: .6rem .9rem; }
.bottom-line p { margin: .2rem 0; font-size: 1.08rem; } .bottom-line .confidence { font-size: 1rem; }
h2 { margin: 1.6rem 0 .4rem; }
main ul { list-style: disc; border: 0; padding-left: 1.2rem; margin: .3rem 0; } main li { margin: .35rem 0; }
main li::marker { color: var(--faint); }
.note { color: var(--faint); font-size: .9rem; }
.refs { font-size: .75em; vertical-align: .25em; line-height: 1; white-space: nowrap; } .refs a { text-decoration: none; }
.refs a:hover, .refs a:focus { text-decoration: underline; }
figure { margin: 1rem 0; } figcaption { color: var(--faint); font-size: .85rem; }
.picture { overflow-x: auto; } .picture svg { display: block; width: 100%; min-width: 34rem; height: auto; }
.receipts { padding-left: 2rem; font-size: .85rem; } .receipts li { margin: .3rem 0; padding-left: .2rem; }
.receipts li:target { background: var(--quote); outline: 2px solid var(--open); }
.origin { color: var(--faint); } .grade { font-weight: 700; } code { font-size: .92em; overflow-wrap: anywhere; }
@page { size: A4; margin: 12mm 14mm; }
@media print {
  body { font-size: 8.8pt; line-height: 1.33; }
  h1 { font-size: 14pt; margin: 0; } h2 { font-size: 9.6pt; margin: 6pt 0 1pt; break-after: avoid; }
  header { margin-bottom: 4pt; } header p { margin: 0 0 2pt; }
  .bottom-line { padding: 3pt 6pt; border: 1px solid #000; } .bottom-line p, .bottom-line .confidence { font-size: 9pt; margin: 1pt 0; }
  .note { font-size: 8pt; } main li { margin: 1.5pt 0; break-inside: avoid; } main ul { margin: 1pt 0; }
  figure { margin: 4pt 0; break-inside: avoid; } figcaption { font-size: 7pt; }
  .picture { overflow: visible; } .picture svg { min-width: 0; max-height: 52mm; }
  .sources-section > p { font-size: 7pt; margin: 1pt 0; }
  .receipts { columns: 2; column-gap: 6mm; font-size: 7pt; line-height: 1.25; padding-left: 12pt; margin: 2pt 0; }
  .receipts li { margin: 1pt 0; } a { text-decoration: none; }
  .full { font-size: 7.4pt; line-height: 1.24; } .full .note { font-size: 6.8pt; } .full h2 { font-size: 8.4pt; margin: 4pt 0 0; }
  .full .receipts { font-size: 5.9pt; line-height: 1.18; } .full .picture svg { max-height: 44mm; }
  .full .bottom-line p, .full .bottom-line .confidence { font-size: 8pt; }
}
`
