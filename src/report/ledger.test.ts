import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckedLedger, Ledger } from '../domain/index.ts'
import {
  coloured,
  jsonDocument,
  ledgerHtml,
  ledgerJson,
  ledgerMarkdown,
  ledgerTerminal,
  PIPED,
  plain,
} from './index.ts'
import { cells } from './layout.ts'
import { smallLedger, smallLedgerOneDay, smallSizes } from './small-ledger.fixture.ts'

/** The ledger as `read` makes it: no verdicts, no omissions. */
const unjudged: Ledger = {
  schema: smallLedger.schema,
  version: smallLedger.version,
  document: { ...smallLedger.document, date: null, title: null },
  claims: smallLedger.claims.map(({ verdicts: _, ...claim }) => claim),
  argument: smallLedger.argument,
  summary: { ...smallLedger.summary, by_verdict: {} },
}

/** Stored beside as golden/; `.golden` keeps formatters away from them. */
describe('golden texts', () => {
  test.each([60, 100, 160])('terminal, %d cells wide', async width =>
    expect(ledgerTerminal(smallLedger, { width, ink: plain }, smallSizes)).toMatchFileSnapshot(
      `golden/ledger-${width}.txt`,
    ),
  )
  test('terminal, one as-of day', async () =>
    expect(ledgerTerminal(smallLedgerOneDay, PIPED, smallSizes)).toMatchFileSnapshot('golden/ledger-one-day.txt'))
  test('terminal, coloured', async () =>
    expect(ledgerTerminal(smallLedgerOneDay, { width: 100, ink: coloured }, smallSizes)).toMatchFileSnapshot(
      'golden/ledger-coloured.txt',
    ))
  test('terminal, read and not judged', async () =>
    expect(ledgerTerminal(unjudged, PIPED)).toMatchFileSnapshot('golden/ledger-unjudged.txt'))
  test('Markdown', async () =>
    expect(ledgerMarkdown(smallLedger, smallSizes)).toMatchFileSnapshot('golden/ledger.md.golden'))
  test('HTML', async () =>
    expect(ledgerHtml([smallLedger], smallSizes)).toMatchFileSnapshot('golden/ledger.html.golden'))
  test('JSON', async () =>
    expect(jsonDocument(ledgerJson(smallLedger))).toMatchFileSnapshot('golden/ledger.json.golden'))
})

test('colours change nothing but colours', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
  const bare = ledgerTerminal(smallLedger, { width: 100, ink: coloured }, smallSizes).replace(/\x1b\[\d+m/g, '')
  expect(bare).toBe(ledgerTerminal(smallLedger, PIPED, smallSizes))
})

/** The small ledger with everything that others write replaced by one text. */
const saying = (text: string): CheckedLedger => {
  const receipts = smallLedger.claims.flatMap(c => c.verdicts.flatMap(v => v.receipts))
  const hostile = receipts.map(r => ({
    ...r,
    summary: text,
    sources: [{ publisher: text, title: text, url: text, published: null }],
  }))
  return {
    ...smallLedger,
    document: { ...smallLedger.document, title: text, author: text, affiliation: text, publisher: text, path: text },
    claims: smallLedger.claims.map(c => ({
      ...c,
      quote: text,
      why_not: text,
      attribution: { ...c.attribution, to: text },
      condition: { start: 0, end: 1, quote: text },
      hedge: { words: [text], kind: 'report', start: 0, end: 1 },
      time: { from: '2014-01-01', to: null, grain: 'day', basis: 'landmark', mention: text },
      verdicts: c.verdicts.map(v => ({ ...v, because: text, receipts: hostile })),
    })),
    omissions: [{ says: text, receipts: hostile }],
  }
}

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
const hostileText = fc.oneof(
  anyText,
  fc.constantFrom(
    '\x1b[2J\x1b]0;owned\x07',
    '\u009b31mred',
    'a\r\nb\tc\u0000',
    '\u202egnirts',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    'https://e.org/\'"<b>)',
    '](https://evil.example) **bold** `code` |',
  ),
)

test('a row without a title shows no empty quotes; what a sentence tells is not told again by its receipt', () => {
  const told = { event: 'x', day: '1998-10-26', known: '1998-10-26', bearing: 'context' as const }
  const receipt = {
    ...told,
    summary: 'A treaty was signed.',
    sources: [{ publisher: 'gdelt', title: '', url: '', published: null }],
  }
  const ledger = { ...smallLedger, omissions: [{ says: 'Not mentioned: A treaty was signed.', receipts: [receipt] }] }
  for (const page of [ledgerHtml([ledger]), ledgerMarkdown(ledger), ledgerTerminal(ledger, PIPED)]) {
    expect(page).not.toContain('“”')
    expect(page.split('A treaty was signed.')).toHaveLength(2)
    expect(page).toContain('gdelt, undated')
  }
})

describe('texts of others', () => {
  test('move no cursor, colour nothing and turn no direction on a terminal', () =>
    fc.assert(
      fc.property(hostileText, text => {
        expect(ledgerTerminal(saying(text), PIPED, smallSizes)).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
      }),
      { numRuns: 50 },
    ))

  test('make no markup in a page', () =>
    fc.assert(
      fc.property(hostileText, text => {
        const tags = (page: string): string[] => page.match(/<\/?[a-z!][^\s>]*/g) ?? []
        const page = ledgerHtml([saying(text)], smallSizes)
        expect(tags(page).filter(tag => /script|img/.test(tag))).toEqual([])
        expect(page).not.toMatch(/href="(?!https?:)/)
        // Whatever the texts are, the page has the same tags; links apart, which depend on what an address is.
        const links = (list: string[]): string[] => list.filter(tag => !/^<\/?a$/.test(tag))
        expect(links(tags(page))).toEqual(links(tags(ledgerHtml([saying('word')], smallSizes))))
      }),
    ))

  test('make no heading, link or table in Markdown', () =>
    fc.assert(
      fc.property(hostileText, text => {
        const page = ledgerMarkdown(saying(text), smallSizes)
        const quiet = ledgerMarkdown(saying('word'), smallSizes)
        const headings = (md: string): number => md.split('\n').filter(line => line.startsWith('#')).length
        expect(headings(page)).toBe(headings(quiet))
        expect(page).not.toMatch(/(?<!\\)\]\(https:\/\/evil/)
        expect(page).not.toMatch(/(?<!\\)<script/)
      }),
    ))

  test('come out of JSON as they went in', () =>
    fc.assert(
      fc.property(hostileText, text => {
        const json = jsonDocument(ledgerJson(saying(text)))
        expect(JSON.parse(json).claims[0].quote).toBe(text)
        expect(json).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
      }),
    ))
})

test('no line is wider than the screen, whatever the script', () => {
  const words = fc.array(fc.constantFrom('peace', '和平協定', 'é́tude', '👩‍👩‍👧', 'Ω', 'a'.repeat(70)), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 130 }), (list, width) => {
      for (const line of ledgerTerminal(saying(list.join(' ')), { width, ink: plain }, smallSizes).split('\n'))
        expect(cells(line)).toBeLessThanOrEqual(width)
    }),
    { numRuns: 20 },
  )
})

test('the fields of JSON stand in the order of the contract', () => {
  const document = JSON.parse(jsonDocument(ledgerJson(smallLedger)))
  expect(Object.keys(document)).toEqual(['schema', 'version', 'document', 'claims', 'argument', 'omissions', 'summary'])
  expect(Object.keys(document.document)).toEqual(
    'id path title text language genre author affiliation publisher url disclaimer date boilerplate'.split(' '),
  )
  expect(Object.keys(document.claims[0])).toEqual(
    'id sentence start end quote type negated hedge attribution actors time event due condition checkable why_not supports verdicts until_document reading'.split(
      ' ',
    ),
  )
  expect(Object.keys(document.claims[2].verdicts[1].receipts[0])).toEqual(
    'event day day_to known summary bearing sources'.split(' '),
  )
  expect(Object.keys(document.claims[0].verdicts[0].receipts[1])).toEqual(
    'fact from to known summary bearing sources'.split(' '),
  )
  const read = JSON.parse(jsonDocument(ledgerJson(unjudged)))
  expect(Object.keys(read)).toEqual(['schema', 'version', 'document', 'claims', 'argument', 'summary'])
  expect(read.claims[0]).not.toHaveProperty('verdicts')
})

test('several ledgers on one page have ids of their own', () => {
  const page = ledgerHtml([smallLedger, smallLedgerOneDay], smallSizes)
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(match => match[1])
  expect(ids).toHaveLength(14)
  expect(new Set(ids).size).toBe(14)
})
