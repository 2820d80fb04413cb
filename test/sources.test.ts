import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFiles, openRecord, type RecordReader } from '../src/record/index.ts'

/** Published formats, byte for byte as their publishers write them, from file to record. */

const NATIVE = join('..', 'shared', 'data', 'native')
const EVENTS = join('..', 'shared', 'data', 'events')
const absent = !existsSync(NATIVE) || !existsSync(EVENTS)
const needs = absent ? ' (skipped: ../shared/data is absent)' : ''

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-sources-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
const fresh = (ending: string): string => {
  made += 1
  return join(folder, `${made}${ending}`)
}

const withReader = async <T>(path: string, ask: (reader: RecordReader) => Promise<T>): Promise<T> => {
  const reader = await openRecord(path)
  try {
    return await ask(reader)
  } finally {
    await reader.close()
  }
}

const contents = (path: string): Promise<string> =>
  withReader(path, async reader =>
    JSON.stringify([
      await reader.events({ asOf: '9999-12-31', acting: 'any' }),
      (await reader.sources()).map(({ imports: _imports, ...source }) => source),
    ]),
  )

/** Format, rows, accepted, duplicate, rejected: what each sample file comes to. */
const EXPECTED: Readonly<Record<string, readonly [string, number, number, number, number]>> = {
  'acled_export_31_columns_dummy.csv': ['acled', 75, 75, 0, 0],
  'cow_MIDB_5.0_head.csv': ['cow-midb', 4344, 4247, 0, 97],
  'cow_MIDI_5.0.csv': ['cow-midi', 4483, 0, 0, 4483],
  'gdelt1_export_57_58_columns.csv': ['gdelt1', 710, 710, 0, 0],
  'gdelt2_events_61_columns.csv': ['gdelt2', 755, 755, 0, 0],
  'gdelt2_events_mangled_by_spreadsheet.csv': ['gdelt2', 119, 0, 0, 119],
  'gdelt2_mentions_16_columns_reexported.csv': ['gdelt2-mentions', 487, 486, 1, 0],
  'icews_dataverse_2018.tab': ['icews', 1160, 1160, 0, 0],
  'icews_plover_style_sample.jsonl': ['plover-json', 4, 4, 0, 0],
  'scad_latin_america_2018_head.csv': ['scad', 828, 783, 45, 0],
  'ucdp_ged_231_sample.csv': ['ucdp-ged', 250, 250, 0, 0],
  'gdelt2_pair_day_score_2019.csv.gz': ['pair-day-scores', 513_326, 513_326, 0, 0],
  'gdelt2_pair_day_score_2020.csv.gz': ['pair-day-scores', 409_523, 409_523, 0, 0],
  'gdelt2_pair_day_score_2021.csv.gz': ['pair-day-scores', 404_028, 404_028, 0, 0],
  'icews0515_2005-2009_2014.tsv.gz': ['icews-tidy', 269_089, 269_089, 0, 0],
  'icews14.tsv.gz': ['icews-tidy', 90_730, 90_730, 0, 0],
  'icews_quad_dyad_year_2002-2009_2014.csv.gz': ['icews-quad-years', 89_065, 89_065, 0, 0],
  'keds_casia_weis.tsv.gz': ['keds', 8377, 7867, 0, 510],
  'keds_gulf_cameo.tsv.gz': ['keds', 54_466, 54_014, 0, 452],
  'keds_levant_cameo.tsv.gz': ['keds', 145_709, 145_504, 0, 205],
}

const samples = absent
  ? []
  : [NATIVE, EVENTS].flatMap(where =>
      readdirSync(where)
        .filter(name => name !== 'README.md')
        .map(name => [name, join(where, name)] as const),
    )

test.skipIf(absent)('every sample file is expected, and every expected file is there', () => {
  expect(samples.map(([name]) => name).sort()).toEqual(Object.keys(EXPECTED).sort())
})

test.each(samples)(`%s comes to what it should, and a second import adds nothing${needs}`, async (name, file) => {
  const path = fresh('.duckdb')
  const first = await importFiles(path, [file])
  const [format = '', rows = 0, accepted = 0, duplicate = 0, rejected = 0] = EXPECTED[name] ?? []
  expect(first.files[0]).toMatchObject({ format, rows, accepted, duplicate, rejected })
  expect(first.accepted + first.duplicate + first.rejected).toBe(first.rows)
  const second = await importFiles(path, [file])
  expect([second.accepted, second.duplicate, second.rejected]).toEqual([0, rows - rejected, rejected])
  expect(second.rejections).toEqual(first.rejections)
})

const packed = samples.filter(([name]) => !name.endsWith('.gz'))

test.each(packed)(`%s adds nothing under other bytes either${needs}`, async (name, file) => {
  const path = fresh('.duckdb')
  await importFiles(path, [file])
  const before = await contents(path)
  const other = join(folder, `${name}.gz`)
  writeFileSync(other, gzipSync(readFileSync(file)))
  const [, rows = 0, , , rejected = 0] = EXPECTED[name] ?? []
  const second = await importFiles(path, [other])
  expect([second.accepted, second.duplicate, second.rejected]).toEqual([0, rows - rejected, rejected])
  expect(await contents(path)).toBe(before)
})

const LINES = (name: string): string[] => readFileSync(join(NATIVE, name), 'latin1').split('\n')

test.skipIf(absent)('a row is found again in its file: the line of each GDELT row holds its id', async () => {
  const path = fresh('.duckdb')
  const name = 'gdelt2_events_61_columns.csv'
  await importFiles(path, [join(NATIVE, name)])
  await withReader(path, async reader => {
    const events = await reader.events({ asOf: '9999-12-31', acting: 'any' })
    expect(events.length).toBe(755)
    for (const { id } of [events[0], events[300], events[754]].filter(event => event !== undefined)) {
      const trace = await reader.trace(id)
      const line = trace?.kind === 'event' ? (trace.versions[0]?.line ?? 0) : 0
      expect(LINES(name)[line - 1]?.split('\t')[0]).toBe(id.replace('gdelt2:', ''))
    }
  })
})

test.skipIf(absent)('lines stay right behind line breaks in quoted values', async () => {
  const path = fresh('.duckdb')
  const name = 'ucdp_ged_231_sample.csv'
  await importFiles(path, [join(NATIVE, name)])
  await withReader(path, async reader => {
    const events = await reader.events({ asOf: '9999-12-31', acting: 'any' })
    for (const { id } of events) {
      const trace = await reader.trace(id)
      const line = trace?.kind === 'event' ? (trace.versions[0]?.line ?? 0) : 0
      expect(LINES(name)[line - 1]?.split(',')[0]).toBe(id.replace('ucdp-ged:', ''))
    }
  })
})

test.skipIf(absent)('known days are those of the publishers, and a look back hides what came later', async () => {
  const path = fresh('.duckdb')
  await importFiles(path, [join(NATIVE, 'gdelt2_events_61_columns.csv')])
  await withReader(path, async reader => {
    const before = await reader.events({ asOf: '2015-10-26', acting: 'any' })
    const after = await reader.events({ asOf: '2015-10-27', acting: 'any' })
    expect([before.length, after.length]).toEqual([0, 755])
    expect(after.some(({ day }) => day === '2014-10-27')).toBe(true)
  })
})

test.skipIf(absent)('governments and armed forces count between states, citizens do not', async () => {
  const path = fresh('.duckdb')
  await importFiles(path, [join(NATIVE, 'icews_dataverse_2018.tab')])
  await withReader(path, async reader => {
    const pair = ['PRK', 'USA'] as const
    const states = await reader.events({ asOf: '9999-12-31', pair })
    const all = await reader.events({ asOf: '9999-12-31', pair, acting: 'any' })
    expect(states.length).toBeGreaterThan(0)
    expect(states.length).toBeLessThanOrEqual(all.length)
    expect(
      states.every(({ roles }) =>
        [roles?.source, roles?.target].every(role => [null, undefined, 'government', 'military'].includes(role)),
      ),
    ).toBe(true)
  })
})

const GDELT = 'gdelt1_export_57_58_columns.csv'

test.skipIf(absent)('plain, gzip, zstd and zip are the same rows', async () => {
  const bytes = readFileSync(join(NATIVE, GDELT))
  const files = { plain: join(NATIVE, GDELT), gz: fresh('.csv.gz'), zip: fresh('.zip'), zst: fresh('.csv.zst') }
  writeFileSync(files.gz, gzipSync(bytes))
  const plain = join(folder, '20160728.export.CSV')
  writeFileSync(plain, bytes)
  execFileSync('python3', [
    '-c',
    'import sys,zipfile; zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED).write(sys.argv[2],"20160728.export.CSV")',
    files.zip,
    plain,
  ])
  writeFileSync(files.zst, storedZstd(bytes))
  const found: string[] = []
  for (const file of Object.values(files)) {
    const path = fresh('.duckdb')
    expect((await importFiles(path, [file], { origin: 'gdelt1' })).accepted).toBe(710)
    found.push(await contents(path))
  }
  expect(new Set(found).size).toBe(1)
})

/** A zstd frame of stored blocks: enough to be read, no packer needed. */
const storedZstd = (bytes: Buffer): Buffer => {
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0])
  head.writeUInt32LE(bytes.length, 5)
  const blocks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 100_000) {
    const piece = bytes.subarray(at, at + 100_000)
    const last = at + 100_000 >= bytes.length ? 1 : 0
    const header = Buffer.alloc(3)
    header.writeUIntLE((piece.length << 3) | last, 0, 3)
    blocks.push(header, piece)
  }
  return Buffer.concat([head, ...blocks])
}

test.skipIf(absent)(
  'a torn line, a line too many columns and bytes that are no text cost their own rows alone',
  async () => {
    const lines = readFileSync(join(NATIVE, GDELT), 'utf8').trimEnd().split('\n').slice(0, 20)
    const file = fresh('.csv')
    const bad = [...lines]
    bad[4] = 'torn\tline'
    bad[9] = `${bad[9]}\textra\tcolumns`
    const bytes = Buffer.from(`${bad.join('\n')}\n`)
    const line = Buffer.from(lines[14] ?? '')
    const at = bytes.indexOf(line) + line.length - 5
    bytes[at] = 0xff
    writeFileSync(file, bytes)
    const report = await importFiles(fresh('.duckdb'), [file])
    expect([report.rows, report.accepted, report.rejected]).toEqual([20, 17, 3])
    expect(report.rejections.map(({ line }) => line)).toEqual([5, 10, 15])
  },
)

test.skipIf(absent)(
  'a row that says something else under its id is a correction, seen from the day it was known',
  async () => {
    const lines = readFileSync(join(NATIVE, GDELT), 'utf8').trimEnd().split('\n').slice(0, 5)
    const cells = (lines[0] ?? '').split('\t')
    const [id, added] = [cells[0], cells[56]]
    cells[26] = '036'
    cells[56] = '20160801'
    const [a, b] = [fresh('.csv'), fresh('.csv')]
    writeFileSync(a, `${lines.join('\n')}\n`)
    writeFileSync(b, `${cells.join('\t')}\n`)
    const path = fresh('.duckdb')
    await importFiles(path, [a])
    const before = await contents(path)
    await importFiles(path, [b])
    expect(added).toBe('20160728')
    await withReader(path, async reader => {
      const [then] = await reader.events({ asOf: '2016-07-31', ids: [`gdelt1:${id}`] })
      const [now] = await reader.events({ asOf: '2016-08-01', ids: [`gdelt1:${id}`] })
      expect([then?.cameo, now?.cameo]).toEqual(['010', '036'])
      expect((await reader.events({ asOf: '9999-12-31', acting: 'any' })).length).toBe(5)
      expect((await reader.knownRange()).events).toBe(5)
    })
    expect(await contents(path)).not.toBe(before)
  },
)

test.skipIf(absent)('codes that occur in the samples are known: actors, and the places of GDELT', async () => {
  const { actorCodes } = await import('../src/record/crosswalk.ts')
  const fips = new Set(
    actorCodes()
      .filter(({ system }) => system === 'fips')
      .map(({ code }) => code),
  )
  const met = new Set([
    ...LINES('gdelt2_events_61_columns.csv')
      .map(line => line.split('\t'))
      .flatMap(cells => [cells[37], cells[45], cells[53]]),
  ])
  met.delete('')
  met.delete(undefined)
  // OS is the open sea: a place of no state.
  expect([...met].filter(code => code !== 'OS' && !fips.has(code ?? ''))).toEqual([])
})

test.skipIf(absent)('NULs and Windows line ends are read, a line without end is refused in words', async () => {
  const lines = readFileSync(join(NATIVE, GDELT), 'utf8').trimEnd().split('\n').slice(0, 20)
  const [nuls, windows, endless] = [fresh('.csv'), fresh('.csv'), fresh('.csv')]
  writeFileSync(nuls, `${lines.with(4, '\0'.repeat(500)).join('\n')}\n`)
  expect(await importFiles(fresh('.duckdb'), [nuls])).toMatchObject({ rows: 20, accepted: 19, rejected: 1 })
  writeFileSync(windows, `${lines.join('\r\n')}\r\n`)
  expect(await importFiles(fresh('.duckdb'), [windows])).toMatchObject({ rows: 20, accepted: 20 })
  writeFileSync(endless, `${lines.with(4, `${lines[4]}${'x'.repeat(40_000_000)}`).join('\n')}\n`)
  await expect(importFiles(fresh('.duckdb'), [endless])).rejects.toThrow('a line of more than 16 MB')
})

test.skipIf(absent)('counts of years make a series of years, and lead back to their rows', async () => {
  const path = fresh('.duckdb')
  await importFiles(path, [join(EVENTS, 'icews_quad_dyad_year_2002-2009_2014.csv.gz')])
  const lines = gunzipSync(readFileSync(join(EVENTS, 'icews_quad_dyad_year_2002-2009_2014.csv.gz')))
    .toString()
    .split('\n')
  const [there] = lines.filter(line => line.startsWith('CHN,JPN,2005,')).map(line => line.split(',').map(Number))
  await withReader(path, async reader => {
    const query = { a: 'CHN', b: 'JPN', by: 'year', source: 'icews-quad-years' } as const
    const series = await reader.dyad({ ...query, asOf: '9999-12-31' })
    const point = series.points.find(({ from }) => from === '2005-01-01')
    expect(point?.a_to_b).toMatchObject({
      verbal_cooperation: there?.[3],
      material_cooperation: there?.[4],
      verbal_conflict: there?.[5],
      material_conflict: there?.[6],
    })
    const trace = await reader.trace(point?.cell ?? '')
    const rows = trace?.kind === 'cell' ? trace.rows : []
    expect(rows.map(({ line }) => lines[line - 1]?.slice(0, 12))).toEqual(['CHN,JPN,2005', 'JPN,CHN,2005'])
    const then = await reader.dyad({ ...query, asOf: '2005-12-30' })
    expect(then.points.at(-1)?.from).toBe('2004-01-01')
    await expect(reader.dyad({ ...query, by: 'month', asOf: '9999-12-31' })).rejects.toThrow('counts of years')
  })
})

test.skipIf(absent)('pages that mention an event stand behind it', async () => {
  const path = fresh('.duckdb')
  const mentions = join(NATIVE, 'gdelt2_mentions_16_columns_reexported.csv')
  const id = readFileSync(mentions, 'utf8').split('\n')[1]?.split(',')[0] ?? ''
  const event = (LINES('gdelt2_events_61_columns.csv')[0] ?? '').split('\t')
  event[0] = id
  const file = fresh('.csv')
  writeFileSync(file, `${event.join('\t')}\n`)
  await importFiles(path, [file, mentions])
  const trace = await withReader(path, reader => reader.trace(`gdelt2:${id}`))
  expect(trace).toMatchObject({ kind: 'event', mentions: [{ publisher: 'china.org.cn', day: '2017-07-01' }] })
})

test('what no format knows is said, and nothing is guessed', async () => {
  const file = fresh('.csv')
  writeFileSync(file, 'a,b,c\n1,2,3\n')
  await expect(importFiles(fresh('.duckdb'), [file])).rejects.toThrow('no known format begins like this')
})

test('POLECAT, from its codebook: trailing tabs are passed over, what does not fit is refused with its line', async () => {
  const names =
    'Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tRecipient Name\tRecipient Country\tPrimary Recipient Sector\tPlacename\tSource\tPublication Date'
  const row = (id: string, type: string, country: string): string =>
    `${id}\t2023-05-02\t${type}\tmeet\t1\tVERBAL COOPERATION\tdiplomatic\tO'Neill\t${country}\t2\tGOV\tGOV\tIran\tIRN\tMIL\tMuscat\tPaper\t2023-05-03`
  const file = fresh('.txt')
  writeFileSync(
    file,
    `${names}\n${row('1', 'CONSULT', 'USA')}\t\t\n${row('2', 'TALK', 'USA')}\n${row('3', 'CONSULT', 'XXX')}\n${row('4', 'CONSULT', 'None')}\n`,
  )
  const path = fresh('.duckdb')
  const report = await importFiles(path, [file])
  expect(report.rejections.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'unknown event code "TALK"'],
    [4, 'unknown source code "iso3:XXX"'],
  ])
  const [event] = await withReader(path, reader => reader.events({ asOf: '2023-05-03', pair: ['IRN', 'USA'] }))
  expect(event).toMatchObject({ id: 'polecat:1', type: 'CONSULT', known: '2023-05-03', source: 'USA', target: 'IRN' })
})

test('Phoenix, from its codebooks: daily and historical files', async () => {
  const daily = fresh('.txt')
  const cells = [
    '77',
    '20150302',
    '2015',
    '03',
    '02',
    'USAGOV',
    'USA',
    'GOV',
    '',
    'IRNGOV',
    'IRN',
    'GOV',
    '',
    '042',
    '04',
    '1',
    '1.9',
    '',
    '1',
    '2',
    'Muscat',
    '',
    'OMN',
    's1',
    'http://a.example/1',
    'paper',
  ]
  writeFileSync(daily, `${cells.join('\t')}\n`)
  const historical = fresh('.csv')
  writeFileSync(
    historical,
    'eid,story_date,source,source_root,source_agent,target,target_root,code\nNYT1,1990-08-02,IRQMIL,IRQ,MIL,KWT,KWT,190\nNYT2,never,IRQ,IRQ,,KWT,KWT,190\n',
  )
  const path = fresh('.duckdb')
  expect(await importFiles(path, [daily, historical])).toMatchObject({ rows: 3, accepted: 2, rejected: 1 })
  const [event] = await withReader(path, reader => reader.events({ asOf: '9999-12-31', pair: ['IRQ', 'KWT'] }))
  expect(event).toMatchObject({ id: 'phoenix:NYT1', type: 'ASSAULT', cameo: '190' })
})

test.skipIf(absent)('gzip files are read as they are, whatever their name says', async () => {
  const file = fresh('.csv')
  writeFileSync(file, gzipSync(gunzipSync(gzipSync(readFileSync(join(NATIVE, GDELT))))))
  expect((await importFiles(fresh('.duckdb'), [file])).accepted).toBe(710)
})
