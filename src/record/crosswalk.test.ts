import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actorKind, EVENT_TYPES, isDay } from '../domain/index.ts'
import { shippedPath } from '../shipped/index.ts'
import { actorCodes, eventCodes, roleWords } from './crosswalk.ts'
import { goldsteinWeights } from './goldstein.ts'

const codes = actorCodes()
const shared = join('..', 'shared', 'data')

const at = (system: string, code: string, day: string): string[] =>
  codes
    .filter(row => row.system === system && row.code === code && row.from <= day && day <= row.to)
    .map(({ actor }) => actor)

test('every row names an actor, and days that exist, in their order', () => {
  for (const row of codes) {
    expect([row.code, actorKind(row.actor)]).not.toContain(null)
    expect([row.code, isDay(row.from), isDay(row.to)]).toEqual([row.code, true, true])
    expect(row.from <= row.to).toBe(true)
  }
})

test('spans of one code do not overlap: on any day a code means one actor or none', () => {
  const last = new Map<string, string>()
  for (const row of [...codes].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const key = `${row.system}:${row.code}`
    expect([key, (last.get(key) ?? '') < row.from]).toEqual([key, true])
    last.set(key, row.to)
  }
})

test('states are those of data/actors, and two that are gone', () => {
  const states = new Set(
    readFileSync(shippedPath('actors', 'states.tsv'), 'utf8')
      .split('\n')
      .map(line => line.split('\t')[0]),
  )
  const others = codes.filter(({ actor }) => actorKind(actor) === 'state' && !states.has(actor))
  expect([...new Set(others.map(({ actor }) => actor))]).toEqual(['YMD'])
})

test.each([
  ['cow', '365', '1980-01-01', 'SUN'],
  ['cow', '365', '1995-01-01', 'RUS'],
  ['cow', '345', '1999-03-24', 'YUG'],
  ['cow', '345', '2005-01-01', 'SCG'],
  ['cow', '345', '2010-01-01', 'SRB'],
  ['gw', '340', '2010-01-01', 'SRB'],
  ['cow', '255', '2010-01-01', 'DEU'],
  ['gw', '260', '2010-01-01', 'DEU'],
  ['cow', '679', '2010-01-01', 'YEM'],
  ['gw', '678', '2010-01-01', 'YEM'],
  ['cow', '955', '2010-01-01', 'TON'],
  ['gw', '972', '2010-01-01', 'TON'],
  ['iso2', 'CS', '1990-01-01', 'CSK'],
  ['iso2', 'CS', '2005-01-01', 'SCG'],
  ['fips', 'AS', '2015-01-01', 'AUS'],
  ['fips', 'CH', '2015-01-01', 'CHN'],
  ['fips', 'SF', '2015-01-01', 'ZAF'],
  ['cameo', 'ROM', '2015-01-01', 'ROU'],
  ['cameo', 'RUS', '1985-01-01', 'SUN'],
  ['keds', 'AUS', '1995-01-01', 'AUT'],
  ['icews', 'Occupied Palestinian Territory', '2018-06-01', 'PSE'],
])('%s %s on %s is %s', (system, code, day, actor) => expect(at(system, code, day)).toEqual([actor]))

test('words have one role each', () => {
  const words = roleWords().map(({ system, word }) => `${system}:${word}`)
  expect(new Set(words).size).toBe(words.length)
})

test('event codes have known types, CAMEO codes that are listed, and a weight wherever they have either', () => {
  const { byCameo } = goldsteinWeights()
  const all = eventCodes()
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
  for (const { code, cameo, type, tenths } of all) {
    if (type !== null) expect([code, EVENT_TYPES]).toEqual([code, expect.arrayContaining([type])])
    if (cameo !== null) expect([code, byCameo.has(cameo)]).toEqual([code, true])
    expect([code, tenths !== null]).toEqual([code, cameo !== null || type !== null])
  }
})

const published = join(shared, 'codes', 'cameo_codes.csv')
test.skipIf(!existsSync(published))(
  'types differ from the published crosswalk only where the README says so (needs ../shared)',
  () => {
    const rows = readFileSync(published, 'utf8').trim().split('\n').slice(1)
    const theirs = new Map(rows.map(row => [row.split(',')[0] ?? '', /,([A-Z]*),[^,]*,[^,]*$/.exec(row)?.[1] ?? '']))
    const differing = eventCodes()
      .filter(({ code, type }) => theirs.has(code) && theirs.get(code) !== '' && theirs.get(code) !== type)
      .map(({ code }) => code)
    expect(differing).toEqual(['0813', '0814', '163', '1712', '175', '191', '192'])
  },
)
