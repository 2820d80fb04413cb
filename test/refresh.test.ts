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
