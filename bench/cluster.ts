/**
 * The same questions put to a record in a file and to the same record on ClickHouse, over made-up rows with real-life skew: whether the answers
 * are the same byte for byte, and how long each takes. `npx tsx bench/cluster.ts [rows] --chdb FOLDER`: a folder in which
 * `npm install chdb` was done (`node test/cluster/run.mjs --keep FOLDER` leaves one at FOLDER/chdb). Medians of five runs.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFiles, type OpenRecord, openRecord, push } from '../src/record/index.ts'
import { askedTurns } from '../src/relations/index.ts'
import { serveChdb } from '../test/cluster/chdb.ts'
import { makeFile } from './made-gdelt.ts'

const rows = Number(process.argv.slice(2).find(word => /^\d+$/.test(word)) ?? 5_000_000)
const chdb = process.argv[process.argv.indexOf('--chdb') + 1] ?? ''
if (!existsSync(join(chdb, 'node_modules', 'chdb')))
  throw new Error('--chdb names no folder in which chdb was installed')

const RUNS = 5
const DAYS = 4000
const LATE = '9999-12-31'
const PAST = '2019-06-30'
const path = join(tmpdir(), `detente-bench-${rows}.duckdb`)
const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`

if (!existsSync(path)) {
  const file = await makeFile(join(tmpdir(), `detente-bench-gdelt1-${rows}.csv`), 'gdelt1', rows, DAYS)
  const start = performance.now()
  await importFiles(path, [file])
  console.log(`imported ${rows} rows in ${seconds(start)}`)
}

const data = mkdtempSync(join(tmpdir(), 'detente-bench-chdb-'))
const served = await serveChdb(chdb, data)
const place = served.address('bench')

type Ask = (record: OpenRecord, asOf: string) => Promise<unknown>
const [busy, rare] = [['RUS', 'USA'] as const, ['AZE', 'IRN'] as const]
const questions: readonly (readonly [string, Ask])[] = [
  ['dyad by day (RUS-USA)', (record, asOf) => record.dyad({ a: busy[0], b: busy[1], by: 'day', asOf })],
  ['dyad by month (RUS-USA)', (record, asOf) => record.dyad({ a: busy[0], b: busy[1], by: 'month', asOf })],
  ['dyad by month (AZE-IRN)', (record, asOf) => record.dyad({ a: rare[0], b: rare[1], by: 'month', asOf })],
  ['events of a pair (RUS-USA)', (record, asOf) => record.events({ asOf, pair: busy })],
  ['events of a month, all', (record, asOf) => record.events({ asOf, from: '2018-03-01', to: '2018-03-31' })],
  ['page of evidence (AZE-IRN)', (record, asOf) => record.events({ asOf, pair: rare, limit: 50 })],
  ['turning points (RUS-USA)', (record, asOf) => askedTurns(record, { pair: busy, asOf, online: false })],
  ['all pairs by month', (record, asOf) => record.pairs({ by: 'month', asOf })],
  [
    'coverage of a pair, half a year',
    (record, asOf) => record.counts({ asOf, pair: busy, actors: busy, from: '2018-01-01', to: '2018-06-30' }),
  ],
  ['sources', record => record.sources()],
]

const timed = async (record: OpenRecord, ask: Ask, asOf: string): Promise<{ answer: string; ms: number }> => {
  const times: number[] = []
  let answer: unknown
  for (let i = 0; i < RUNS; i += 1) {
    const start = performance.now()
    answer = await ask(record, asOf)
    times.push(performance.now() - start)
  }
  return { answer: JSON.stringify(answer), ms: times.sort((a, b) => a - b)[(RUNS - 1) / 2] ?? Number.NaN }
}

const number = (n: number, width: number): string => n.toFixed(0).padStart(width)

try {
  for (const what of ['pushed', 'pushed again']) {
    const start = performance.now()
    const report = await push(path, place)
    console.log(
      `${what}: ${report.sent} of ${report.parts} parts sent, ${report.rows} rows in all tables, ${seconds(start)}`,
    )
  }
  const [file, cluster] = [await openRecord(path), await openRecord(place)]
  let different = 0
  console.log(`${'question'.padEnd(34)} ${'as of'.padEnd(10)}    file ms  ClickHouse ms     bytes  answers`)
  for (const [name, ask] of questions)
    for (const asOf of [LATE, PAST]) {
      const [ofFile, ofCluster] = [await timed(file, ask, asOf), await timed(cluster, ask, asOf)]
      const same = ofFile.answer === ofCluster.answer
      if (!same) different += 1
      console.log(
        `${name.padEnd(34)} ${asOf} ${number(ofFile.ms, 10)} ${number(ofCluster.ms, 14)} ${number(ofFile.answer.length, 9)}  ${same ? 'same' : 'DIFFERENT'}`,
      )
    }
  console.log(different === 0 ? 'all answers are the same, byte for byte' : `${different} answers differ`)
  process.exitCode = different === 0 ? 0 : 1
  await Promise.all([file.close(), cluster.close()])
} finally {
  await served.stop()
  rmSync(data, { recursive: true, force: true })
}
