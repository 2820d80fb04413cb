/**
 * Twenty-five imports of a published file, each killed with SIGKILL at a random moment, then one that ends: nothing torn, nothing that was
 * acknowledged lost, and in the end the same content as without a kill. `npx tsx bench/kills.ts [rows] [kills]`.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFiles, openRecord } from '../src/record/index.ts'
import { makeFile, removeRecord } from './made-gdelt.ts'

const rows = Number(process.argv[2] ?? 100_000)
const kills = Number(process.argv[3] ?? 25)
const file = await makeFile(join(tmpdir(), `detente-bench-gdelt1-${rows}.csv`), 'gdelt1', rows, 60)
const chronology = 'data/chronology/events.jsonl'

/** Everything the record says, hashed; when an import ran is not part of it. */
const contents = async (path: string): Promise<string> => {
  const record = await openRecord(path)
  try {
    const answers = [
      await record.events({ asOf: '9999-12-31', acting: 'any' }),
      await record.dyad({ a: 'RUS', b: 'USA', by: 'day', asOf: '9999-12-31' }),
      await record.pairs({ by: 'month', asOf: '9999-12-31' }),
      await record.knownRange(),
    ]
    return createHash('sha256').update(JSON.stringify(answers)).digest('hex')
  } finally {
    await record.close()
  }
}

const whole = join(tmpdir(), 'detente-kills-whole.duckdb')
removeRecord(whole)
await importFiles(whole, [chronology])
const before = await contents(whole)
await importFiles(whole, [file])
const after = await contents(whole)

const importing = (path: string) =>
  spawn(process.execPath, ['--import', 'tsx', 'test/record-child.ts', 'import', path, file], { stdio: 'ignore' })

const path = join(tmpdir(), 'detente-kills.duckdb')
removeRecord(path)
await importFiles(path, [chronology])
const start = performance.now()
await once(importing(path), 'exit')
const usual = performance.now() - start
const tally = { before: 0, after: 0, torn: 0 }
for (let kill = 0; kill < kills; kill += 1) {
  removeRecord(path)
  await importFiles(path, [chronology])
  const child = importing(path)
  const gone = once(child, 'exit')
  // The first part of a child's life is its own start; from there on any moment of the import may be hit.
  await new Promise(resolve => setTimeout(resolve, usual * (0.2 + 0.8 * Math.random())))
  child.kill('SIGKILL')
  await gone
  const found = await contents(path)
  if (found === before) tally.before += 1
  else if (found === after) tally.after += 1
  else tally.torn += 1
  await importFiles(path, [file])
  if ((await contents(path)) !== after)
    throw new Error(`after kill ${kill + 1} the record did not come to the same content`)
}
console.log(
  `${kills} kills: ${tally.before} before the import counted, ${tally.after} after, ${tally.torn} torn; each came to the same content in the end`,
)
removeRecord(path)
removeRecord(whole)
if (tally.torn > 0) process.exit(1)
