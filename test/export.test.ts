import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFiles, openRecord } from '../src/record/index.ts'

/** Taking events out, and what comes back of them. */

let folder = ''
let path = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-export-'))
  path = join(folder, 'record.duckdb')
  const rows = [
    {
      id: 'a',
      day: '2014-04-09',
      known: '2014-04-10',
      source: 'AZE',
      target: 'IRN',
      type: 'CONSULT',
      status: 'occurred',
      summary: '=HYPERLINK("http://a.example")',
      people: ['A', 'B, "C"'],
    },
    {
      id: 'b',
      day: '2014-04-10',
      known: '2014-05-01',
      source: 'IRN',
      target: 'AZE',
      cameo: '010',
      status: 'occurred',
      summary: 'Two lines,\nand "quotes".',
      place: '-1 street',
      sources: [{ publisher: 'P', title: 'T', url: 'http://p.example', published: '2014-05-01' }],
    },
    { id: 'c', day: '2014-04-11', source: 'RUS', target: 'GEO', status: 'announced', summary: 'Other.' },
  ]
  const file = join(folder, 'rows.jsonl')
  writeFileSync(file, rows.map(row => JSON.stringify(row)).join('\n'))
  await importFiles(path, [file], { origin: 'mine' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const exported = async (name: string, format: 'csv' | 'parquet' | 'jsonl', asOf = '9999-12-31'): Promise<string> => {
  const file = join(folder, name)
  const reader = await openRecord(path)
  try {
    await reader.export({ asOf, pair: ['AZE', 'IRN'] }, file, format)
  } finally {
    await reader.close()
  }
  return file
}

test.each(['jsonl', 'parquet'] as const)('%s comes back as the same rows', async format => {
  const file = await exported(`all.${format}`, format)
  const report = await importFiles(path, [file])
  expect([report.accepted, report.duplicate, report.rejected]).toEqual([0, 2, 0])
  expect(existsSync(`${file}.part`)).toBe(false)
})

test('a table for spreadsheets holds no formulas, and all else unchanged', async () => {
  const text = readFileSync(await exported('all.csv', 'csv'), 'utf8')
  expect(text).toContain(`'=HYPERLINK`)
  expect(text).toContain(`'-1 street`)
  expect(text).not.toMatch(/(?:^|,)"?[=@+]/m)
  expect(text).toContain('"Two lines,\nand ""quotes""."')
  expect(text.split('\n')[0]).toMatch(/^id,day,day_to,known,/)
})

test('an export as of a day holds what was known by then', async () => {
  const rows = readFileSync(await exported('then.jsonl', 'jsonl', '2014-04-20'), 'utf8')
    .trim()
    .split('\n')
  expect(rows.map(row => JSON.parse(row).id)).toEqual(['a'])
})

test('a file that cannot be written is said, and nothing is left behind', async () => {
  await expect(exported('no/such/folder.csv', 'csv')).rejects.toThrow('no such folder')
})
