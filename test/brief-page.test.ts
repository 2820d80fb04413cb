import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM } from '../bin/setup/chromium.mjs'
import { addDays, type Day } from '../src/domain/index.ts'
import { importFiles, openRecord, type RecordReader } from '../src/record/index.ts'
import { readBrief } from '../src/relations/index.ts'
import { briefHtml } from '../src/report/index.ts'

/**
 * The page on a pair as a reader has it: alone in a browser, light and dark, on paper; from the record that ships, and from a record that is
 * as wordy and as hostile as a record may be.
 */
const HOSTILE = '<script>document.title="taken"</script><img src=x onerror=alert(1)>&"\''
const LONG = `${'A minister of the one country said to a minister of the other, at some length and before the press, what both had said before, '.repeat(2)}${HOSTILE}`

/** Two states and their neighbours in endless talk, told by many at length; quarrels first, accords after. */
const wordy = (): string => {
  const source = (n: number, published: Day) => ({
    publisher: `${HOSTILE} Gazette of the Union of Journalists no. ${n}`,
    title: n % 3 === 0 ? '' : `${LONG} ${n}`,
    url: n % 2 === 0 ? 'javascript:alert(1)' : `https://example.org/${'long/'.repeat(20)}${n}?<script>`,
    published: n % 4 === 0 ? null : published,
  })
  const row = (day: Day, from: string, to: string, type: string, n: number, more: object = {}) => ({
    day,
    source: from,
    target: to,
    type,
    status: 'occurred',
    people: ['Minister'],
    summary: `${n}. ${LONG}`,
    sources: [source(n, day), source(n + 1, day), source(n + 3, day), source(n + 5, day)],
    ...more,
  })
  const rows: object[] = []
  for (let i = 0; i < 300; i++) {
    const day = addDays('2010-01-01', 4 * i)
    const late = i > 240
    rows.push(
      row(day, i % 2 ? 'BOL' : 'PER', i % 2 ? 'PER' : 'BOL', late ? 'AGREE' : 'ACCUSE', i, { reciprocal: late }),
    )
    rows.push(row(day, i % 2 ? 'BOL' : 'PER', i % 3 ? 'CHL' : 'BRA', i % 3 ? 'ACCUSE' : 'AID', i))
    if (late) rows.push(row(day, 'BOL', 'PER', 'COOPERATE', i, { status: 'announced' }))
    if (i % 20 === 0) rows.push(row(day, 'BOL', 'BOL', 'PROTEST', i, { target: null, type: null }))
  }
  return rows.map(event => JSON.stringify(event)).join('\n')
}

let folder = ''
let shipped: RecordReader
let hostile: RecordReader
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-page-'))
  writeFileSync(join(folder, 'wordy.jsonl'), wordy())
  await importFiles(join(folder, 'shipped.duckdb'), ['data/chronology/events.jsonl'])
  await importFiles(join(folder, 'wordy.duckdb'), [join(folder, 'wordy.jsonl')])
  shipped = await openRecord(join(folder, 'shipped.duckdb'))
  hostile = await openRecord(join(folder, 'wordy.duckdb'))
})
afterAll(async () => {
  await shipped.close()
  await hostile.close()
  rmSync(folder, { recursive: true, force: true })
})

const CASES: readonly [which: 'shipped' | 'hostile', a: string, b: string, asOf: Day][] = [
  ['shipped', 'AZE', 'IRN', '2014-07-17'],
  ['shipped', 'AZE', 'IRN', '2023-03-01'],
  ['shipped', 'AZE', 'IRN', '2024-12-31'],
  ['shipped', 'ARM', 'AZE', '2014-12-31'],
  ['shipped', 'ARM', 'TUR', '2021-12-31'],
  ['shipped', 'SRB', 'XKX', '2024-12-31'],
  ['hostile', 'BOL', 'PER', '2013-04-01'],
]

const pageOf = async ([which, a, b, asOf]: (typeof CASES)[number]): Promise<string> =>
  briefHtml(await readBrief(which === 'shipped' ? shipped : hostile, [a, b], asOf), id => id)

describe('as text', () => {
  test.each(CASES)(
    '%s %s–%s as of %s: nothing is asked of the network, nothing runs, one heading of the first order',
    async (...c) => {
      const html = await pageOf(c)
      // Every "<" of texts of others is written as an entity, so that what looks like a tag is one.
      const tags = (html.match(/<[^>]*>/g) ?? []).join('\n')
      expect(tags).not.toMatch(/<script|<link|<img|<iframe|<object|<embed| src=| on\w+=|javascript:/i)
      expect(html).not.toMatch(/@import|url\(/)
      expect(html).toContain("default-src 'none'")
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
      expect(html).not.toMatch(/“”|undefined|NaN|\bnull\b/)
    },
  )
})

const HAS_BROWSER = existsSync(CHROMIUM)
if (!HAS_BROWSER) console.error(`no Chromium at ${CHROMIUM}: the page is not looked at in a browser, nor printed`)

describe.skipIf(!HAS_BROWSER)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ]
    browser = await chromium.launch({ executablePath: CHROMIUM, args })
  })
  afterAll(() => browser?.close())

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  interface Found {
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly failureSummary: string }[]
    }[]
  }

  /** The policy of the page forbids scripts, axe among them: it is set aside for the look. */
  const open = async (html: string, scheme: 'light' | 'dark'): Promise<{ page: Page; asked: string[] }> => {
    const context = await browser.newContext({ colorScheme: scheme, bypassCSP: true })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.setContent(html)
    return { page, asked: asked.filter(url => !url.startsWith('about:') && !url.startsWith('data:')) }
  }

  test.each(CASES.flatMap(c => (['light', 'dark'] as const).map(scheme => [...c, scheme] as const)))(
    '%s %s–%s as of %s, %5$s: axe finds nothing',
    async (which, a, b, asOf, scheme) => {
      const { page, asked } = await open(await pageOf([which, a, b, asOf]), scheme)
      await page.evaluate(axe)
      const { violations } = (await page.evaluate('axe.run(document)')) as Found
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`)).toEqual([])
      expect(asked).toEqual([])
      expect(await page.title()).not.toBe('taken')
      await page.context().close()
    },
  )

  test.each(CASES)('%s %s–%s as of %s prints to two sheets of A4 at most', async (...c) => {
    const { page } = await open(await pageOf(c), 'light')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0
    expect(sheets).toBeGreaterThan(0)
    expect(sheets).toBeLessThanOrEqual(2)
    await page.context().close()
  })
})
