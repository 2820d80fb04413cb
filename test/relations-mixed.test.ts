import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day } from '../src/domain/index.ts'
import { importFiles, type OpenRecord, openRecord } from '../src/record/index.ts'
import { askedTurns, dayOfNumber, readDyad, readMeasures, readRelation } from '../src/relations/index.ts'

/**
 * A record with three data sets: the shipped chronology, scores of all days of 2015 to 2018, and ICEWS-like facts of 2013 and 2014 that
 * reach no day of the scores.
 */
const AS_OF = '2024-12-31'
let folder = ''
let record: OpenRecord
let alone: OpenRecord

const scores = (): string => {
  const rows: string[] = []
  for (let day: Day = '2015-01-01'; day < '2019-01-01'; day = addDays(day, 1)) {
    const quarrel = day >= '2017-05-10' && day < '2017-05-17'
    rows.push(`${day},AZE,IRN,2.5`, `${day},BOL,CHL,${quarrel ? -300 : day.endsWith('5') ? -6 : 9}`)
  }
  return `date,iso_a,iso_b,score\n${rows.join('\n')}\n`
}

const facts = (): string => {
  const rows: string[] = []
  for (let day: Day = '2013-01-01'; day < '2015-01-01'; day = addDays(day, 3)) {
    rows.push([day, 'Bolivia', 'Citizen (Chile)', 'Make a visit', '042', 'BOL', 'CHL'].join('\t'))
    rows.push([day, 'France', 'Spain', 'Consult', '040', 'FRA', 'ESP'].join('\t'))
  }
  for (let day: Day = '2014-05-10'; day < '2014-05-20'; day = addDays(day, 1))
    for (const side of ['France\tSpain', 'Spain\tFrance'])
      rows.push(`${day}\t${side}\tThreaten\t130\t${side.startsWith('F') ? 'FRA\tESP' : 'ESP\tFRA'}`)
  return `date\tsource\ttarget\trelation\tcameo\tsource_iso3\ttarget_iso3\n${rows.join('\n')}\n`
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-mixed-'))
  const chronology = 'data/chronology/events.jsonl'
  const [scored, icews] = [join(folder, 'scores.csv'), join(folder, 'icews.tsv')]
  writeFileSync(scored, scores())
  writeFileSync(icews, facts())
  await importFiles(join(folder, 'mixed.duckdb'), [chronology, scored, icews])
  await importFiles(join(folder, 'alone.duckdb'), [chronology])
  record = await openRecord(join(folder, 'mixed.duckdb'))
  alone = await openRecord(join(folder, 'alone.duckdb'))
})
afterAll(async () => {
  await record.close()
  await alone.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the chronology speaks where it has a row a month; a score beside it changes no count and no turn', async () => {
  const q = { a: 'AZE', b: 'IRN', by: 'year', asOf: AS_OF } as const
  const [mixed, one] = [await readDyad(record, q), await readDyad(alone, q)]
  const told = (dyad: typeof mixed) => dyad.points.filter(({ from }) => from >= '2015' && from < '2017')
  expect(told(mixed).map(({ pair }) => pair)).toEqual(told(one).map(({ pair }) => pair))
  const turns = (dyad: typeof mixed) => dyad.turning_points.map(({ kind, date }) => `${kind} ${date}`)
  expect(turns(mixed)).toEqual(turns(one))
})

test('sets without a common day are not compared: it is said, and neither temperature nor phase crosses the border', async () => {
  const { parts, points } = await readDyad(record, { a: 'BOL', b: 'CHL', by: 'year', asOf: AS_OF })
  expect(parts.map(({ source, from, calibrated, common_days }) => [source, from, calibrated, common_days])).toEqual([
    ['icews', '2013-01-01', false, 0],
    ['pair-day-scores', '2015-01-01', false, 0],
  ])
  expect(points.map(({ from, temperature }) => [from.slice(0, 4), temperature !== null])).toEqual([
    ['2013', true],
    ['2014', true],
    ['2015', true],
    ['2016', true],
    ['2017', true],
    ['2018', true],
  ])
  const relation = await readRelation(record, ['BOL', 'CHL'], AS_OF)
  expect(dayOfNumber(relation.balance.from)).toBe('2015-01-01')
  expect(relation.turns.map(({ kind, day }) => [kind, dayOfNumber(day)])).toEqual([['rupture', '2017-05-10']])
})

test('what a private person of the state is told counts, though no official row names the state', async () => {
  const relation = await readRelation(record, ['BOL', 'CHL'], '2014-12-31')
  expect(relation.balance.cooperation.some(mass => mass > 0)).toBe(true)
})

test('all pairs at once say what each pair says', async () => {
  const all = await askedTurns(record, { pair: null, asOf: AS_OF, online: false })
  expect(all.map(({ dyad }) => dyad)).toEqual(expect.arrayContaining(['AZE-IRN', 'BOL-CHL', 'ESP-FRA']))
  for (const pair of [
    ['AZE', 'IRN'],
    ['BOL', 'CHL'],
  ] as const) {
    const [one] = await askedTurns(record, { pair, asOf: AS_OF, online: false })
    expect(all.find(({ dyad }) => dyad === pair.join('-'))?.turns).toEqual(one?.turns)
  }
})

test('a series is measured by what a history says, though it asks for the events of its turns alone', async () => {
  for (const pair of [
    ['AZE', 'IRN'],
    ['BOL', 'CHL'],
    ['ESP', 'FRA'],
  ] as const) {
    const { events: _events, alarms: _alarms, ...history } = await readRelation(record, pair, AS_OF)
    expect(await readMeasures(record, pair, AS_OF)).toEqual(history)
  }
  const { turns } = await readMeasures(record, ['ESP', 'FRA'], AS_OF)
  expect(turns.map(({ kind }) => kind)).toEqual(['rupture'])
  expect(turns[0]?.events).toHaveLength(5)
})

test('coverage stands beside every point: the pair, its actors, the world', async () => {
  const { points } = await readDyad(record, { a: 'AZE', b: 'IRN', by: 'year', asOf: AS_OF, source: 'chronology' })
  for (const { coverage } of points) {
    expect(coverage.actor_events).toBeGreaterThanOrEqual(coverage.pair_events)
    expect(coverage.world_events).toBeGreaterThanOrEqual(coverage.actor_events)
  }
})
