/**
 * How long an import takes beside the engine's own typed CREATE TABLE AS of the same file in the same run, what a zip through a pipe costs,
 * and how much memory it needs. `npx tsx bench/import.ts [rows] [plain|zip|memory]`. Files are made once, in the folder for temporary files.
 * Processor seconds stand beside wall time: on a busy machine they are what compares.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFiles } from '../src/record/index.ts'
import { inEngine, makeFile, removeRecord } from './made-gdelt.ts'

const rows = Number(process.argv[2] ?? 2_000_000)
const what = process.argv[3] ?? 'plain'
const days = Math.max(30, Math.round(rows / 5000))

interface Cost {
  readonly wall: number
  readonly cpu: number
}

const costOf = async (work: () => Promise<unknown>): Promise<Cost> => {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  const used = process.cpuUsage(cpu)
  return { wall: (performance.now() - start) / 1000, cpu: (used.user + used.system) / 1e6 }
}

const say = (name: string, { wall, cpu }: Cost, base?: Cost): void => {
  const ratio = base ? `  ${(wall / base.wall).toFixed(2)}× wall, ${(cpu / base.cpu).toFixed(2)}× cpu` : ''
  console.log(`${name.padEnd(34)} ${wall.toFixed(1).padStart(7)} s ${cpu.toFixed(1).padStart(7)} s cpu${ratio}`)
}

const record = join(tmpdir(), 'detente-bench.duckdb')

/** The engine's own reading of the whole file, types sniffed by it, into a file of its own. */
const createTableAs = async (file: string, options: string): Promise<Cost> => {
  removeRecord(record)
  return costOf(() =>
    inEngine(record, [], [`create table t as select * from read_csv('${file}', ${options})`, 'checkpoint']),
  )
}

const imported = async (file: string): Promise<Cost> => {
  removeRecord(record)
  return costOf(async () => {
    const report = await importFiles(record, [file])
    if (report.accepted !== rows) throw new Error(`accepted ${report.accepted} of ${rows}`)
  })
}

const PLAIN = "delim = '\t', quote = '', escape = ''"

if (what === 'memory') {
  const file = await makeFile(join(tmpdir(), `detente-bench-gdelt1-${rows}.csv`), 'gdelt1', rows, days)
  say(`gdelt1 import, ${rows} rows`, await imported(file))
  console.log(
    `largest memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, record ${Math.round(statSync(record).size / 1e6)} MB`,
  )
} else {
  for (const kind of ['gdelt1', 'icews'] as const) {
    const file = await makeFile(
      join(tmpdir(), `detente-bench-${kind}-${rows}.${kind === 'icews' ? 'tab' : 'csv'}`),
      kind,
      rows,
      days,
    )
    const base = await createTableAs(file, `${PLAIN}, header = ${kind === 'icews'}`)
    say(`${kind} create table as, ${rows} rows`, base)
    const plain = await imported(file)
    say(`${kind} import`, plain, base)
    if (what === 'zip' && kind === 'gdelt1') {
      const zip = `${file}.zip`
      if (!existsSync(zip)) spawnSync('python3', ['-m', 'zipfile', '-c', zip, file])
      say(`${kind} import of the zip`, await imported(zip), plain)
    }
  }
}
removeRecord(record)
