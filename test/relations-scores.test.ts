import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day } from '../src/domain/index.ts'
import { importFiles, openRecord, type RecordReader } from '../src/record/index.ts'
import { dayOfNumber, readRelation } from '../src/relations/index.ts'

/** A pair of which only published scores are known: a year of routine, a week of quarrel, routine again. */
const FIRST = '2018-01-01'
const QUARREL = '2019-03-10'
let folder = ''
let record: RecordReader
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-scores-'))
  const rows = Array.from({ length: 800 }, (_, i) => {
    const day = addDays(FIRST, i)
    const inQuarrel = day >= QUARREL && day < addDays(QUARREL, 7)
    return `${day},FRA,ITA,${inQuarrel ? -400 : i % 5 === 0 ? -6.5 : 12.25}`
  })
  writeFileSync(join(folder, 'scores.csv'), `date,iso_a,iso_b,score\n${rows.join('\n')}\n`)
  const path = join(folder, 'record.duckdb')
  await importFiles(path, [join(folder, 'scores.csv')])
  record = await openRecord(path)
})
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true, force: true })
})

const asOf = (day: Day) => readRelation(record, ['FRA', 'ITA'], day)

test('the quarrel is the one turn, found in the data set of scores, and known within the week', async () => {
  const relation = await asOf('2020-03-01')
  expect(relation.origin).not.toBeNull()
  expect(relation.events).toEqual([])
  expect(relation.turns.map(({ kind, day }) => [kind, dayOfNumber(day)])).toEqual([['rupture', QUARREL]])
  const known = relation.alarms.map(({ known_on }) => dayOfNumber(known_on ?? 0))
  expect(known).toHaveLength(1)
  expect(known[0]?.localeCompare(addDays(QUARREL, 7))).toBeLessThan(0)
})

test('as of the day before, nothing of it shows', async () => {
  const relation = await asOf(addDays(QUARREL, -1))
  expect([relation.turns, relation.alarms]).toEqual([[], []])
})

test('what was told by a day is told the same on every later one', async () => {
  const told = async (day: Day) =>
    (await asOf(day)).alarms.filter(({ known_on }) => (known_on ?? 0) <= 18_000).map(({ kind, day: on }) => [kind, on])
  expect(await told('2020-03-01')).toEqual(await told(dayOfNumber(18_000)))
})
