import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureRecord, type OpenRecord, openRecord } from '../src/record/index.ts'
import { measuredDyad, readMeasures, readRelation } from '../src/relations/index.ts'

/** Events without their texts: everything that is counted is the same. */

let folder = ''
let record: OpenRecord
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-bare-'))
  await ensureRecord(join(folder, 'record.duckdb'))
  record = await openRecord(join(folder, 'record.duckdb'))
})
afterAll(async () => {
  await record.close()
  rmSync(folder, { recursive: true, force: true })
})

const PAIR = ['AZE', 'IRN'] as const

test('a bare event is the event without what only people read', async () => {
  const query = { asOf: '2014-07-17', pair: PAIR }
  const whole = await record.events(query)
  expect(whole.length).toBeGreaterThan(100)
  expect(await record.events({ ...query, bare: true })).toEqual(
    whole.map(event => ({ ...event, summary: '', place: null, people: [], sources: [] })),
  )
})

test('a series from bare events says the same', async () => {
  const asOf = '2014-07-17'
  const series = await record.dyad({ a: PAIR[0], b: PAIR[1], by: 'month', asOf })
  const whole = measuredDyad(series, await readRelation(record, PAIR, asOf))
  expect(whole.turning_points.length).toBeGreaterThan(0)
  expect(measuredDyad(series, await readMeasures(record, PAIR, asOf))).toEqual(whole)
})
