import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { actorKind, isDay } from '../domain/index.ts'
import { importFiles } from './import.ts'
import type { Rejection } from './import-report.ts'
import { openRecord } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-judge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const GOOD = { day: '2014-04-09', source: 'AZE', target: 'IRN', status: 'occurred' }
let made = 0

/** The reason for which a line is rejected, by line; null where it is taken. */
const judge = async (lines: readonly (string | object)[]): Promise<(string | null)[]> => {
  made += 1
  const file = join(folder, `${made}.jsonl`)
  writeFileSync(file, lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  const rejectionsFile = join(folder, `${made}.rejections.jsonl`)
  await importFiles(join(folder, `${made}.duckdb`), [file], { rejectionsFile })
  const rejections = readFileSync(rejectionsFile, 'utf8').trim().split('\n').filter(Boolean)
  const reasons = new Map(
    rejections.map(text => JSON.parse(text) as Rejection).map(({ line, reason }) => [line, reason]),
  )
  return lines.map((_, i) => reasons.get(i + 1) ?? null)
}

const CASES: readonly (readonly [object | string, string | null])[] = [
  [GOOD, null],
  [{ ...GOOD, day: '2014-02-30' }, 'day "2014-02-30" is not a day'],
  [{ ...GOOD, day: '2014-4-9' }, 'day "2014-4-9" is not a day'],
  [{ ...GOOD, day: '0000-01-01' }, 'day "0000-01-01" is not a day'],
  [{ ...GOOD, day: 20140409 }, 'day is not a text'],
  [{ ...GOOD, day: undefined }, 'day is missing'],
  [{ ...GOOD, day_to: '2014-04-08' }, 'day_to 2014-04-08 lies before day 2014-04-09'],
  [{ ...GOOD, known: '2014-04-08' }, 'known 2014-04-08 lies before day 2014-04-09'],
  [{ ...GOOD, known: 'soon' }, 'known "soon" is not a day'],
  [{ ...GOOD, known_basis: 'felt' }, 'unknown known_basis "felt"'],
  [{ ...GOOD, source: 'Baku' }, 'source "Baku" is not an actor id'],
  [{ ...GOOD, source: null }, 'source is missing'],
  [{ ...GOOD, target: 'xyz:thing' }, 'target "xyz:thing" is not an actor id'],
  [{ ...GOOD, target: null }, null],
  [{ ...GOOD, targett: 'IRN' }, 'unknown field "targett"'],
  [{ ...GOOD, type: 'KISS' }, 'unknown type "KISS"'],
  [{ ...GOOD, cameo: '042' }, null],
  [{ ...GOOD, cameo: '42' }, 'unknown CAMEO code "42"'],
  [{ ...GOOD, cameo: 42 }, 'cameo is not a text'],
  [{ ...GOOD, status: 'done' }, 'unknown status "done"'],
  [{ ...GOOD, status: undefined }, 'status is missing'],
  [{ ...GOOD, id: 'a b' }, 'id "a b" has characters that ids cannot have'],
  [{ ...GOOD, id: 'run:1' }, 'id "run:1" begins like an id of another kind'],
  [{ ...GOOD, people: 'A; B' }, null],
  [{ ...GOOD, people: '["A", "B"]' }, null],
  [{ ...GOOD, people: '["A", 5]' }, 'people is not a list of names'],
  [{ ...GOOD, people: '["A"' }, 'people is not a list of names'],
  [{ ...GOOD, people: { a: 1 } }, 'people is not a list of names'],
  [{ ...GOOD, magnitude: 'many' }, 'magnitude is not a number'],
  [{ ...GOOD, magnitude: 'NaN' }, 'magnitude is not a number'],
  [{ ...GOOD, magnitude: 2.5 }, null],
  [{ ...GOOD, sentence: 1.5 }, 'sentence is not a number'],
  [{ ...GOOD, confidence: 0.8 }, null],
  [{ ...GOOD, confidence: [1] }, 'confidence is neither a text nor a number'],
  [{ ...GOOD, reciprocal: 'maybe' }, 'reciprocal is neither true nor false'],
  [{ ...GOOD, sources: 'Reuters' }, 'sources is not a list'],
  [{ ...GOOD, sources: ['Reuters'] }, 'a source without a publisher'],
  [{ ...GOOD, sources: [{ title: 'x' }] }, 'a source without a publisher'],
  [{ ...GOOD, sources: [{ publisher: 'Reuters', published: 'May' }] }, 'a source whose published is not a day'],
  [{ ...GOOD, sources: [{ publisher: 'Reuters', url: 5 }] }, 'a source whose title or url is not a text'],
  [{ ...GOOD, sources: [{ publisher: 'Reuters', published: null }] }, null],
  [{ ...GOOD, sources: '[{"publisher":"Reuters","published":"2014-04-10"}]' }, null],
  ['{"day": "2014-04-09", "sou', 'not JSON: torn or damaged line'],
  ['[1, 2]', 'not a JSON object'],
  ['"text"', 'not a JSON object'],
  ['{"day": "\\ud800"}', 'not JSON: torn or damaged line'],
]

test('each bad row is rejected with its line and its reason, and the good ones stay', async () => {
  expect(await judge(CASES.map(([line]) => line))).toEqual(CASES.map(([, reason]) => reason))
})

test('days and actor ids are judged as domain judges them', async () => {
  const days = fc.sample(fc.stringMatching(/^[0-2]\d{3}-[01]\d-[0-3]\d$/), { numRuns: 200, seed: 1 })
  const ids = fc.sample(fc.stringMatching(/^[A-Za-z]{2,4}:?[a-z0-9-]{0,3}$/), { numRuns: 200, seed: 1 })
  expect((await judge(days.map(day => ({ ...GOOD, day })))).map(reason => reason === null)).toEqual(days.map(isDay))
  expect((await judge(ids.map(source => ({ ...GOOD, source })))).map(reason => reason === null)).toEqual(
    ids.map(id => actorKind(id) !== null),
  )
})

test('the known day is the earliest publication on or after the act, else the last day of the act', async () => {
  const file = join(folder, 'known.jsonl')
  const source = (published: string | null): object => ({ publisher: 'Trend', published })
  const rows = [
    { ...GOOD, id: 'a', sources: [source('2014-04-01'), source('2014-04-12'), source('2014-04-11')] },
    { ...GOOD, id: 'b', day_to: '2014-04-10', sources: [source(null), source('2014-04-01')] },
    { ...GOOD, id: 'c', known: '2014-05-01', sources: [source('2014-04-11')] },
  ]
  writeFileSync(file, rows.map(row => JSON.stringify(row)).join('\n'))
  const path = join(folder, 'known.duckdb')
  await importFiles(path, [file])
  const reader = await openRecord(path)
  const events = await reader.events({ asOf: '2020-01-01' })
  await reader.close()
  expect(events.map(({ known, known_basis }) => [known, known_basis])).toEqual([
    ['2014-04-11', 'published'],
    ['2014-04-10', 'occurred'],
    ['2014-05-01', 'given'],
  ])
})
