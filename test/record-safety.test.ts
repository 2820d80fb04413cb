import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Failure } from '../src/domain/index.ts'
import { ensureRecord, importFiles, openRecord } from '../src/record/index.ts'

const CHRONOLOGY = 'data/chronology/events.jsonl'
let folder = ''
let big = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-safety-'))
  big = join(folder, 'big.jsonl')
  const rows = Array.from({ length: 30_000 }, (_, i) =>
    JSON.stringify({
      id: `big-${i}`,
      day: '2014-04-09',
      source: 'AZE',
      target: 'IRN',
      status: 'occurred',
      summary: `Row ${i}.`,
    }),
  )
  writeFileSync(big, rows.join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
const fresh = (): string => {
  made += 1
  return join(folder, `${made}.duckdb`)
}

const child = (...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', 'test/record-child.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const contents = async (path: string): Promise<string> => {
  const reader = await openRecord(path)
  try {
    return JSON.stringify([await reader.events({ asOf: '9999-12-31' }), await reader.sources()])
  } finally {
    await reader.close()
  }
}

const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => new Error('it did not fail'),
    (e: unknown) => e,
  )
  if (!(error instanceof Failure)) throw error
  return error
}

// Where in the import the kill falls depends on the machine: nothing of it or all of it may be there, never a part.
test.each([0, 150, 400, 800])('killed %d ms into an import, the record holds nothing of it or all', async delay => {
  const path = fresh()
  await importFiles(path, [CHRONOLOGY])
  const before = await contents(path)
  const importing = child('import', path, big)
  await once(importing.stdout, 'data')
  await new Promise(resolve => setTimeout(resolve, delay))
  importing.kill('SIGKILL')
  if (importing.exitCode === null && importing.signalCode === null) await once(importing, 'exit')
  const after = await contents(path)
  const { accepted } = await importFiles(path, [big])
  if (after === before) expect(accepted).toBe(30_000)
  else expect(accepted).toBe(0)
})

test('what was acknowledged survives a kill right after', async () => {
  const path = fresh()
  const importing = child('import', path, CHRONOLOGY)
  for await (const said of importing.stdout) if (String(said).includes('done')) break
  importing.kill('SIGKILL')
  expect((await importFiles(path, [CHRONOLOGY])).accepted).toBe(0)
})

test('an import beside a reader of another process, and a reader beside an import, hear who is busy', async () => {
  const path = fresh()
  await ensureRecord(path)
  const reading = child('read', path)
  await once(reading.stdout, 'data')
  const writer = await failureOf(importFiles(path, [CHRONOLOGY]))
  expect(writer.exitCode).toBe(4)
  expect(writer.message).toContain(`process ${reading.pid}`)
  // Readers work side by side.
  await (await openRecord(path)).close()
  reading.kill()
  await once(reading, 'exit')

  const importing = child('import', path, big)
  await once(importing.stdout, 'data')
  const reader = await failureOf(openRecord(path))
  expect(reader.exitCode).toBe(4)
  expect(reader.message).toContain(`process ${importing.pid}`)
  await once(importing, 'exit')
})

test('inside one process readers share, and a writer waits for none', async () => {
  const path = fresh()
  await ensureRecord(path)
  const [a, b] = await Promise.all([openRecord(path), openRecord(path)])
  expect((await failureOf(importFiles(path, [CHRONOLOGY]))).message).toContain('busy')
  await a.close()
  expect((await b.knownRange()).first).toBe('1991-12-01')
  await b.close()
  expect((await importFiles(path, [CHRONOLOGY])).accepted).toBe(0)
})

test('an interrupted import leaves nothing', async () => {
  const path = fresh()
  await ensureRecord(path)
  const before = await contents(path)
  for (const delay of [0, 30, 120]) {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), delay)
    await expect(importFiles(path, [big], { signal: stop.signal })).rejects.toThrow(/abort/i)
  }
  expect(await contents(path)).toBe(before)
})

test('a damaged record is refused in words, with exit code 4', async () => {
  const whole = fresh()
  await ensureRecord(whole)
  const cut = fresh()
  cpSync(whole, cut)
  truncateSync(cut, 20_000)
  const scribbled = fresh()
  const bytes = readFileSync(whole)
  bytes.fill(0xaa, 4096, 12_288)
  writeFileSync(scribbled, bytes)
  const text = fresh()
  writeFileSync(text, 'day,source\n2014-04-09,AZE\n')
  for (const path of [cut, scribbled, text]) {
    const failure = await failureOf(openRecord(path))
    expect([failure.exitCode, failure.message]).toEqual([4, expect.stringContaining('damaged')])
    expect((await failureOf(importFiles(path, [CHRONOLOGY]))).exitCode).toBe(4)
  }
  expect(readFileSync(text, 'utf8')).toContain('day,source')
})

test('damage inside the data is said when a query meets it', async () => {
  const path = fresh()
  await importFiles(path, [big])
  const bytes = readFileSync(path)
  bytes.fill(0xaa, 12_288 + 1000)
  writeFileSync(path, bytes)
  const failure = await failureOf(contents(path))
  expect([failure.exitCode, failure.message]).toEqual([4, expect.stringContaining('damaged')])
})

test('a folder, a missing file and a database of something else are no records', async () => {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const other = fresh()
  const instance = await DuckDBInstance.create(other)
  await (await instance.connect()).run('create table sheep (n integer)')
  instance.closeSync()
  for (const [path, says] of [
    [folder, 'folder'],
    [fresh(), 'no record'],
    [other, 'something else'],
  ] as const) {
    const failure = await failureOf(openRecord(path))
    expect([failure.exitCode, failure.message]).toEqual([4, expect.stringContaining(says)])
  }
})

test('a record of a newer version is refused, by tables and by file', async () => {
  const path = fresh()
  await ensureRecord(path)
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(path)
  await (await instance.connect()).run("insert into migrations values (99, 'of the future')")
  instance.closeSync()
  const failure = await failureOf(openRecord(path))
  expect([failure.exitCode, failure.message]).toEqual([4, expect.stringContaining('newer version')])
  expect((await failureOf(importFiles(path, [CHRONOLOGY]))).message).toContain('newer version')

  // The engine's own file version, eight bytes behind its magic word.
  const file = fresh()
  await ensureRecord(file)
  const bytes = readFileSync(file)
  bytes.writeBigUInt64LE(9999n, 12)
  writeFileSync(file, bytes)
  expect((await failureOf(openRecord(file))).exitCode).toBe(4)
})

test.each([
  ['missing.jsonl', 'no such file'],
  ['', 'is a folder'],
  ['empty.jsonl', 'is empty'],
  ['image.png', 'no known format'],
  ['cut.jsonl.gz', 'cut off or damaged'],
])('%s: %s, exit code 3, and the record stays as it was', async (name, says) => {
  const path = fresh()
  await ensureRecord(path)
  const before = await contents(path)
  writeFileSync(join(folder, 'empty.jsonl'), '')
  writeFileSync(join(folder, 'image.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  execFileSync('sh', ['-c', `gzip -c ${big} | head -c 100000 > ${join(folder, 'cut.jsonl.gz')}`])
  const failure = await failureOf(importFiles(path, [CHRONOLOGY, join(folder, name)]))
  expect([failure.exitCode, failure.message]).toEqual([3, expect.stringContaining(says)])
  expect(await contents(path)).toBe(before)
})

test('a rejections file that cannot be written stops the import before it counts', async () => {
  const path = fresh()
  await ensureRecord(path)
  const before = await contents(path)
  const failure = await failureOf(
    importFiles(path, [big], { rejectionsFile: join(folder, 'no', 'such', 'folder.csv') }),
  )
  expect(failure.message).toContain('rejections cannot be written')
  expect(await contents(path)).toBe(before)
})

const isRoot = process.getuid?.() === 0

test.skipIf(isRoot)('a record without permission is refused (root may read anything, so it is not asked)', async () => {
  const path = fresh()
  await ensureRecord(path)
  chmodSync(path, 0)
  expect((await failureOf(openRecord(path))).message).toContain('no permission')
})

const mount = (at: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a full disk is said, and the record stays as it was', async context => {
  const small = join(folder, 'small')
  mkdirSync(small)
  if (!mount(small)) return context.skip('only root may mount the small disk that this test fills')
  try {
    const path = join(small, 'record.duckdb')
    await ensureRecord(path)
    const before = await contents(path)
    const failure = await failureOf(importFiles(path, [big]))
    expect([failure.exitCode, failure.message]).toEqual([4, expect.stringContaining('no space left')])
    expect(await contents(path)).toBe(before)
    const nowhere = await failureOf(
      ensureRecord(join(small, 'again.duckdb')).then(() => importFiles(join(small, 'again.duckdb'), [big])),
    )
    expect(nowhere.message).toContain('no space left')
  } finally {
    execFileSync('umount', ['-l', small])
  }
})
