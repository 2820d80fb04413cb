import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day, isDay, type RecordEvent } from '../src/domain/index.ts'
import { type ImportReport, importFiles } from '../src/record/index.ts'

/** The chronology that ships keeps its own rules, beyond those of any import. */
const FILE = 'data/chronology/events.jsonl'
const README = readFileSync('data/chronology/README.md', 'utf8')
const rows = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as RecordEvent)
const byId = new Map(rows.map(row => [row.id, row]))

const tsv = (file: string): string[][] =>
  readFileSync(`data/actors/${file}`, 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
const stateOf = new Map(tsv('states.tsv').map(([id = '', iso2 = '']) => [iso2.toLowerCase(), id]))
const organisations = new Set(tsv('organisations.tsv').map(([id]) => id))

/** Rows whose known day does not follow from their sources by the rule; the reason is in the note or in the README. */
const KNOWN_BY_HAND = [
  'az-ir-2010-02-25-b',
  'az-ir-2012-01-20-a',
  'az-ir-2012-05-02-a',
  'az-ir-2012-05-03-a',
  'az-ir-2013-08-01-a',
  'az-ir-2014-04-24-a',
  'az-ir-2014-05-01-b',
  'az-ir-2014-05-03-a',
  'az-il-2014-09-01-a',
  'az-ir-2015-04-01-a',
  'az-us-2014-12-21-a',
  'ir-il-2014-08-23-a',
]

let folder = ''
let record = ''
let report: ImportReport
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-chronology-'))
  record = join(folder, 'record.duckdb')
  report = await importFiles(record, [FILE])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Ids of the rows that break a rule: a failing test names them. */
const breaking = (rule: (row: RecordEvent) => boolean): string[] => rows.filter(row => !rule(row)).map(({ id }) => id)

const repeated = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at)

test('every row is accepted, and there are at least 500', () => {
  expect(report.rejections).toEqual([])
  expect([report.duplicate, report.rejected]).toEqual([0, 0])
  expect(report.accepted).toBe(rows.length)
  expect(report.accepted).toBeGreaterThanOrEqual(500)
})

test('a second import adds nothing, and notes and tags are no part of the record', async () => {
  const bare = join(folder, 'bare.jsonl')
  const without = rows.map(row => JSON.stringify({ ...row, note: undefined, tags: undefined }))
  writeFileSync(bare, `${without.join('\n')}\n`)
  for (const file of [FILE, bare]) {
    const again = await importFiles(record, [file])
    expect([again.accepted, again.duplicate, again.rejected]).toEqual([0, rows.length, 0])
  }
})

test('ids are unique and say pair and first day', () => {
  expect(byId.size).toBe(rows.length)
  expect(
    breaking(({ id }) => /^[a-z]{2}-[a-z]{2}-\d{4}-\d{2}-\d{2}-[a-z]{1,2}$/.test(id) && isDay(id.slice(6, 16))),
  ).toEqual([])
})

test('states are those of the id, organisations those of data/actors', () => {
  const known = ({ id }: RecordEvent, actor: string | null): boolean => {
    if (actor === null || /^(grp|per|reg|loc):/.test(actor)) return true
    if (actor.startsWith('org:')) return organisations.has(actor)
    return [id.slice(0, 2), id.slice(3, 5)].some(iso2 => stateOf.get(iso2) === actor)
  }
  expect(breaking(row => known(row, row.source) && known(row, row.target))).toEqual([])
})

test('rows stand by day and id', () => {
  const keys = rows.map(({ day, id }) => `${day} ${id}`)
  expect(keys).toEqual([...keys].sort())
})

test('nothing is told twice', () => {
  expect(repeated(rows.map(({ day, source, target, summary }) => [day, source, target, summary].join(' ')))).toEqual([])
  expect(repeated(rows.map(({ summary }) => summary))).toEqual([])
  expect(breaking(({ sources }) => repeated(sources.map(({ url }) => url)).length === 0)).toEqual([])
})

test('the known day is the first publication within sixty days of the act, else its last day', () => {
  const follows = ({ day, day_to, known, known_basis, sources }: RecordEvent): boolean => {
    const until = addDays(day_to, 60)
    const first = sources
      .map(({ published }) => published)
      .filter((published): published is Day => published !== null && published >= day && published <= until)
      .sort()[0]
    return first === undefined
      ? known_basis === 'occurred' && known === day_to
      : known_basis === 'published' && known === first
  }
  expect(breaking(follows).sort()).toEqual([...KNOWN_BY_HAND].sort())
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

test('every row tells in one sentence what happened', () => {
  const oneSentence = /^(?!.*[.!?]\s).{20,300}(?<=\.)$/
  expect(breaking(({ summary }) => oneSentence.test(summary))).toEqual([])
})

test('rows without a type have no other side, and the other way round', () => {
  expect(breaking(({ type, target }) => (type === null) === (target === null))).toEqual([])
  expect(breaking(({ source, target }) => source !== target)).toEqual([])
})

test('links lead to other rows of the chronology', () => {
  expect(breaking(({ id, disputes }) => !disputes || (disputes !== id && byId.has(disputes)))).toEqual([])
  expect(breaking(({ id, announces }) => !announces || (announces !== id && byId.has(announces)))).toEqual([])
})

test('accounts in dispute are of the same sides', () => {
  const sides = (row: RecordEvent): string => [row.source, row.target ?? ''].sort().join(' ')
  expect(
    breaking(row => {
      const other = row.disputes ? byId.get(row.disputes) : undefined
      return !other || sides(row) === sides(other)
    }),
  ).toEqual([])
})

test('an announcement is one-sided, and what it announces lies on or after it', () => {
  expect(breaking(({ status, reciprocal }) => status !== 'announced' || !reciprocal)).toEqual([])
  expect(breaking(({ status, announces }) => !announces || status === 'announced')).toEqual([])
  expect(
    breaking(({ day, announces }) => {
      const announced = announces ? byId.get(announces) : undefined
      return !announced || announced.day_to >= day
    }),
  ).toEqual([])
})

test('the README counts what the file holds', () => {
  const table = README.split('\n').flatMap(line => {
    const [year = '', ...counts] = line.split('|').slice(1, -1)
    return /^ (before 2010|20\d\d|all) $/.test(year) ? [[year.trim(), ...counts.map(Number)]] : []
  })
  const columns = ['az-ir', 'ir-ru', 'am-ir', 'ir-il', 'az-il', 'us-ir']
  const count = (year: string, pair: (id: string) => boolean): number =>
    rows.filter(
      ({ id, day }) =>
        pair(id.slice(0, 5)) && (year === 'all' || (day < '2010' ? 'before 2010' : day.slice(0, 4)) === year),
    ).length
  const years = ['before 2010', ...Array.from({ length: 15 }, (_, at) => `${2010 + at}`), 'all']
  expect(table).toEqual(
    years.map(year => [
      year,
      ...columns.map(column => count(year, pair => pair === column)),
      count(year, pair => !columns.includes(pair)),
      count(year, () => true),
    ]),
  )
})
