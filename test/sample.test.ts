import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkLedger } from '../src/check/index.ts'
import { readLedger } from '../src/claims/index.ts'
import { readDocuments } from '../src/documents/index.ts'
import type { CheckedClaim, CheckedLedger } from '../src/domain/index.ts'
import { ensureRecord, openRecord } from '../src/record/index.ts'

/** The sample analysis that ships: what its README says of it holds. */

const NAME = 'data/samples/yerevan-tehran-2012'
const text = readFileSync(`${NAME}.txt`, 'utf8')
const firstOf = async (path: string) => {
  for await (const document of readDocuments([path])) return document
  throw new Error(`nothing to read in ${path}`)
}
const mistakes = [...readFileSync('data/samples/README.md', 'utf8').matchAll(/^\| "(.+)" \| (.+) \|$/gm)]

describe('the text', () => {
  test('has the length of an op-ed', () => {
    const words = text.split(/\s+/).filter(Boolean).length
    expect(words).toBeGreaterThanOrEqual(700)
    expect(words).toBeLessThanOrEqual(900)
  })

  test('makes the mistakes that its README lists, each once', () => {
    expect(mistakes.length).toBe(4)
    for (const [, quote = ''] of mistakes) expect(text.split(quote).length, quote).toBe(2)
  })

  test('as a page gives the same paragraphs, title, author and day, and nothing of what stands around them', async () => {
    const page = await firstOf(`${NAME}.html`)
    const paragraphs = text.split('\n\n').filter(paragraph => paragraph.length > 200)
    expect(paragraphs.length).toBe(10)
    for (const paragraph of paragraphs) expect(page.text).toContain(paragraph)
    for (const around of ['Caspian', 'Most read', 'ferries', 'sturgeon', 'dataset'])
      expect(page.text).not.toContain(around)
    expect(page).toMatchObject({
      title: 'Armenia and Iran: A Quiet Friendship Grows Louder',
      author: 'Nora Halvard',
      published: '2012-11-05',
    })
  })
})

describe('checked on its own day, and with what is known today', () => {
  const THEN = '2012-11-05'
  const LATER = '2024-12-28'
  let folder = ''
  let ledger: CheckedLedger

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'detente-sample-'))
    const path = join(folder, 'record.duckdb')
    await ensureRecord(path)
    const record = await openRecord(path)
    ledger = await checkLedger(readLedger(await firstOf(`${NAME}.txt`), { date: null }), record, {
      asOf: [THEN, LATER],
    })
    await record.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The claim of a type whose quote holds these words; of several, the shortest. */
  const claim = (type: string, words: string): CheckedClaim => {
    const found = ledger.claims
      .filter(({ quote, type: own }) => own === type && quote.includes(words))
      .sort((a, b) => a.quote.length - b.quote.length)[0]
    if (found === undefined) throw new Error(`no ${type} with "${words}"`)
    return found
  }
  const verdict = (of: CheckedClaim, day: string) => of.verdicts.find(({ as_of }) => as_of === day)

  test('every quote is what stands at its place, and by-line, biography and footer claim nothing', () => {
    expect(ledger.document.date).toMatchObject({ from: THEN, to: THEN, basis: 'stated' })
    for (const { start, end, quote } of ledger.claims) expect(text.slice(start, end)).toBe(quote)
    const body = [text.indexOf('The announcement'), text.indexOf('Nora Halvard is')] as const
    expect(ledger.claims.filter(({ start, end }) => start < body[0] || end > body[1])).toEqual([])
  })

  const MISTAKES: [type: string, words: string][] = [
    ['event', 'Ahmadinejad visited Yerevan'],
    ['comparison', 'the first visit to Iran by an Armenian foreign minister'],
    ['event', 'withdrew its ambassador from Baku'],
    ['attribute', 'Armenian Prime Minister Serzh Sargsyan'],
  ]
  test.each(MISTAKES)('no mistake is taken for true: %s "%s"', (type, words) => {
    for (const day of [THEN, LATER]) expect(verdict(claim(type, words), day)?.verdict).not.toBe('supported')
  })

  test('an office that another held is contradicted, an act dated wrongly is not found where its time is well covered', () => {
    const office = verdict(claim('attribute', 'Armenian Prime Minister Serzh Sargsyan'), THEN)
    expect(office).toMatchObject({ verdict: 'contradicted', because: expect.stringContaining('Tigran Sargsyan') })
    const recall = verdict(claim('event', 'withdrew its ambassador from Baku'), THEN)
    expect(['contradicted', 'not_found']).toContain(recall?.verdict)
    expect(recall?.coverage?.adequate).toBe(true)
    expect(recall?.receipts).toContainEqual(expect.objectContaining({ event: 'az-ir-2012-05-21-a' }))
  })

  test.each<[type: string, words: string, receipt: string]>([
    ['accusation', 'Iran accused Azerbaijan of helping the killers', 'az-ir-2012-02-12-a'],
    ['accusation', 'spreading false rumours about the Eurovision contest', 'az-ir-2012-05-21-b'],
    ['event', 'discussed a railway in Tehran', 'am-ir-2011-03-27-a'],
    ['event', 'poets who had been arrested in Tabriz in May', 'az-ir-2012-05-02-a'],
  ])('what is true is supported by its event: %s "%s"', (type, words, receipt) => {
    const found = verdict(claim(type, words), THEN)
    expect(found?.verdict).toBe('supported')
    expect(found?.receipts).toContainEqual(expect.objectContaining({ event: receipt, bearing: 'for' }))
  })

  test('the announcement is pending, and later held against what happened', () => {
    const stone = ledger.claims.filter(
      ({ due, quote }) => due === '2012-11-18' && quote.startsWith('Armenia and Iran will lay the foundation stone'),
    )
    expect(stone.length).toBe(1)
    for (const found of stone) {
      expect(verdict(found, THEN)?.verdict).toBe('pending')
      expect(verdict(found, LATER)?.receipts).toContainEqual(expect.objectContaining({ event: 'am-ir-2012-11-08-a' }))
    }
  })

  test('advice and judgements are not checked', () => {
    expect(verdict(claim('normative', 'neither fair nor wise'), LATER)?.verdict).toBe('not_checkable')
  })
})
