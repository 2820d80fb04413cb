import { PERIODS, type RecordReader } from '../../src/record/index.ts'

/** Questions whose answers have to be the same, whichever engine is asked: of each kind, as of several days. */
export type Question = readonly [name: string, ask: (record: RecordReader) => Promise<unknown>]

const PAIRS = [
  ['AZE', 'IRN'],
  ['RUS', 'USA'],
  ['GBR', 'FRA'],
] as const

/** The third pair's acts lie six hundred years apart: its days and weeks are asked for around the turn of a century alone. */
const stretch = (a: string, by: string): { readonly from?: string; readonly to?: string } =>
  a === 'GBR' && (by === 'day' || by === 'week') ? { from: '1899-11-01', to: '1900-02-28' } : {}

const series = (asOf: string): Question[] =>
  PAIRS.flatMap(([a, b]) =>
    PERIODS.map(
      (by): Question => [
        `dyad ${a}-${b} by ${by} as of ${asOf}`,
        record => record.dyad({ a, b, by, asOf, ...stretch(a, by) }),
      ],
    ),
  )

const events = (asOf: string): Question[] => [
  ...PAIRS.map((pair): Question => [`events ${pair.join('-')} as of ${asOf}`, record => record.events({ asOf, pair })]),
  [
    `a page as of ${asOf}`,
    record => record.events({ asOf, pair: ['RUS', 'USA'], limit: 20, offset: 7, acting: 'any' }),
  ],
  [
    `events of a month as of ${asOf}`,
    record => record.events({ asOf, from: '2014-04-01', to: '2014-04-30', acting: 'any' }),
  ],
  [
    `events by type as of ${asOf}`,
    record => record.events({ asOf, actors: ['IRN', 'TUR'], types: ['CONSULT', 'AGREE'], limit: 500 }),
  ],
  [`events with words as of ${asOf}`, record => record.events({ asOf, search: 'Bakú  visit', acting: 'any' })],
  [
    `events with hard words as of ${asOf}`,
    record => record.events({ asOf, search: "o'neill \\ $asof", acting: 'any' }),
  ],
  [`bare events as of ${asOf}`, record => record.events({ asOf, pair: ['RUS', 'USA'], bare: true })],
  [`known range as of ${asOf}`, record => record.knownRange(asOf)],
  [
    `coverage as of ${asOf}`,
    record =>
      record.counts({
        asOf,
        pair: ['RUS', 'USA'],
        actors: ['RUS', 'USA', 'IRN'],
        from: '2014-01-01',
        to: '2014-06-30',
      }),
  ],
]

export const questions = (days: readonly string[]): Question[] => [
  ...days.flatMap(asOf => [...series(asOf), ...events(asOf)]),
  ['sources', record => record.sources()],
  ['an import', record => record.trace('run:1')],
  ['a cell', record => record.trace('cell:RUS/USA/month/2014-04-01/2014-04-30/9999-12-31')],
]
