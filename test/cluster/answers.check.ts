import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFile } from '../../bench/made-gdelt.ts'
import { ensureRecord, importFiles, type OpenRecord, openRecord, push } from '../../src/record/index.ts'
import { askedTurns, readMovers } from '../../src/relations/index.ts'
import { type Served, serveChdb } from './chdb.ts'
import { questions } from './questions.ts'

/**
 * The answers of a cluster are those of the file, byte for byte as JSON: of the shipped chronology, of made rows in the shape of GDELT with
 * corrections among them, of scores, counts of years and reports, and of rows that are hard on SQL.
 */

const chdb = process.env.DETENTE_TEST_CHDB ?? ''

let folder = ''
let served: Served
let [file, cluster]: OpenRecord[] = []

const HARD = [
  {
    day: '1816-02-29',
    source: 'GBR',
    target: 'FRA',
    type: 'CONSULT',
    summary: 'Long ago',
    sources: [{ publisher: 'The Times', title: 'a', url: 'http://t.example/1', published: '1816-03-04' }],
  },
  {
    day: '1899-12-31',
    source: 'FRA',
    target: 'GBR',
    type: 'AGREE',
    cameo: '057',
    summary: 'O\'Neill said \\ "$asOf" {asOf:String} -- /* ? */',
    place: 'Bakı',
    sources: [{ publisher: "L'Humanité \\ $a", title: '', url: '', published: '1900-01-01' }],
  },
  { day: '1900-01-01', source: 'GBR', target: 'FRA', type: 'ACCUSE', summary: 'A Monday', sources: [] },
  {
    day: '2400-02-29',
    source: 'GBR',
    target: 'FRA',
    type: 'AID',
    magnitude: 0.1,
    summary: 'Far ahead\tand\nfurther',
    status: 'planned',
    known: '2400-03-01',
    sources: [{ publisher: 'Reuters', title: '', url: '', published: '2400-03-01' }],
  },
  {
    day: '2014-04-09',
    source: 'IRN',
    target: null,
    type: null,
    summary: 'An election',
    known: '2014-04-12',
    sources: [],
  },
  {
    id: 'x:1',
    day: '2014-04-10',
    source: 'IRN',
    target: 'TUR',
    type: 'CONSULT',
    reciprocal: true,
    summary: 'A visit, as first told',
    known: '2014-04-11',
    sources: [],
  },
  {
    id: 'x:2',
    day: '2014-04-10',
    source: 'IRN',
    target: 'TUR',
    type: 'CONSULT',
    status: 'announced',
    announces: 'x:1',
    disputes: 'x:1',
    summary: 'Of a visit',
    known: '2014-04-10',
    sources: [],
  },
]
const CORRECTED = [
  {
    id: 'x:1',
    day: '2014-04-11',
    source: 'IRN',
    target: 'TUR',
    type: 'CONSULT',
    summary: 'A visit, a day later',
    known: '2014-04-20',
    sources: [],
  },
]

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const jsonl = (rows: readonly object[]): string =>
  rows.map(row => `${JSON.stringify({ status: 'occurred', ...row })}\n`).join('')

const makeRecord = async (path: string): Promise<void> => {
  await ensureRecord(path)
  await importFiles(path, [await makeFile(join(folder, 'made.csv'), 'gdelt1', 10_000, 700)])
  const later = await makeFile(join(folder, 'later.csv'), 'gdelt1', 10_100, 700)
  await importFiles(path, [later])
  const hard = await importFiles(path, [write('hard.jsonl', jsonl(HARD))], { origin: 'hard' })
  const corrected = await importFiles(path, [write('corrected.jsonl', jsonl(CORRECTED))], { origin: 'hard' })
  expect([hard.accepted, corrected.accepted, hard.rejections]).toEqual([HARD.length, CORRECTED.length, []])
  const scores = Array.from(
    { length: 400 },
    (_, i) => `2014-0${1 + (i % 9)}-${10 + (i % 19)},RUS,USA,${(i % 37) / 8 - 2}`,
  )
  await importFiles(path, [write('scores.csv', `date,iso_a,iso_b,score\n${scores.join('\n')}\n`)], { origin: 'scored' })
}

beforeAll(async () => {
  if (chdb === '') return
  folder = mkdtempSync(join(tmpdir(), 'detente-answers-'))
  const path = join(folder, 'record.duckdb')
  await makeRecord(path)
  served = await serveChdb(chdb, join(folder, 'data'))
  await push(path, served.address('answers'))
  file = await openRecord(path)
  cluster = await openRecord(served.address('answers'))
})
afterAll(async () => {
  await file?.close()
  await cluster?.close()
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const both = async (ask: (record: OpenRecord) => Promise<unknown>): Promise<readonly [string, string]> => {
  if (!file || !cluster) throw new Error('chdb is not there')
  return [JSON.stringify(await ask(file)), JSON.stringify(await ask(cluster))]
}

test.for(questions(['9999-12-31', '2014-04-15', '2013-12-01', '1899-12-31']))('%s', async ([, ask]) => {
  const [ofFile, ofCluster] = await both(ask)
  expect(ofCluster === ofFile || [ofCluster, ofFile]).toBe(true)
})

test('scores, all pairs, turning points and movers', async () => {
  const asOf = '2015-12-31'
  const asks: ((record: OpenRecord) => Promise<unknown>)[] = [
    record => record.dyad({ a: 'RUS', b: 'USA', by: 'week', asOf, source: 'scored' }),
    record => record.dyad({ a: 'RUS', b: 'USA', by: 'month', asOf, source: 'gdelt1' }),
    record => record.pairs({ by: 'week', asOf }),
    record => record.pairs({ by: 'quarter', asOf: '2014-04-15' }),
    record => record.layers({ pair: ['RUS', 'USA'], from: '2013-01-01', to: '2014-12-31', asOf }),
    record => askedTurns(record, { pair: null, asOf, online: false }),
    record => askedTurns(record, { pair: ['RUS', 'USA'], asOf, online: true }),
    record => askedTurns(record, { pair: ['RUS', 'USA'], asOf, online: false, source: 'scored' }),
    record => readMovers(record, asOf, 180),
  ]
  for (const ask of asks) {
    const [ofFile, ofCluster] = await both(ask)
    expect(ofCluster).toBe(ofFile)
    expect(ofFile.length).toBeGreaterThan(20)
  }
})

test('what only a file answers is refused in words', async () => {
  await expect(cluster?.search({ asOf: '9999-12-31', search: 'visit' })).rejects.toThrow(
    'a record on a cluster does not rank',
  )
})
