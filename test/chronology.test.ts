import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDay, type RecordEvent } from '../src/domain/index.ts'
import { type ImportReport, importFiles } from '../src/record/index.ts'

/** The chronology that ships keeps its own rules, beyond those of any import. */
const FILE = 'data/chronology/events.jsonl'
const rows = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as RecordEvent)
const byId = new Map(rows.map(row => [row.id, row]))

let folder = ''
let report: ImportReport
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-chronology-'))
  report = await importFiles(join(folder, 'record.duckdb'), [FILE])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Ids of the rows that break a rule: a failing test names them. */
const breaking = (rule: (row: RecordEvent) => boolean): string[] => rows.filter(row => !rule(row)).map(({ id }) => id)

test('every row is accepted, and there are at least 418', () => {
  expect(report.rejections).toEqual([])
  expect([report.duplicate, report.rejected]).toEqual([0, 0])
  expect(report.accepted).toBeGreaterThanOrEqual(418)
})

test('ids are unique and say pair and first day', () => {
  expect(byId.size).toBe(rows.length)
  expect(
    breaking(({ id }) => /^[a-z]{2}-[a-z]{2}-\d{4}-\d{2}-\d{2}-[a-z]{1,2}$/.test(id) && isDay(id.slice(6, 16))),
  ).toEqual([])
})

test('a known day by publication is that of a source; the known day never lies before the act', () => {
  expect(
    breaking(
      ({ known, known_basis, sources }) =>
        known_basis !== 'published' || sources.some(({ published }) => published === known),
    ),
  ).toEqual([])
  expect(breaking(({ day, known }) => day <= known)).toEqual([])
})

test('every row has a source with publisher, title and address', () => {
  expect(breaking(({ sources }) => sources.length > 0)).toEqual([])
  expect(
    breaking(({ sources }) => sources.every(s => s.publisher !== '' && s.title !== '' && /^https?:\/\//.test(s.url))),
  ).toEqual([])
})

test('every row tells in one sentence or two what happened', () => {
  expect(breaking(({ summary }) => summary.length >= 20 && summary.length <= 400 && summary.endsWith('.'))).toEqual([])
})

test('rows without a type have no other side, or the other way round', () => {
  expect(breaking(({ type, target }) => type !== null || target === null)).toEqual([])
})

test('links lead to other rows of the chronology', () => {
  expect(breaking(({ id, disputes }) => !disputes || (disputes !== id && byId.has(disputes)))).toEqual([])
  expect(breaking(({ id, announces }) => !announces || (announces !== id && byId.has(announces)))).toEqual([])
})

test('what is announced lies on or after its announcement', () => {
  expect(
    breaking(({ day, announces }) => {
      const announced = announces ? byId.get(announces) : undefined
      return !announced || announced.day_to >= day
    }),
  ).toEqual([])
})
