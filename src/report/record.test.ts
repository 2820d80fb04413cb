import { expect, test } from 'vitest'
import type { AsOfEvent, ImportReport, SourceSummary, Tally, Trace } from '../record/index.ts'
import type { MeasuredDyad, MeasuredPoint } from '../relations/index.ts'
import {
  dyadTerminal,
  eventJson,
  eventsTerminal,
  importTerminal,
  plain,
  type Screen,
  sourcesTerminal,
  traceTerminal,
} from './index.ts'

/** Reports on what the record holds, of rows made by hand: days, names and publishers are invented. */
const wide: Screen = { width: 100, ink: plain }
const narrow: Screen = { width: 60, ink: plain }

const event = (rest: Partial<AsOfEvent>): AsOfEvent => ({
  id: 'bol-per-1998-05-02-a',
  day: '1998-05-02',
  day_to: '1998-05-02',
  known: '1998-05-02',
  known_basis: 'published',
  source: 'BOL',
  target: 'PER',
  reciprocal: false,
  people: [],
  type: 'CONSULT',
  cameo: null,
  mode: null,
  status: 'occurred',
  announces: null,
  magnitude: null,
  summary: 'The foreign ministers of Bolivia and Peru met at the lake and spoke of its water.',
  place: null,
  confidence: null,
  disputes: null,
  sources: [{ publisher: 'Lake News', title: 'A meeting', url: 'https://example.org/a', published: '1998-05-02' }],
  origin: 'by-hand',
  ...rest,
})

const EVENTS = [
  event({ reciprocal: true }),
  event({
    id: 'bol-1998-06-01-a',
    day: '1998-06-01',
    day_to: '1998-06-03',
    known: '1998-06-05',
    target: null,
    type: null,
    cameo: '042',
    status: 'announced',
    announces: 'bol-per-1998-07-01-a',
    disputes: 'bol-1998-06-01-b',
    known_basis: 'occurred',
    summary: 'Bolivia held an election.',
    sources: [],
  }),
]

test('events', () => {
  expect(eventsTerminal(EVENTS, { asOf: '1998-12-31', names: ['Bolivia', 'Peru'], cutOff: true }, narrow)).toBe(
    `The first 2 events between Bolivia and Peru, as known on
31 December 1998.

1998-05-02  BOL ↔ PER  CONSULT  bol-per-1998-05-02-a
  The foreign ministers of Bolivia and Peru met at the lake
  and spoke of its water.
  Lake News, 2 May 1998

1998-06-01 – 1998-06-03  BOL  CAMEO 042 (announced)
  bol-1998-06-01-a
  Bolivia held an election.
  no source named · known 5 Jun 1998 · known day assumed ·
  announces bol-per-1998-07-01-a · another account of
  bol-1998-06-01-b
`,
  )
  expect(eventsTerminal([], { asOf: '1998-12-31', names: ['Bolivia'], cutOff: false }, wide)).toBe(
    'No events of Bolivia, as known on 31 December 1998.\n',
  )
})

test('the fields of an event are those of the contract, in its order, without what curators noted', () => {
  const noted = { ...event({}), note: 'a curator’s', tags: ['a'] }
  expect(Object.keys(eventJson(noted)).join(' ')).toBe(
    'id day day_to known known_basis source target reciprocal people type cameo mode status announces magnitude summary place document sentence start end confidence disputes origin sources',
  )
})

const NONE: Tally = {
  events: 0,
  verbal_cooperation: 0,
  material_cooperation: 0,
  verbal_conflict: 0,
  material_conflict: 0,
  goldstein_mean: null,
  goldstein_sum: null,
}

const point = (month: string, last: string, rest: Partial<MeasuredPoint>, rows: number): MeasuredPoint => ({
  from: `1998-${month}-01`,
  to: `1998-${month}-${last}`,
  cell: `cell:BOL/PER/month/1998-${month}-01/1998-${month}-${last}/1998-12-31`,
  a_to_b: NONE,
  b_to_a: NONE,
  pair: NONE,
  temperature: null,
  phase: null,
  coverage: { pair_events: rows, actor_events: rows, world_events: 9, sources: 1, days_without_rows: 20 },
  ...rest,
})

const SERIES: MeasuredDyad = {
  schema: 'detente.dyad/1',
  dyad: 'BOL-PER',
  as_of: '1998-12-31',
  by: 'month',
  sources: ['by-hand'],
  parts: [],
  points: [
    point(
      '01',
      '31',
      {
        a_to_b: { ...NONE, events: 3, verbal_cooperation: 2, material_cooperation: 1, goldstein_sum: 8.5 },
        b_to_a: { ...NONE, events: 1, material_conflict: 1, goldstein_mean: -9, goldstein_sum: -9 },
        pair: { ...NONE, events: 4, goldstein_mean: -0.125, goldstein_sum: -0.5 },
      },
      5,
    ),
    point('02', '28', {}, 0),
    point('03', '31', {}, 0),
    point('04', '30', {}, 1),
    point('05', '31', {}, 0),
  ],
  turning_points: [],
}

const SIDES = [
  { id: 'BOL', name: 'Bolivia' },
  { id: 'PER', name: 'Peru' },
] as const

test('a series shows both directions, and joins what has no rows', () => {
  expect(dyadTerminal(SERIES, [SIDES[0], SIDES[1]], { chart: false }, wide)).toBe(
    `Bolivia and Peru by month, as known on 31 December 1998; from by-hand.

                    BOL → PER                         PER → BOL                    both
month    acts  co-op  conflict  Goldstein  acts  co-op  conflict  Goldstein  acts   mean  rows
1998-01     3    2+1                 +8.5     1              0+1       -9.0     4  -0.13     5
1998-02 to 1998-03: no row
1998-04                                                                                      1
1998-05: no row

co-op and conflict: verbal+material acts. Goldstein: the acts’ Goldstein weights, from -10 to +10
each, added up. A mutual act counts in both directions and once for both. mean: Goldstein an act.
rows: those of announcements, denials and the like too.
The rows behind a line: detente trace cell:BOL/PER/month/1998-04-01/1998-04-30/1998-12-31
`,
  )
  for (const line of dyadTerminal(SERIES, [SIDES[0], SIDES[1]], { chart: false }, narrow).split('\n'))
    expect(line.length).toBeLessThanOrEqual(60)
  expect(dyadTerminal({ ...SERIES, points: [] }, [SIDES[0], SIDES[1]], { chart: false }, wide)).toBe(
    'No row of Bolivia and Peru, as known on 31 December 1998.\n',
  )
})

test('turns of a series are named with their ids', () => {
  const turn = {
    id: 'turn:BOL/PER/rupture/1998-01-09/1998-12-31/by-hand',
    kind: 'rupture' as const,
    date: '1998-01-09',
    date_from: '1998-01-08',
    date_to: '1998-01-12',
    confidence: 0.6,
    known_on: null,
    events: [],
  }
  expect(dyadTerminal({ ...SERIES, turning_points: [turn] }, [SIDES[0], SIDES[1]], { chart: false }, wide)).toContain(
    'Turning points:\n  rupture 1998-01-09 (1998-01-08 to 1998-01-12), confidence 0.60\n    detente trace turn:BOL/PER/rupture/1998-01-09/1998-12-31/by-hand\n',
  )
})

test('a series of scores shows scores', () => {
  const points = [
    point('01', '31', { score: { days: 4, sum: -12.5 } }, 0),
    point('02', '28', { score: { days: 0, sum: 0 } }, 0),
  ]
  expect(
    dyadTerminal({ ...SERIES, sources: ['scores'], points }, [SIDES[0], SIDES[1]], { chart: false }, wide),
  ).toContain('month    score  days\n1998-01  -12.5     4\n1998-02: no row\n')
})

const SUMMARY: SourceSummary = {
  origin: 'by-hand',
  format: 'detente',
  kind: 'events',
  rows: 1234,
  days: 900,
  first: '1990-01-01',
  last: '1998-12-31',
  gaps: [
    { from: '1991-01-01', to: '1991-03-01' },
    { from: '1992-01-01', to: '1993-01-01' },
  ],
  licence: null,
  citation: 'Somebody 1999',
  defects: ['days are those of publication'],
  imports: [
    {
      run: 'run:1',
      started: '2000-01-01T00:00:00.000Z',
      path: 'rows.csv',
      bytes: 10,
      sha256: '0123456789abcdef',
      accepted: 1234,
      duplicate: 0,
      rejected: 2,
    },
  ],
}

test('data sets, the longest gap first', () => {
  expect(sourcesTerminal([SUMMARY], 'record.duckdb', wide)).toBe(
    `1 data set in record.duckdb.

by-hand (format detente)
  holds    1,234 events on 900 days, 1990-01-01 – 1998-12-31
  gaps     2 stretches of more than a month without a row: 1992-01-01 – 1993-01-01, 1991-01-01 –
           1991-03-01
  licence  as its publisher says: files of this format carry their own
  cite     Somebody 1999
  defects  days are those of publication
  files    run:1 rows.csv: 1234 accepted, 0 duplicate, 2 rejected · sha256 0123456789ab…
`,
  )
})

const PLACE = { file: 'rows.csv', sha256: '0123456789abcdef', line: 7, run: 'run:1' }

test.each<[string, Trace, string]>([
  [
    'an event with a correction',
    {
      kind: 'event',
      id: 'bol-per-1998-05-02-a',
      versions: [
        { ...PLACE, until: '1998-06-01', event: event({}) },
        { ...PLACE, line: 8, until: null, event: event({ known: '1998-06-01', summary: 'They met on the lake.' }) },
      ],
    },
    `Event bol-per-1998-05-02-a, 2 versions.

1998-05-02  BOL → PER  CONSULT  bol-per-1998-05-02-a
  The foreign ministers of Bolivia and Peru met at the lake and spoke of its water.
  known from 2 May 1998; replaced by what became known on 1 June 1998
  from rows.csv, line 7 (run:1, sha256 0123456789ab…)
  Lake News, “A meeting”, 2 May 1998
    https://example.org/a

1998-05-02  BOL → PER  CONSULT  bol-per-1998-05-02-a
  They met on the lake.
  known from 1 June 1998
  from rows.csv, line 8 (run:1, sha256 0123456789ab…)
  Lake News, “A meeting”, 2 May 1998
    https://example.org/a
`,
  ],
  [
    'an import',
    {
      kind: 'import',
      id: 'run:1',
      run: {
        started: '2000-01-01T00:00:00.000Z',
        program: '0.1.0',
        files: [{ ...(SUMMARY.imports[0] as (typeof SUMMARY.imports)[0]), format: 'detente', origin: 'by-hand' }],
        rejections: [{ file: 'rows.csv', line: 3, reason: 'day is missing' }],
      },
    },
    `Import run:1:
  started 2000-01-01T00:00:00.000Z, by detente 0.1.0, 1 file
  rows.csv: 1234 accepted, 0 duplicate, 2 rejected · sha256 0123456789ab… · format detente, data
    set by-hand

1 rejected row:
  rows.csv, line 3: day is missing
`,
  ],
  [
    'a cell',
    {
      kind: 'cell',
      id: 'cell:BOL/PER/month/1998-05-01/1998-05-31/1998-12-31',
      cell: {
        a: 'BOL',
        b: 'PER',
        by: 'month',
        from: '1998-05-01',
        to: '1998-05-31',
        asOf: '1998-12-31',
        source: 'by-hand',
      },
      layers: [],
      rows: [{ ...PLACE, id: 'bol-per-1998-05-02-a', day: '1998-05-02', summary: 'They met.' }],
    },
    `1 row of BOL and PER, 1998-05-01 – 1998-05-31 in by-hand, as known on 31 December 1998:

1998-05-02  They met.
  bol-per-1998-05-02-a · rows.csv, line 7 (run:1, sha256 0123456789ab…)
`,
  ],
])('the way back from %s', (_, trace, text) => expect(traceTerminal(trace, wide)).toBe(text))

test('an import accounts for every row', () => {
  const report: ImportReport = {
    run: 'run:2',
    rows: 1003,
    accepted: 1000,
    duplicate: 1,
    rejected: 2,
    files: [
      {
        path: 'rows.csv',
        format: 'detente',
        origin: 'by-hand',
        rows: 1003,
        accepted: 1000,
        duplicate: 1,
        rejected: 2,
      },
    ],
    rejections: [{ file: 'rows.csv', line: 3, reason: 'day is missing' }],
  }
  expect(importTerminal(report, 'record.duckdb', wide)).toBe(
    `1,003 rows = 1,000 accepted + 1 duplicate + 2 rejected: 1 file into record.duckdb (run:2).
  rows.csv: format detente, data set by-hand

The first 1 rejected (all: detente trace run:2):
  rows.csv, line 3: day is missing
`,
  )
})
