import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureRecord, importInputs, openRecord } from '../src/record/index.ts'

/** A record that was filled with an older chronology is given the one that ships now. */
const CHRONOLOGY = 'data/chronology/events.jsonl'
const ALWAYS = '9999-12-31'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-refresh-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rows = readFileSync(CHRONOLOGY, 'utf8').trim().split('\n')

/** As an older version of the program would have filled it: a few rows fewer, one of them told otherwise. */
const older = async (name: string, shown = CHRONOLOGY, origin = 'chronology'): Promise<string> => {
  const file = join(folder, `${name}.jsonl`)
  const [first = '{}', ...others] = rows.slice(0, 40)
  const told = { ...(JSON.parse(first) as object), summary: 'Told otherwise.' }
  writeFileSync(file, `${[JSON.stringify(told), ...others].join('\n')}\n`)
  const path = join(folder, `${name}.duckdb`)
  await importInputs(path, [{ path: file, name: shown }], { format: 'detente', origin })
  return path
}

const held = async (path: string) => {
  const record = await openRecord(path)
  try {
    return { events: await record.events({ asOf: ALWAYS }), imports: (await record.sources()).flatMap(s => s.imports) }
  } finally {
    await record.close()
  }
}

test('it is brought up to date when it is opened, once', async () => {
  const path = await older('old')
  const fresh = join(folder, 'fresh.duckdb')
  await ensureRecord(fresh)
  const [now, made] = [await held(path), await held(fresh)]
  const told = ({ events }: typeof now) => events.map(({ id, summary }) => `${id} ${summary}`).sort()
  expect(told(now)).toEqual(told(made))
  expect(now.imports).toHaveLength(2)
  expect(now.imports.at(-1)?.duplicate).toBe(39)
  expect((await held(path)).imports).toHaveLength(2)
})

test('rows that the chronology withdrew go, and come back where it tells them again', async () => {
  const path = join(folder, 'withdrawn.duckdb')
  const fresh = join(folder, 'fresh-too.duckdb')
  await ensureRecord(fresh)
  const given = async (name: string, lines: readonly string[]): Promise<void> => {
    const file = join(folder, name)
    writeFileSync(file, `${lines.join('\n')}\n`)
    await importInputs(path, [{ path: file, name: CHRONOLOGY }], { format: 'detente', origin: 'chronology' })
  }
  const [first = '{}', second = '{}', ...others] = rows.slice(0, 10)
  const { day, source, target } = JSON.parse(first) as Record<string, string>
  const wrong = { ...JSON.parse(first), id: 'wrong-from-the-start', summary: 'An embassy that never burned.' } as object
  // The known day of the second row was put right since; a third import brought the row that is withdrawn a second version.
  await given('1.jsonl', [
    first,
    JSON.stringify(wrong),
    JSON.stringify({ ...JSON.parse(second), known: '2030-01-01' }),
    ...others,
  ])
  await given('2.jsonl', [JSON.stringify({ ...wrong, known: '2031-01-01', known_basis: 'given' })])
  const own = join(folder, 'own-words.jsonl')
  writeFileSync(own, `${JSON.stringify({ ...wrong, id: 'told-by-another', summary: 'An embassy that burned.' })}\n`)
  await importInputs(path, [{ path: own, name: 'own.jsonl' }], { format: 'detente', origin: 'own' })

  const record = await openRecord(path)
  const made = await openRecord(fresh)
  try {
    for (const asOf of [day ?? ALWAYS, '2030-06-01', ALWAYS]) {
      const ids = (await record.events({ asOf })).map(({ id, known }) => `${id} ${known}`)
      const expected = (await made.events({ asOf })).map(({ id, known }) => `${id} ${known}`)
      expect(ids.filter(id => !id.startsWith('told-by-another')).sort()).toEqual(expected.sort())
    }
    expect(await record.search({ search: 'never burned', asOf: ALWAYS })).toEqual([])
    const [a = '', b = ''] = [source, target]
    const series = async (r: typeof record) =>
      (await r.dyad({ a, b, by: 'day', asOf: ALWAYS, source: 'chronology' })).points
    expect(await series(record)).toEqual(await series(made))
    const trace = await record.trace('wrong-from-the-start')
    expect(trace?.kind === 'event' && trace.versions.map(({ until, event }) => until === event.known)).toEqual([
      true,
      true,
    ])
  } finally {
    await record.close()
    await made.close()
  }
  // Told once more, word for word, by a later chronology.
  const again = join(folder, '3.jsonl')
  writeFileSync(again, `${[...rows, JSON.stringify(wrong)].join('\n')}\n`)
  await importInputs(path, [{ path: again, name: CHRONOLOGY }], {
    format: 'detente',
    origin: 'chronology',
    complete: true,
  })
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const told = await connection.runAndReadAll(
    "select count(*)::integer from versions where id = 'wrong-from-the-start' and until is null",
  )
  expect(told.getRows()).toEqual([[1]])
  connection.closeSync()
  instance.closeSync()
})

test('a record of today is not written to', async () => {
  const path = join(folder, 'today.duckdb')
  await ensureRecord(path)
  const before = statSync(path).mtimeMs
  expect((await held(path)).imports).toHaveLength(1)
  expect(statSync(path).mtimeMs).toBe(before)
})

test('rows that somebody imported under another name are left alone', async () => {
  const path = await older('own', 'my/events.jsonl', 'mine')
  expect((await held(path)).events).toHaveLength(40)
})

test('while another process reads it, it is read as it is', async () => {
  const path = await older('shared')
  const script = `
    const { DuckDBInstance } = await import('@duckdb/node-api')
    await DuckDBInstance.create(${JSON.stringify(path)}, { access_mode: 'READ_ONLY' })
    console.log('reading')
    setInterval(() => {}, 1000)`
  const reader = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await new Promise(resolve => reader.stdout.once('data', resolve))
    expect((await held(path)).events).toHaveLength(40)
  } finally {
    reader.kill()
    await new Promise(resolve => reader.once('exit', resolve))
  }
  expect((await held(path)).events.length).toBe(rows.length)
})
