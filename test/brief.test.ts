import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../src/domain/index.ts'
import { importFiles, openRecord, type RecordReader } from '../src/record/index.ts'
import { readBrief } from '../src/relations/index.ts'
import { briefJson, briefMarkdown } from '../src/report/index.ts'

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
const page = async (asOf: Day, pair: [string, string] = ['AZE', 'IRN']) => {
  const brief = await readBrief(record, pair, asOf)
  const events = await record.events({ asOf, actors: pair, acting: 'any' })
  return { brief, events, text: briefMarkdown(brief, id => NAMES[id] ?? id, events) }
}

describe('the page', () => {
  test('July 2014: warming since April, with its thaw', async () => {
    const { brief, text } = await page('2014-07-17')
    expect(text).toMatch(
      /^# Azerbaijan and Iran, as of 17 July 2014\n\nAzerbaijan and Iran are (very likely|almost certainly) warming; relations are warm since \d+ April 2014\./,
    )
    expect(text).toContain('The last thaw is dated 9 April 2014.')
    expect(brief.arrow?.direction).toBe('warming')
    expect(brief.announced.some(({ summary }) => /defence minister/.test(summary))).toBe(true)
  })

  test('March 2023: cooling, with the attack on the embassy among what changed', async () => {
    const { brief, text } = await page('2023-03-01')
    expect(brief.arrow?.direction).toBe('cooling')
    expect(text).toMatch(/are (likely|very likely|almost certainly) cooling; relations are (tense|hostile|crisis)/)
    expect(brief.changed.some(({ day }) => day >= '2023-01-27' && day <= '2023-02-28')).toBe(true)
  })

  test.each<[Day]>([['2012-06-30'], ['2014-07-17'], ['2024-12-31']])(
    'as of %s: nothing that was known later',
    async asOf => {
      const { brief } = await page(asOf)
      const named = [...brief.changed, ...brief.announced]
      expect(named.every(({ known, day }) => known <= asOf && day <= asOf)).toBe(true)
      const ids = brief.drivers.flatMap(d => [...d.for, ...d.against]).map(({ id }) => id)
      const known = new Set((await record.events({ asOf, actors: ['AZE', 'IRN'], acting: 'any' })).map(({ id }) => id))
      expect(ids.filter(id => !known.has(id))).toEqual([])
    },
  )

  test('every number in the text has its source, and every source is named in the text', async () => {
    const { text } = await page('2014-07-17')
    const [body = '', sources = ''] = text.split('## Sources')
    const used = new Set([...body.matchAll(/\[([\d, ]+)\]/g)].flatMap(([, list = '']) => list.split(', ').map(Number)))
    const listed = [...sources.matchAll(/^(\d+)\. az-|^(\d+)\. ir-/gm)].map(([, a, b]) => Number(a ?? b))
    expect([...used].sort((x, y) => x - y)).toEqual(listed)
    expect(listed.length).toBeGreaterThan(8)
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
    expect(text).toContain('The record holds nothing of FJI and NOR')
  })

  test('the same page every time, byte for byte', async () => {
    const [one, two] = [await page('2014-07-17'), await page('2014-07-17')]
    expect(two.text).toBe(one.text)
    expect(JSON.stringify(briefJson(two.brief))).toBe(JSON.stringify(briefJson(one.brief)))
  })
})
