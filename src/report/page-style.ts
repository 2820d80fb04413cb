/** The style of HTML reports: one column, light and dark by the reader's choice, black on white in print. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1d1d1f; --faint: #5f6368; --paper: #fff; --line: #d8dade; --quote: #f4f5f7;
  --good: #1a6b34; --bad: #b3261e; --torn: #805500; --open: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e8; --faint: #a3a8b0; --paper: #17181b; --line: #3a3d43; --quote: #212327;
    --good: #78c68f; --bad: #f0958e; --torn: #e0b45c; --open: #86bdf5; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 48rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 1rem; }
article + article { border-top: 3px double var(--line); margin-top: 3rem; padding-top: 2rem; }
.counts { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
table { width: 100%; }
th, td { padding: .3rem 0 .3rem .5rem; text-align: right; vertical-align: bottom; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
th:first-child { padding-left: 0; }
.counts thead th { font-size: .78rem; line-height: 1.3; }
.counts tbody th { white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
section.claim { border-top: 1px solid var(--line); padding: 1rem 0 .25rem; break-inside: avoid; }
blockquote { margin: 0; padding: .5rem .9rem; background: var(--quote); border-radius: .3rem; }
p { margin: .5rem 0; }
.faint, .notes, .sources { color: var(--faint); font-size: .88rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .torn { color: var(--torn); } .open { color: var(--open); }
ul { list-style: none; margin: .5rem 0 .75rem; padding-left: 1rem; border-left: 2px solid var(--line); }
li { margin: .4rem 0; }
.sources { display: block; }
a { color: inherit; }
@media print {
  :root { --ink: #000; --faint: #333; --paper: #fff; --line: #999; --quote: #fff; --good: #000; --bad: #000; --torn: #000; --open: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  blockquote { border-left: 2px solid #999; border-radius: 0; }
}
`
