/**
 * How long questions take on a large record of made-up rows with real-life skew: one pair by month, all pairs by month, a page of evidence,
 * each with all that is known and as of a day in the past. `npx tsx bench/query.ts [rows]`; the record is made once and kept in the
 * folder for temporary files. Medians of eleven runs on an open record.
 */
import { existsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFiles, openRecord } from '../src/record/index.ts'
import { makeFile } from './made-gdelt.ts'

const rows = Number(process.argv[2] ?? 20_000_000)
const DAYS = 4000
const path = join(tmpdir(), `detente-bench-${rows}.duckdb`)

if (!existsSync(path)) {
  const file = await makeFile(join(tmpdir(), `detente-bench-gdelt1-${rows}.csv`), 'gdelt1', rows, DAYS)
  const start = performance.now()
  const report = await importFiles(path, [file])
  console.log(
    `imported ${report.accepted} of ${report.rows} rows in ${((performance.now() - start) / 1000).toFixed(0)} s`,
  )
}

const median = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let i = 0; i < 11; i += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[5] ?? Number.NaN
}

const record = await openRecord(path)
const { first, last, events } = await record.knownRange()
console.log(`${events} events from ${first} to ${last}, ${Math.round(statSync(path).size / 1e6)} MB`)
const LATE = '9999-12-31'
const PAST = '2019-06-30'
const pair = ['RUS', 'USA'] as const
const rare = ['AZE', 'IRN'] as const

const questions: readonly (readonly [string, (asOf: string) => Promise<unknown>])[] = [
  ['one pair by month (RUS-USA)', asOf => record.dyad({ a: pair[0], b: pair[1], by: 'month', asOf })],
  ['one pair by month (AZE-IRN)', asOf => record.dyad({ a: rare[0], b: rare[1], by: 'month', asOf })],
  ['all pairs by month', asOf => record.pairs({ by: 'month', asOf })],
  [
    'page of evidence (RUS-USA, a month)',
    asOf => record.events({ asOf, pair, from: '2018-03-01', to: '2018-03-31', limit: 50 }),
  ],
  ['page of evidence (AZE-IRN, all days)', asOf => record.events({ asOf, pair: rare, limit: 50 })],
  [
    'coverage of a pair, half a year',
    asOf => record.counts({ asOf, pair, actors: pair, from: '2018-01-01', to: '2018-06-30' }),
  ],
]
for (const [name, ask] of questions) {
  const now = await median(() => ask(LATE))
  const then = await median(() => ask(PAST))
  console.log(
    `${name.padEnd(40)} ${now.toFixed(1).padStart(8)} ms   as of ${PAST} ${then.toFixed(1).padStart(8)} ms  ${(then / now).toFixed(2)}×`,
  )
}
await record.close()
