import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFiles, type OpenRecord, openRecord, type SearchQuery } from '../src/record/index.ts'

/** Full-text search against a second reckoning of BM25 in plain arithmetic. */

const TEXTS: readonly (readonly [id: string, day: string, text: string])[] = [
  ['a', '2014-01-01', 'Ministers of defence met in Tehran and spoke of the Caspian.'],
  ['b', '2014-02-01', 'The defence minister received the ambassador.'],
  ['c', '2014-03-01', 'A ferry on the Caspian, the Caspian, the Caspian.'],
  ['d', '2014-04-01', 'Gas exports were discussed at length by experts of both sides in several rounds of talks.'],
  ['e', '2015-01-01', 'Caspian defence, Caspian defence.'],
]

let folder = ''
let record: OpenRecord
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-text-'))
  const file = join(folder, 'rows.jsonl')
  const row = ([id, day, summary]: (typeof TEXTS)[number]) =>
    JSON.stringify({
      id,
      day,
      source: 'AZE',
      target: id === 'b' ? 'GEO' : 'IRN',
      status: 'occurred',
      type: 'CONSULT',
      summary,
    })
  writeFileSync(file, TEXTS.map(row).join('\n'))
  const path = join(folder, 'record.duckdb')
  await importFiles(path, [file])
  record = await openRecord(path)
})
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true, force: true })
})

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? []

const bm25 = (asked: readonly string[], asOf: string): Map<string, number> => {
  const texts = TEXTS.filter(([, day]) => day <= asOf).map(([id, , text]) => [id, wordsOf(text)] as const)
  const mean = texts.reduce((sum, [, words]) => sum + words.length, 0) / texts.length
  const times = (words: readonly string[], word: string): number => words.filter(w => w.startsWith(word)).length
  const scores = new Map<string, number>()
  for (const [id, words] of texts) {
    if (!asked.every(word => times(words, word) > 0)) continue
    const score = asked.reduce((sum, word) => {
      const having = texts.filter(([, w]) => times(w, word) > 0).length
      const tf = times(words, word)
      const idf = Math.log(1 + (texts.length - having + 0.5) / (having + 0.5))
      return sum + (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * words.length) / mean))
    }, 0)
    scores.set(id, score)
  }
  return scores
}

const found = async (q: Omit<SearchQuery, 'asOf'>, asOf = '2014-12-31') =>
  (await record.search({ ...q, asOf })).map(({ event, score }) => [event.id, score / 1e6] as const)

test.each([['caspian'], ['defence minister'], ['defence caspian'], ['exp'], ['nothing of it']])('%s', async search => {
  for (const asOf of ['2014-12-31', '2015-12-31']) {
    const expected = [...bm25(search.split(' '), asOf)].sort(([, a], [, b]) => b - a)
    const got = await found({ search }, asOf)
    expect(got.map(([id]) => id)).toEqual(expected.map(([id]) => id))
    for (const [i, [, score]] of got.entries()) expect(score).toBeCloseTo(expected[i]?.[1] ?? 0, 4)
  }
})

test('filters of actors, days and types hold, quotation marks ask for the whole word, case and accents do not matter', async () => {
  expect((await found({ search: 'defence', pair: ['AZE', 'IRN'] })).map(([id]) => id)).toEqual(['a'])
  expect((await found({ search: 'caspian', from: '2014-02-15' })).map(([id]) => id)).toEqual(['c'])
  expect(await found({ search: 'caspian', types: ['ASSAULT'] })).toEqual([])
  expect(await found({ search: '"exp"' })).toEqual([])
  expect((await found({ search: 'CÁSPIAN', limit: 1 })).length).toBe(1)
})

test('a correction is found by its own words from the day it was known, the old text until then', async () => {
  const path = join(folder, 'corrected.duckdb')
  const write = (name: string, known: string, summary: string): string => {
    const file = join(folder, name)
    const row = { id: 'x', day: '2014-01-01', known, source: 'AZE', target: 'IRN', status: 'occurred', summary }
    writeFileSync(file, JSON.stringify(row))
    return file
  }
  await importFiles(path, [write('old.jsonl', '2014-01-02', 'They spoke of pipelines.')])
  await importFiles(path, [write('new.jsonl', '2014-06-01', 'They spoke of railways.')])
  const reader = await openRecord(path)
  try {
    const ids = async (search: string, asOf: string) => (await reader.search({ search, asOf })).length
    expect([await ids('pipelines', '2014-05-31'), await ids('railways', '2014-05-31')]).toEqual([1, 0])
    expect([await ids('pipelines', '2014-06-01'), await ids('railways', '2014-06-01')]).toEqual([0, 1])
  } finally {
    await reader.close()
  }
})
