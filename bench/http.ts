/**
 * The API under load: series of pairs on a record of a million rows at 20 questions a second, and a check of the sample.
 * `npm run build && npx tsx bench/http.ts [seconds] [rows]`; the record is made once and kept in the folder for temporary files.
 * Three rounds: a desk that watches a dozen pairs; questions on any of 253 pairs, the first ones most; addresses that nobody asked before, so
 * that nothing that is kept can help. Prints milliseconds, how many answers were no success, and the milliseconds of processor time of an
 * answer (on Linux), which a busy machine changes little.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import autocannon from 'autocannon'
import { ensureRecord, importFiles } from '../src/record/index.ts'
import { makeFile } from './made-gdelt.ts'

const seconds = Number(process.argv[2] ?? 60)
const rows = Number(process.argv[3] ?? 1_000_000)
const A_SECOND = 20
const DAYS = 4000
const path = join(tmpdir(), `detente-bench-http-${rows}.duckdb`)

if (!existsSync(path)) {
  const file = await makeFile(join(tmpdir(), `detente-bench-gdelt1-${rows}.csv`), 'gdelt1', rows, DAYS)
  await ensureRecord(path)
  await importFiles(path, [file])
}

const start = async () => {
  const server = spawn(process.execPath, ['dist/detente.js', 'serve', '--port', '0', '--json', '--record', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(server.stdout, 'data')) as [Buffer]
  return { server, url: (JSON.parse(said.toString()) as { url: string }).url }
}
const stop = async (server: ReturnType<typeof spawn>): Promise<void> => {
  server.kill('SIGINT')
  await once(server, 'close')
}

const STATES = 'USA RUS CHN ISR GBR IRN UKR SYR TUR FRA DEU PAK IND PRK KOR JPN SAU IRQ EGY AFG AZE ARM GEO'.split(' ')
const pairs = STATES.flatMap((a, i) => STATES.slice(i + 1).map(b => [a, b] as const))

/** The n-th is met in proportion to 1/n. */
const skewed = <T>(list: readonly T[], random: number): T =>
  list[Math.min(list.length - 1, Math.floor(Math.exp(random * Math.log(list.length + 1)) - 1))] as T

/** The same numbers in every run. */
let seed = 1
const random = (): number => {
  seed = (seed * 48271) % 2147483647
  return seed / 2147483647
}

const watched = (): string => {
  const [a, b] = pairs[Math.floor(random() * 12)] as readonly [string, string]
  return `/api/v1/dyad?a=${a}&b=${b}&by=month`
}
const usual = (): string => {
  const [a, b] = skewed(pairs, random())
  return `/api/v1/dyad?a=${a}&b=${b}&by=${skewed(['month', 'year', 'quarter', 'week'], random())}`
}
const unseen = (): string => {
  const [a, b] = pairs[Math.floor(random() * pairs.length)] as readonly [string, string]
  const day = new Date(Date.UTC(2018, 0, 1) + Math.floor(random() * 2000) * 86_400_000).toISOString().slice(0, 10)
  return `/api/v1/dyad?a=${a}&b=${b}&by=month&as_of=${day}`
}

/** Milliseconds of processor time that the server has used so far: user and system, in hundredths of a second. */
const processorTime = (server: ReturnType<typeof spawn>): number => {
  const stat = `/proc/${server.pid}/stat`
  if (!existsSync(stat)) return Number.NaN
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

const round = async (name: string, address: () => string): Promise<void> => {
  const before = processorTime(server)
  const result = await autocannon({
    url: new URL(url).origin,
    duration: seconds,
    overallRate: A_SECOND,
    connections: 10,
    timeout: 30,
    // Its correction adds answers that nobody asked for behind each slow one; here every connection keeps to its own pace.
    ignoreCoordinatedOmission: true,
    // Each connection has a list of its own: they would all ask the same one in step.
    setupClient: client => client.setRequests(Array.from({ length: 4 * seconds }, () => ({ path: address() }))),
  })
  const { latency, errors, timeouts, non2xx, requests } = result
  console.log(
    `${name.padEnd(32)} ${requests.total} answers   p50 ${latency.p50}   p90 ${latency.p90}   p97.5 ${latency.p97_5}   p99 ${latency.p99}   ` +
      `errors ${errors + timeouts}   no success ${non2xx}   ${((processorTime(server) - before) / requests.total).toFixed(0)} ms of processor each   load ${loadavg()[0]?.toFixed(1)}`,
  )
}

const sample = readFileSync('data/samples/yerevan-tehran-2012.txt')
const check = async (url: string, asOf: string): Promise<number> => {
  const begun = performance.now()
  const response = await fetch(`${url}/check?as_of=${asOf}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: sample,
  })
  await response.arrayBuffer()
  if (response.status !== 200) console.log(`check: ${response.status}`)
  return Math.round(performance.now() - begun)
}

/** A server makes itself ready for texts behind its start. */
const SETTLED_MS = 6000
const fresh = await start()
const atOnce = await check(fresh.url, '2012-11-05')
await stop(fresh.server)
const { server, url } = await start()
try {
  console.log(`${rows} rows, ${A_SECOND} questions a second for ${seconds} s, milliseconds`)
  await setTimeout(SETTLED_MS)
  const times: number[] = []
  for (const day of ['2012-11-05', '2012-11-06', '2012-12-01', '2013-06-01', '2012-11-05'])
    times.push(await check(url, day))
  console.log(
    `check of the sample: right after the start ${atOnce}; ${SETTLED_MS / 1000} s after it: first ${times[0]}, other days ${times.slice(1, 4).join(', ')}, a day again ${times[4]}`,
  )
  await round('a dozen pairs', watched)
  await round('any pair, the first ones most', usual)
  await round('each address new', unseen)
} finally {
  await stop(server)
}
