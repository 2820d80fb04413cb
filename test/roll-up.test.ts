import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quadClass } from '../src/domain/index.ts'
import { type AsOfEvent, importFiles, openRecord } from '../src/record/index.ts'

/** Laws of the roll-up: whatever is imported in whatever pieces, series equal the counts of the rows, on any day. */

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-rollup-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
const fresh = (ending: string): string => {
  made += 1
  return join(folder, `${made}${ending}`)
}

interface Row {
  readonly id: number
  readonly day: number
  readonly later: number
  readonly a: string
  readonly b: string
  readonly role: string
  readonly code: string
}

const row = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  later: fc.integer({ min: 0, max: 3 }),
  a: fc.constantFrom('USA', 'IRN', 'RUS', ''),
  b: fc.constantFrom('USA', 'IRN', 'RUS', ''),
  role: fc.constantFrom('', 'GOV', 'REB'),
  code: fc.constantFrom('010', '042', '190', '057', '0841'),
})

/** A row as GDELT 1.0 writes it. Ids repeat on purpose: a second row of an id is a correction, or the same row again. */
const line = ({ id, day, later, a, b, role, code }: Row): string => {
  const two = (n: number): string => String(n).padStart(2, '0')
  const cells = Array.from({ length: 58 }, () => '')
  const actor = (at: number, country: string, kind: string): void => {
    cells[at] = country === '' ? '' : `${country}${kind}`
    cells[at + 2] = country
    cells[at + 7] = country === '' ? '' : kind
  }
  cells[0] = String(id)
  cells[1] = `201403${two(day)}`
  actor(5, a, role)
  actor(15, b, '')
  cells[26] = code
  cells[56] = `20140${day + later > 28 ? `40${later}` : `3${two(day + later)}`}`
  cells[57] = `http://paper${id % 3}.example/${id}`
  return cells.join('\t')
}

const write = (rows: readonly Row[]): string => {
  const file = fresh('.csv')
  writeFileSync(file, rows.map(r => `${line(r)}\n`).join(''))
  return file
}

const count = (events: readonly AsOfEvent[]) => ({
  events: events.length,
  verbal_cooperation: events.filter(e => (e.type ? quadClass(e.type) === 'verbal_cooperation' : true)).length,
  material_conflict: events.filter(e => e.type && quadClass(e.type) === 'material_conflict').length,
})

test('series of coded rows equal counts of the rows, with corrections, in any pieces, as of any day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(row, { minLength: 1, maxLength: 15 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 28 }),
      async (pieces, day) => {
        const path = fresh('.duckdb')
        for (const piece of pieces) await importFiles(path, [write(piece)], { format: 'gdelt1' })
        const reader = await openRecord(path)
        try {
          for (const asOf of [`2014-03-${String(day).padStart(2, '0')}`, '9999-12-31']) {
            for (const acting of ['state', 'any'] as const) {
              const pair = ['IRN', 'USA'] as const
              const events = await reader.events({ asOf, pair, acting })
              const series = await reader.dyad({ a: 'IRN', b: 'USA', by: 'day', asOf, acting })
              for (const point of series.points) {
                const there = events.filter(e => e.day === point.from)
                expect(point.pair).toMatchObject(count(there))
                expect(point.a_to_b.events).toBe(there.filter(e => e.source === 'IRN').length)
                expect(point.coverage.pair_events).toBe(there.length)
              }
              const total = series.points.reduce((sum, { pair: p }) => sum + p.events, 0)
              expect(total).toBe(events.length)
              const page = await reader.events({ asOf, pair, acting, limit: 3, offset: 1 })
              expect(page).toEqual(events.slice(1, 4))
            }
            const all = await reader.events({ asOf, acting: 'any' })
            expect((await reader.knownRange(asOf)).events).toBe(all.length)
            const pairs = await reader.pairs({ by: 'month', asOf })
            const official = (await reader.events({ asOf })).filter(e => e.target !== null && e.source !== e.target)
            const between = official.filter(e => e.target !== null)
            expect(pairs.events.reduce((sum, n) => sum + n, 0)).toBe(between.length)
            const layers = await reader.layers({ pair: ['IRN', 'USA'], from: '2014-01-01', to: '2014-12-31', asOf })
            const last = layers.at(-1)
            const told = await reader.events({ asOf, pair: ['IRN', 'USA'] })
            expect(last?.reports ?? 0).toBe(told.length)
            const occurrences = new Set(
              told.map(e => `${e.day} ${e.cameo?.startsWith('04') ? '' : e.source} ${e.cameo?.slice(0, 2)}`),
            )
            expect(last?.events ?? 0).toBe(occurrences.size)
            expect((last?.rows ?? 0) >= (last?.reports ?? 0)).toBe(true)
          }
        } finally {
          await reader.close()
        }
      },
    ),
    { numRuns: 12 },
  )
})

test('the same rows in one file and in three, in whatever order, make the same record', async () => {
  const rows = fc.sample(row, { numRuns: 30, seed: 7 }).map((r, i) => ({ ...r, id: i + 1 }))
  const contents = async (pieces: readonly (readonly Row[])[]): Promise<string> => {
    const path = fresh('.duckdb')
    for (const piece of pieces) await importFiles(path, [write(piece)], { format: 'gdelt1' })
    const reader = await openRecord(path)
    try {
      return JSON.stringify([
        await reader.events({ asOf: '9999-12-31', acting: 'any' }),
        await reader.dyad({ a: 'IRN', b: 'USA', by: 'week', asOf: '9999-12-31' }),
        await reader.pairs({ by: 'month', asOf: '9999-12-31' }),
      ])
    } finally {
      await reader.close()
    }
  }
  const whole = await contents([rows])
  expect(await contents([rows.slice(20), rows.slice(0, 10), rows.slice(10, 20)])).toBe(whole)
})
