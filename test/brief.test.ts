import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../src/domain/index.ts'
import { importFiles, openRecord, type RecordReader } from '../src/record/index.ts'
import { readBrief, readTrace } from '../src/relations/index.ts'
import { briefHtml, briefJson, briefMarkdown } from '../src/report/index.ts'

/** The one page on Azerbaijan and Iran from the record that ships, and what must hold of every page. */
let folder = ''
let record: RecordReader
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-brief-'))
  const path = join(folder, 'record.duckdb')
  await importFiles(path, ['data/chronology/events.jsonl'])
  record = await openRecord(path)
})
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true, force: true })
})

const NAMES: Readonly<Record<string, string>> = { AZE: 'Azerbaijan', IRN: 'Iran', RUS: 'Russia' }
const nameOf = (id: string): string => NAMES[id] ?? id
const page = async (asOf: Day, pair: [string, string] = ['AZE', 'IRN']) => {
  const brief = await readBrief(record, pair, asOf)
  return { brief, text: briefMarkdown(brief, nameOf), json: briefJson(brief, nameOf), html: briefHtml(brief, nameOf) }
}

describe('the page', () => {
  test('July 2014: warming since April, with its thaw', async () => {
    const { brief, text } = await page('2014-07-17')
    expect(text).toMatch(
      /^# Azerbaijan and Iran, as of 17 July 2014\n\nAzerbaijan and Iran are (very likely|almost certainly) warming; relations have been warm since \d+ April 2014, after a thaw dated 9 April 2014\./,
    )
    expect(brief.arrow?.direction).toBe('warming')
    expect(brief.announced.some(({ summary }) => /defence minister/.test(summary))).toBe(true)
  })

  test('March 2023: cooling, with the attack on the embassy among what changed', async () => {
    const { brief, text } = await page('2023-03-01')
    expect(brief.arrow?.direction).toBe('cooling')
    expect(text).toMatch(
      /are (likely|very likely|almost certainly) cooling; relations have been (tense|hostile|in crisis)/,
    )
    expect(brief.changed.some(({ day }) => day >= '2023-01-27' && day <= '2023-02-28')).toBe(true)
  })

  test.each<[Day]>([['2012-06-30'], ['2014-07-17'], ['2024-12-31']])(
    'as of %s: nothing that was known later',
    async asOf => {
      const { brief } = await page(asOf)
      const named = [...brief.changed, ...brief.announced]
      expect(named.every(({ known, day }) => known <= asOf && day <= asOf)).toBe(true)
      const pieces = brief.drivers.flatMap(d => [...d.for, ...d.against])
      const asked = { actors: ['AZE', 'IRN'], acting: 'any' } as const
      const known = new Set((await record.events({ asOf, ...asked })).map(({ id }) => id))
      const ever = new Set((await record.events({ asOf: '9999-12-31', ...asked })).map(({ id }) => id))
      // Evidence that is no event of the record is a dated fact.
      expect(pieces.filter(({ id, day }) => day > asOf || (ever.has(id) && !known.has(id)))).toEqual([])
    },
  )

  test('every number in the text is listed, and everything listed is named in the text', async () => {
    const { text, html } = await page('2014-07-17')
    const [body = '', sources = ''] = text.split('## Sources')
    const used = new Set([...body.matchAll(/\[([\d, ]+)\]/g)].flatMap(([, list = '']) => list.split(', ').map(Number)))
    const listed = [...sources.matchAll(/^(\d+)\. /gm)].map(([, n]) => Number(n))
    expect([...used].sort((x, y) => x - y)).toEqual(listed)
    expect(listed.length).toBeGreaterThan(8)
    const links = [...html.matchAll(/href="#(r\d+)"/g)].map(([, id]) => id)
    const anchors = [...html.matchAll(/<li id="(r\d+)"/g)].map(([, id]) => id)
    expect(new Set(links)).toEqual(new Set(anchors))
  })

  test.each<[Day, [string, string]]>([
    ['2014-07-17', ['AZE', 'IRN']],
    ['2012-06-30', ['AZE', 'IRN']],
    ['2024-12-31', ['AZE', 'IRN']],
    ['2020-02-01', ['IRN', 'USA']],
    ['2014-12-31', ['ARM', 'AZE']],
    ['2021-12-31', ['ARM', 'TUR']],
    ['2014-07-17', ['IRN', 'SAU']],
    ['2024-12-31', ['SRB', 'XKX']],
  ])('as of %s, %j: every sentence has its receipts, and every receipt can be traced', async (asOf, pair) => {
    const { json } = await page(asOf, pair)
    const sentences = [
      ...json.bottom_line,
      json.confidence_says,
      ...json.sections.flatMap(({ items }) => items.flatMap(item => item.sentences)),
    ]
    expect(sentences.filter(({ receipts }) => receipts.length === 0)).toEqual([])
    expect(sentences.filter(({ says }) => !/[.!?…]["”’)]?$/.test(says))).toEqual([])
    for (const { id, kind, command } of json.receipts.map(r => ({ command: '', ...r }))) {
      if (kind === 'fact') expect(id).toMatch(/^\w+/)
      else if (kind === 'question') expect(command).toMatch(/^detente events [A-Z]{3} --from/)
      else expect(await readTrace(record, id), id).not.toBeNull()
    }
  })

  test('what the record does not hold is said to be a gap, not quiet', async () => {
    const { text, brief } = await page('2021-12-31', ['ARM', 'TUR'])
    expect(brief.coverage.standing).toBe('not covered')
    expect(text).toContain('its last row of the pair is of 1 March 2018')
    expect(text).not.toMatch(/quiet|## Why/)
  })

  test('what changed is one event a day, and one of them may stand against the direction', async () => {
    const { brief } = await page('2014-07-17')
    const days = brief.changed.map(({ day }) => day)
    expect(new Set(days).size).toBe(days.length)
    expect(days.length).toBeLessThanOrEqual(5)
  })

  test('a pair that the record does not hold has a page that says so, and no direction', async () => {
    const { brief, text } = await page('2014-07-17', ['FJI', 'NOR'])
    expect(briefJson(brief)).toMatchObject({
      source: null,
      arrow: null,
      phase: null,
      turning_point: null,
      changed: [],
      drivers: [],
    })
    expect(text).toContain(
      'The record does not show how FJI and NOR stood by 17 July 2014: it holds no row of the pair.',
    )
  })

  test('the same page every time, byte for byte', async () => {
    const [one, two] = [await page('2014-07-17'), await page('2014-07-17')]
    expect(two.text).toBe(one.text)
    expect(JSON.stringify(briefJson(two.brief))).toBe(JSON.stringify(briefJson(one.brief)))
  })
})
