import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../src/domain/index.ts'
import { importFiles, openRecord, type RecordReader } from '../src/record/index.ts'
import {
  dayOfNumber,
  measuredDyad,
  type PairRelation,
  phaseOn,
  readRelation,
  weightOf,
} from '../src/relations/index.ts'

/** Azerbaijan and Iran in the chronology that ships: what any analyst of the pair would tell, found by rules that know no pair. */
let folder = ''
let record: RecordReader
let relation: PairRelation
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-relations-'))
  const path = join(folder, 'record.duckdb')
  await importFiles(path, ['data/chronology/events.jsonl'])
  record = await openRecord(path)
  relation = await readRelation(record, ['AZE', 'IRN'], '2024-12-31')
})
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true, force: true })
})

const turnsOf = ({ turns }: PairRelation) =>
  turns
    .filter(({ day }) => dayOfNumber(day) >= '2010-01-01')
    .map(({ kind, day }) => `${kind} ${dayOfNumber(day).slice(0, 7)}`)

const COLD = ['crisis', 'hostile', 'tense']

test('the low of 2012: tense from March to the autumn, and no colder year before 2021', () => {
  for (const day of ['2012-03-15', '2012-06-01', '2012-09-15']) expect(phaseOn(relation, day)?.name).toBe('tense')
  const others = relation.phases.filter(
    ({ name, from, to }) => COLD.includes(name) && dayOfNumber(from) > '2012-12-31' && dayOfNumber(to) < '2021-07-01',
  )
  expect(others).toEqual([])
  expect(phaseOn(relation, '2012-06-01')?.says).toMatch(
    /^Tense from 2012-\d\d-\d\d: in the 180 days before, .* of conflict/,
  )
})

test('a warming that begins before April 2014 and turns on the visit of April', () => {
  const names = ['2014-02-01', '2014-03-31', '2014-06-01'].map(day => phaseOn(relation, day)?.name)
  expect(names).toEqual(['cool', 'normal', 'warm'])
  const turn = relation.turns.find(({ kind, day }) => kind === 'thaw' && dayOfNumber(day).startsWith('2014'))
  expect(turn && dayOfNumber(turn.day)).toBe('2014-04-09')
  expect(turn?.events.length).toBeGreaterThanOrEqual(2)
  const carried = relation.events.filter(({ id }) => turn?.events.includes(id))
  expect(carried.every(event => weightOf(event) > 0)).toBe(true)
  expect(carried.some(({ summary }) => /Aliyev|agreement|memorand/i.test(summary))).toBe(true)
})

test('a watcher knew of the thaw of 2014 within two weeks', () => {
  const alarm = relation.alarms.find(({ kind, day }) => kind === 'thaw' && dayOfNumber(day).startsWith('2014-04'))
  expect(alarm?.known_on && dayOfNumber(alarm.known_on)).toMatch(/^2014-04-(09|1\d|2[0-3])$/)
})

test('the freeze of 2022 and 2023: cold throughout, with a rupture', () => {
  for (const day of ['2022-11-20', '2023-01-31', '2023-04-15', '2023-08-01'])
    expect(COLD).toContain(phaseOn(relation, day)?.name)
  const turn = relation.turns.find(({ kind, day }) => kind === 'rupture' && /^202[23]/.test(dayOfNumber(day)))
  expect(turn?.events.length).toBeGreaterThanOrEqual(2)
  const thaws = relation.turns.filter(({ kind, day }) => kind === 'thaw' && /^202[23]/.test(dayOfNumber(day)))
  expect(thaws).toEqual([])
})

test('the thaw of 2024, with its events', () => {
  const turn = relation.turns.find(({ kind, day }) => kind === 'thaw' && dayOfNumber(day).startsWith('2024'))
  expect(turn?.events.length).toBeGreaterThanOrEqual(2)
  expect(phaseOn(relation, '2024-07-01')?.name).toBe('warm')
  expect(phaseOn(relation, '2023-06-01')?.name).not.toBe('warm')
})

test('the whole list, so that nothing creeps in', () => {
  expect(turnsOf(relation)).toEqual([
    'rupture 2011-08',
    'rupture 2013-04',
    'thaw 2014-04',
    'thaw 2015-04',
    // A spat of two days between deputies and an ambassador: at the bar, and the least of all.
    'rupture 2016-06',
    'rupture 2021-10',
    'rupture 2023-03',
    'thaw 2024-05',
  ])
})

test.each<[Day]>([['2012-06-30'], ['2014-07-17'], ['2023-03-01']])(
  'as of %s: no later row shows, and no alarm is taken back',
  async asOf => {
    const then = await readRelation(record, ['AZE', 'IRN'], asOf)
    expect(then.events.every(({ known }) => known <= asOf)).toBe(true)
    expect(then.phases.every(({ to }) => dayOfNumber(to) <= asOf)).toBe(true)
    const told = (r: PairRelation) =>
      r.alarms
        .map(({ kind, day, known_on }) => [kind, day, known_on])
        .filter(([, , on]) => dayOfNumber(Number(on)) <= asOf)
    expect(told(relation)).toEqual(told(then))
  },
)

test('a pair without rows has no relation, rather than a neutral one', async () => {
  const none = await readRelation(record, ['FJI', 'NOR'], '2024-12-31')
  expect([none.origin, none.temperature, none.phases, none.turns]).toEqual([null, null, [], []])
})

test('temperature by year: 2012 cold, 2014 the warmest by far, 2022 and 2023 the coldest, 2024 warm again', async () => {
  const series = await record.dyad({ a: 'AZE', b: 'IRN', by: 'year', asOf: '2024-12-31', from: '2010-01-01' })
  const measured = measuredDyad(series, relation)
  const of = (year: string): number =>
    measured.points.find(({ from }) => from.startsWith(year))?.temperature?.value ?? NaN
  const years = measured.points.map(({ from }) => from.slice(0, 4))
  expect(years.filter(year => of(year) >= of('2014'))).toEqual(['2014'])
  expect(
    years
      .toSorted((x, y) => of(x) - of(y))
      .slice(0, 2)
      .sort(),
  ).toEqual(['2022', '2023'])
  expect(of('2012')).toBeLessThan(0)
  expect(of('2024')).toBeGreaterThan(0)
  expect(measured.turning_points.map(({ date }) => date)).toContain('2014-04-09')
})
