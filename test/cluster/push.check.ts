import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clusterAddress } from '../../src/record/cluster/address.ts'
import { type ClusterEngine, connectCluster } from '../../src/record/cluster/connect.ts'
import { importFiles, openRecord, type PushOptions, push } from '../../src/record/index.ts'
import { type Served, serveChdb } from './chdb.ts'

/** A push on current ClickHouse: done twice, broken off, in place of something else; and the same record as Parquet in a folder. */

const chdb = process.env.DETENTE_TEST_CHDB ?? ''
const LATE = '9999-12-31'

let folder = ''
let served: Served

beforeAll(async () => {
  if (chdb === '') return
  folder = mkdtempSync(join(tmpdir(), 'detente-push-test-'))
  served = await serveChdb(chdb, join(folder, 'data'))
})
afterAll(async () => {
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

let made = 0
const fresh = (ending: string): string => {
  made += 1
  return join(folder, `${made}${ending}`)
}

/** Months of visits, from 2010 on. */
const imported = async (path: string, from: number, to: number): Promise<void> => {
  const rows = Array.from({ length: to - from }, (_, i) => {
    const day = `20${10 + Math.floor((from + i) / 12)}-${String(((from + i) % 12) + 1).padStart(2, '0')}-05`
    const sources = [{ publisher: `Paper ${i % 3}`, title: '', url: '', published: day }]
    return {
      day,
      source: 'IRN',
      target: 'AZE',
      type: 'CONSULT',
      status: 'occurred',
      summary: `Visit ${from + i}`,
      sources,
    }
  })
  const file = fresh('.jsonl')
  writeFileSync(file, rows.map(row => `${JSON.stringify(row)}\n`).join(''))
  const { accepted, rejections } = await importFiles(path, [file], { origin: 'made' })
  expect([accepted, rejections]).toEqual([rows.length, []])
}

const answersOf = async (place: string): Promise<string> => {
  const record = await openRecord(place)
  try {
    const dyad = await record.dyad({ a: 'AZE', b: 'IRN', by: 'month', asOf: LATE })
    return JSON.stringify([await record.events({ asOf: LATE }), dyad, await record.sources()])
  } finally {
    await record.close()
  }
}

const onCluster = async <T>(place: string, work: (engine: ClusterEngine) => Promise<T>): Promise<T> => {
  const address = clusterAddress(place, {})
  const engine = await connectCluster(address, address.database)
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

/** Stops a push when it has come so far. */
const stopAt = (n: number): PushOptions => {
  const stop = new AbortController()
  return { signal: stop.signal, onProgress: ({ done }) => (done === n ? stop.abort() : undefined) }
}

test('done twice, it changes nothing; after another import only what is new is sent', async () => {
  const [path, place] = [fresh('.duckdb'), served.address('twice')]
  await imported(path, 0, 20)
  const first = await push(path, place)
  expect(first).toMatchObject({ sent: first.parts, unchanged: 0, removed: 0 })
  const before = await answersOf(place)
  expect(await push(path, place)).toMatchObject({ sent: 0, unchanged: first.parts, rows: first.rows })
  expect(await answersOf(place)).toBe(before)
  await imported(path, 20, 21)
  const more = await push(path, place)
  expect(more.sent).toBeLessThan(10)
  expect(more.unchanged).toBeGreaterThan(50)
  expect(await answersOf(place)).toBe(await answersOf(path))
})

test('broken off, it answers nothing; run again, it goes on', async () => {
  const [path, place] = [fresh('.duckdb'), served.address('broken')]
  await imported(path, 0, 40)
  await expect(push(path, place, stopAt(60))).rejects.toThrow()
  await expect(answersOf(place)).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringMatching(/a push to the cluster .* is under way or was broken off/),
  })
  const again = await push(path, place)
  expect(again.unchanged).toBeGreaterThan(40)
  expect(await answersOf(place)).toBe(await answersOf(path))
})

test('rows that were lost or doubled over there are put right', async () => {
  const [path, place] = [fresh('.duckdb'), served.address('torn')]
  await imported(path, 0, 15)
  await push(path, place)
  await onCluster(place, async engine => {
    await engine.command("alter table torn.events drop partition '2010-03'")
    await engine.command('insert into torn.dyad_days select * from torn.dyad_days')
  })
  expect(await answersOf(place)).not.toBe(await answersOf(path))
  expect(await push(path, place)).toMatchObject({ sent: 16 })
  expect(await answersOf(place)).toBe(await answersOf(path))
})

test('another record is replaced only where that is wanted', async () => {
  const [one, other, place] = [fresh('.duckdb'), fresh('.duckdb'), served.address('replaced')]
  await imported(one, 0, 6)
  await imported(other, 30, 33)
  await push(one, place)
  await expect(push(other, place)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('holds another record'),
  })
  expect(await answersOf(place)).toBe(await answersOf(one))
  expect((await push(other, place, { replace: true })).removed).toBeGreaterThan(0)
  expect(await answersOf(place)).toBe(await answersOf(other))
})

test('a push of a newer form is left alone, an older one is laid anew', async () => {
  const [path, place] = [fresh('.duckdb'), served.address('forms')]
  await imported(path, 0, 3)
  await push(path, place)
  const setForm = (form: number): Promise<void> =>
    onCluster(place, engine =>
      engine.command(
        `insert into forms.pushes select number + 1, push, state, ${form}, record, runs, fingerprint, program, at from forms.pushes order by number desc, state desc limit 1`,
      ),
    )
  await setForm(99)
  const newer = { exitCode: 4, message: expect.stringContaining('pushed by a newer version') }
  await expect(openRecord(place)).rejects.toMatchObject(newer)
  await expect(push(path, place)).rejects.toMatchObject(newer)
  await setForm(0)
  await expect(openRecord(place)).rejects.toMatchObject({
    message: expect.stringContaining('pushed by an older version'),
  })
  const again = await push(path, place)
  expect(again.sent).toBe(again.parts)
  expect(await answersOf(place)).toBe(await answersOf(path))
})

test('what is not there is said, and a password is not', async () => {
  const path = fresh('.duckdb')
  await imported(path, 0, 1)
  const nowhere = 'clickhouse://someone:hunter2@127.0.0.1:9/record'
  for (const attempt of [openRecord(nowhere), push(path, nowhere)]) {
    const error = await attempt.catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      exitCode: 4,
      message: 'the cluster clickhouse://127.0.0.1:9/record cannot be reached (ECONNREFUSED)',
    })
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('hunter2')
  }
  await expect(openRecord(served.address('nothing_here'))).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringContaining('holds no record'),
  })
})

const contentsOf = (where: string): string[] =>
  readdirSync(where, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(file => `${file} ${readFileSync(file).toString('base64')}`)

test('in a folder: the same bytes each time, and the script that lies there loads them', async () => {
  const [path, where] = [fresh('.duckdb'), fresh('-parquet')]
  await imported(path, 0, 14)
  const first = await push(path, where)
  const before = contentsOf(where)
  expect(await push(path, where)).toMatchObject({ sent: 0, unchanged: first.parts, removed: 0 })
  expect(contentsOf(where)).toEqual(before)
  expect(readdirSync(join(where, 'events'))).toContain('2010-04.parquet')
  const script = readFileSync(join(where, 'clickhouse.sql'), 'utf8').replaceAll("infile '", `infile '${where}/`)
  const outside = await connectCluster(clusterAddress(served.address('default'), {}), null)
  for (const statement of script.split(';\n').map(text => text.replace(/^--.*\n/, '')))
    if (statement.trim() !== '') await outside.command(statement)
  await outside.close()
  expect(await answersOf(served.address('detente'))).toBe(await answersOf(path))
  await expect(push(path, folder)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('something else in it'),
  })
})
