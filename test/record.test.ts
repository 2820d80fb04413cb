import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, EVENT_TYPES, quadClass, STATUSES } from '../src/domain/index.ts'
import {
  type AsOfEvent,
  ensureRecord,
  importFiles,
  openRecord,
  PERIODS,
  type RecordReader,
} from '../src/record/index.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-record-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
const fresh = (ending: string): string => {
  made += 1
  return join(folder, `${made}${ending}`)
}

const writeRows = (rows: readonly object[]): string => {
  const file = fresh('.jsonl')
  writeFileSync(file, rows.map(row => `${JSON.stringify(row)}\n`).join(''))
  return file
}

const withReader = async <T>(path: string, ask: (reader: RecordReader) => Promise<T>): Promise<T> => {
  const reader = await openRecord(path)
  try {
    return await ask(reader)
  } finally {
    await reader.close()
  }
}

const GOOD = {
  day: '2014-04-09',
  source: 'AZE',
  target: 'IRN',
  status: 'occurred',
  type: 'CONSULT',
  summary: 'They met.',
}
const CHRONOLOGY = 'data/chronology/events.jsonl'
const ALWAYS = '9999-12-31'

/** Everything that answers as of a day: what must not change when later-known rows arrive. */
const answers = async (reader: RecordReader, asOf: string): Promise<string> => {
  const pair = ['AZE', 'IRN'] as const
  return JSON.stringify([
    await reader.events({ asOf }),
    await reader.events({ asOf, pair, search: 'met', limit: 3 }),
    await reader.counts({ asOf, pair, actors: pair, from: '2014-01-01', to: '2014-12-31' }),
    await reader.dyad({ a: 'AZE', b: 'IRN', by: 'month', asOf }),
    await reader.dyad({ a: 'IRN', b: 'AZE', by: 'week', asOf, from: '2014-01-01', to: '2014-06-30' }),
    await reader.knownRange(asOf),
  ])
}

test('a record that does not exist is made and filled with the chronology, once', async () => {
  const path = join(folder, 'deep', 'down', 'record.duckdb')
  expect(await ensureRecord(path)).toBe('made')
  expect(await ensureRecord(path)).toBe('present')
  expect(readdirSync(join(folder, 'deep', 'down'))).toEqual(['record.duckdb'])
  const [source] = await withReader(path, reader => reader.sources())
  expect(source).toMatchObject({ origin: 'chronology', format: 'detente', kind: 'events' })
  expect(source?.rows).toBe(readFileSync(CHRONOLOGY, 'utf8').trim().split('\n').length)
  expect(source?.imports[0]?.path).toBe(CHRONOLOGY)
})

test('two that make the same record at once leave one whole record', async () => {
  const path = fresh('.duckdb')
  const results = await Promise.all([ensureRecord(path), ensureRecord(path)].map(p => p.catch((e: Error) => e.message)))
  expect(results.some(result => result === 'made')).toBe(true)
  expect(await withReader(path, async reader => (await reader.events({ asOf: ALWAYS })).length)).toBeGreaterThanOrEqual(
    418,
  )
})

test('importing twice is importing once', async () => {
  const path = fresh('.duckdb')
  const first = await importFiles(path, [CHRONOLOGY])
  const before = await withReader(path, reader => answers(reader, ALWAYS))
  const second = await importFiles(path, [CHRONOLOGY])
  expect(await withReader(path, reader => answers(reader, ALWAYS))).toBe(before)
  expect([first.accepted, first.duplicate]).toEqual([first.rows, 0])
  expect([second.accepted, second.duplicate]).toEqual([0, first.rows])
})

test('rows are accepted, duplicate or rejected, in sum and by file; rejections are written in full', async () => {
  const path = fresh('.duckdb')
  const a = writeRows([GOOD, GOOD, { ...GOOD, day: '2014-02-30' }, { ...GOOD, id: 'x' }])
  const b = writeRows([GOOD, { ...GOOD, id: 'x', summary: 'They met again.' }, { ...GOOD, status: 'seen' }])
  const rejectionsFile = fresh('.csv')
  const report = await importFiles(path, [a, b], { rejectionsFile })
  expect(report.files.map(({ rows, accepted, duplicate, rejected }) => [rows, accepted, duplicate, rejected])).toEqual([
    [4, 2, 1, 1],
    [3, 1, 1, 1],
  ])
  expect([report.rows, report.accepted, report.duplicate, report.rejected]).toEqual([7, 3, 2, 2])
  expect(readFileSync(rejectionsFile, 'utf8')).toBe(
    `file,line,reason\n${a},3,"day ""2014-02-30"" is not a day"\n${b},3,"unknown status ""seen"""\n`,
  )
  const run = await withReader(path, reader => reader.trace(report.run))
  expect(run).toMatchObject({ kind: 'import', run: { rejections: report.rejections } })
})

test('the same rows as JSONL, CSV, TSV, gzip and Parquet are the same rows, with the same ids', async () => {
  const rows = [
    {
      ...GOOD,
      people: ['A, "B"', 'C'],
      sources: [{ publisher: 'Trend', title: 'T', url: 'u', published: '2014-04-10' }],
    },
    { ...GOOD, target: null, magnitude: 2.5, reciprocal: true, summary: 'One line\nand another.' },
  ]
  const names = ['day', 'source', 'target', 'status', 'type', 'summary', 'people', 'sources', 'magnitude', 'reciprocal']
  const table = (separator: string): string => {
    const cell = (value: unknown): string => {
      const text =
        value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : `${value}`
      return `"${text.replaceAll('"', '""')}"`
    }
    const lines = rows.map(row => names.map(name => cell((row as Record<string, unknown>)[name])).join(separator))
    return [names.join(separator), ...lines].join('\n')
  }
  const files = {
    jsonl: writeRows(rows),
    csv: fresh('.csv'),
    tsv: fresh('.tsv'),
    gz: fresh('.csv.gz'),
    parquet: fresh('.parquet'),
  }
  writeFileSync(files.csv, table(','))
  writeFileSync(files.tsv, table('\t'))
  writeFileSync(files.gz, gzipSync(table(',')))
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`copy (select * from read_json('${files.jsonl}')) to '${files.parquet}' (format parquet)`)
  connection.closeSync()
  const path = fresh('.duckdb')
  expect((await importFiles(path, [files.jsonl])).accepted).toBe(2)
  for (const file of [files.csv, files.tsv, files.gz, files.parquet]) {
    const { duplicate, rejections } = await importFiles(path, [file])
    expect([file, duplicate, rejections]).toEqual([file, 2, []])
  }
})

test('a correction is seen from its known day on; the way back names file and line of each version', async () => {
  const path = fresh('.duckdb')
  const first = writeRows([{ ...GOOD, id: 'x', known: '2014-04-10' }])
  const second = writeRows([
    { ...GOOD, id: 'y' },
    { ...GOOD, id: 'x', known: '2014-06-01', summary: 'They did not meet.' },
  ])
  // In either order: which version holds depends on when it was known, not on when it was imported.
  for (const files of [
    [first, second],
    [second, first],
  ]) {
    const record = fresh('.duckdb')
    for (const file of files) await importFiles(record, [file])
    await withReader(record, async reader => {
      const at = async (asOf: string): Promise<string[]> =>
        (await reader.events({ asOf, ids: ['x'] })).map(({ summary }) => summary)
      expect(await at('2014-04-09')).toEqual([])
      expect(await at('2014-05-31')).toEqual(['They met.'])
      expect(await at('2014-06-01')).toEqual(['They did not meet.'])
      const trace = await reader.trace('x')
      expect(trace?.kind === 'event' && trace.versions.map(({ file, line, until }) => [file, line, until])).toEqual([
        [first, 1, '2014-06-01'],
        [second, 2, null],
      ])
    })
  }
  expect(existsSync(path)).toBe(false)
})

test("curators' notes and tags reach no answer", async () => {
  const path = fresh('.duckdb')
  await importFiles(path, [writeRows([{ ...GOOD, id: 'x', note: 'SECRETNOTE', tags: ['SECRETTAG'] }])])
  const again = await importFiles(path, [writeRows([{ ...GOOD, id: 'x', note: 'another' }])])
  expect(again.duplicate).toBe(1)
  const everything = await withReader(path, async reader =>
    JSON.stringify([await answers(reader, ALWAYS), await reader.trace('x'), await reader.sources()]),
  )
  expect(everything).not.toContain('SECRET')
  expect(readFileSync(path).includes('SECRETNOTE')).toBe(false)
})

const day = fc.integer({ min: 0, max: 300 }).map(n => addDays('2014-01-01', n))
const actor = fc.constantFrom('AZE', 'IRN', 'RUS')
const event = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  day,
  delay: fc.integer({ min: 0, max: 120 }),
  source: actor,
  target: fc.option(actor),
  type: fc.option(fc.constantFrom(...EVENT_TYPES)),
  status: fc.constantFrom(...STATUSES),
  reciprocal: fc.boolean(),
  summary: fc.constantFrom('They met.', 'They spoke.', 'They did not meet.'),
  announces: fc.option(fc.constantFrom('a', 'b', 'c')),
  publisher: fc.constantFrom('Trend', 'AFP', 'WION (AFP)'),
})
type EventCase = typeof event extends fc.Arbitrary<infer Case> ? Case : never
const toRow = ({ delay, publisher, ...row }: EventCase) => {
  const known = addDays(row.day, delay)
  return { ...row, known, sources: [{ publisher, title: '', url: '', published: known }] }
}

test('rows and versions that became known later change no earlier answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 8 }),
      fc.array(event, { maxLength: 8 }),
      day,
      async (some, others, asOf) => {
        const path = fresh('.duckdb')
        await importFiles(path, [writeRows(some.map(toRow))])
        const before = await withReader(path, reader => answers(reader, asOf))
        const later = others.map(toRow).filter(({ known }) => known > asOf)
        if (later.length > 0) await importFiles(path, [writeRows(later)])
        expect(await withReader(path, reader => answers(reader, asOf))).toBe(before)
        rmSync(path)
      },
    ),
    { numRuns: 15 },
  )
})

test('the series is what one counts by hand, and its periods add up', async () => {
  const path = fresh('.duckdb')
  await importFiles(path, [CHRONOLOGY])
  await withReader(path, async reader => {
    const asOf = '2020-06-30'
    const events = await reader.events({ asOf, pair: ['AZE', 'IRN'] })
    const counted = events.filter(({ status }) => status === 'occurred' || status === 'ongoing')
    const inClass = (rows: readonly AsOfEvent[], name: string): number =>
      rows.filter(({ type }) => type !== null && quadClass(type) === name).length
    for (const by of PERIODS) {
      const { points } = await reader.dyad({ a: 'AZE', b: 'IRN', by, asOf })
      for (const point of points) {
        const here = counted.filter(({ day }) => point.from <= day && day <= point.to)
        expect(point.pair.events).toBe(here.length)
        expect(point.a_to_b.events).toBe(here.filter(({ source, reciprocal }) => source === 'AZE' || reciprocal).length)
        expect(point.b_to_a.events).toBe(here.filter(({ source, reciprocal }) => source === 'IRN' || reciprocal).length)
        expect(point.pair.material_conflict).toBe(inClass(here, 'material_conflict'))
        expect(point.coverage.pair_events).toBe(events.filter(({ day }) => point.from <= day && day <= point.to).length)
      }
      const sum = points.reduce((tenths, { pair }) => tenths + Math.round((pair.goldstein_sum ?? 0) * 10), 0)
      const [year] = (await reader.dyad({ a: 'AZE', b: 'IRN', by: 'year', asOf })).points
      expect(year).toBeDefined()
      expect(points.reduce((n, { pair }) => n + pair.events, 0)).toBe(counted.length)
      expect(sum).toBe(
        (await reader.dyad({ a: 'AZE', b: 'IRN', by: 'year', asOf })).points.reduce(
          (tenths, { pair }) => tenths + Math.round((pair.goldstein_sum ?? 0) * 10),
          0,
        ),
      )
      const full = points.find(({ pair }) => pair.events > 0)
      const trace = await reader.trace(full?.cell ?? '')
      expect(trace?.kind === 'cell' && trace.rows.length).toBe(full?.coverage.pair_events)
    }
  })
})

test('turning the pair round turns the directions round', async () => {
  const path = fresh('.duckdb')
  await importFiles(path, [CHRONOLOGY])
  await withReader(path, async reader => {
    const there = await reader.dyad({ a: 'AZE', b: 'IRN', by: 'quarter', asOf: ALWAYS })
    const back = await reader.dyad({ a: 'IRN', b: 'AZE', by: 'quarter', asOf: ALWAYS })
    expect(back.points.map(({ a_to_b, b_to_a, pair }) => [b_to_a, a_to_b, pair])).toEqual(
      there.points.map(({ a_to_b, b_to_a, pair }) => [a_to_b, b_to_a, pair]),
    )
  })
})

test('an empty range has no points, and a pair without rows none either', async () => {
  const path = fresh('.duckdb')
  await importFiles(path, [writeRows([GOOD])])
  await withReader(path, async reader => {
    const empty = async (q: object): Promise<number> =>
      (await reader.dyad({ a: 'AZE', b: 'IRN', by: 'month', asOf: ALWAYS, ...q })).points.length
    expect(await empty({ asOf: '2014-01-01' })).toBe(0)
    expect(await empty({ b: 'RUS' })).toBe(0)
    expect(await empty({ from: '2014-02-01', to: '2014-04-30' })).toBe(3)
    expect(await reader.counts({ asOf: ALWAYS, actors: [], from: '2014-01-01', to: '2014-12-31' })).toEqual({
      pair_events: 0,
      actor_events: 0,
      independent_sources: 0,
    })
    expect(await reader.trace('nothing')).toBeNull()
  })
})

test('search looks for beginnings of words, all of them, whatever their case and accents', async () => {
  const path = fresh('.duckdb')
  const rows = [
    {
      ...GOOD,
      id: 'x',
      summary: 'Ministers met at the dam.',
      people: ['Ramiz Mehdiyev', 'Jos\u00e9 \u018fliyev'],
      place: 'Astara',
    },
  ]
  await importFiles(path, [writeRows(rows)])
  await withReader(path, async reader => {
    const found = async (search: string): Promise<number> => (await reader.events({ asOf: ALWAYS, search })).length
    expect(
      await Promise.all(
        ['minister DAM', 'jose eliyev', 'ASTARA mehd', 'met war', 'inister', "o'clock", '', '%'].map(found),
      ),
    ).toEqual([1, 1, 1, 0, 0, 0, 1, 1])
  })
})

test('scores of a pair and day are a data set of their own, exact, as of a day', async () => {
  const path = fresh('.duckdb')
  const file = fresh('.csv')
  const lines = [
    'date,iso_a,iso_b,score',
    '2019-01-01,AZE,IRN,0.1',
    '',
    '2019-01-02,AZE,IRN,0.2',
    '2019-01-03,IRN,AZE,-0.05',
    '2019-02-30,AZE,IRN,1',
    '2019-01-05,AZE,IRN',
  ]
  writeFileSync(file, `${lines.join('\n')}\n`)
  const report = await importFiles(path, [file])
  expect(report.rejections.map(({ line, reason }) => [line, reason])).toEqual([
    [6, 'date "2019-02-30" is not a day'],
    [7, '3 columns where the header has 4'],
  ])
  expect((await importFiles(path, [file])).duplicate).toBe(3)
  const corrected = fresh('.csv')
  writeFileSync(corrected, 'date,iso_a,iso_b,score\n2019-01-02,AZE,IRN,0.3\n')
  await importFiles(path, [corrected])
  await withReader(path, async reader => {
    const sum = async (asOf: string): Promise<unknown> =>
      (await reader.dyad({ a: 'IRN', b: 'AZE', by: 'month', asOf, source: 'pair-day-scores' })).points.map(
        ({ score }) => score,
      )
    expect(await sum('2019-12-31')).toEqual([{ days: 3, sum: 0.35 }])
    expect(await sum('2019-01-02')).toEqual([{ days: 2, sum: 0.4 }])
    expect(await reader.dyad({ a: 'AZE', b: 'IRN', by: 'month', asOf: ALWAYS })).toMatchObject({
      points: [],
      sources: [],
    })
    const [source] = await reader.sources()
    expect(source).toMatchObject({
      origin: 'pair-day-scores',
      rows: 3,
      days: 3,
      first: '2019-01-01',
      last: '2019-01-03',
      gaps: [],
    })
  })
})

test('lines that the engine refuses are rejections with their own line, and the lines below keep theirs', async () => {
  const path = fresh('.duckdb')
  const file = fresh('.csv')
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from('date,iso_a,iso_b,score\n2019-01-01,AZE,IRN,1\n'),
      Buffer.from([0xff, 0xfe, 10]),
      Buffer.from('2019-01-03,AZE,IRN,1\n2019-01-04,AZE,I'),
      Buffer.from([0xff, 10]),
      Buffer.from('2019-01-05,AZE,IRN,x\n2019-01-06,AZE,IRN,2\n'),
    ]),
  )
  const report = await importFiles(path, [file])
  expect(report.rejections.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'unreadable: invalid encoding'],
    [5, 'unreadable: invalid encoding'],
    [6, 'score "x" is not a number'],
  ])
  const cell = await withReader(path, async reader => {
    const { points } = await reader.dyad({ a: 'AZE', b: 'IRN', by: 'year', asOf: ALWAYS, source: 'pair-day-scores' })
    return reader.trace(points[0]?.cell ?? '')
  })
  expect(cell?.kind === 'cell' && cell.rows.map(({ line }) => line)).toEqual([2, 4, 7])
})
