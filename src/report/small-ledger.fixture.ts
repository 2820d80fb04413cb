import type {
  CheckedClaim,
  CheckedLedger,
  Claim,
  Coverage,
  DocumentFacts,
  Receipt,
  ReceiptSource,
  Verdict,
  VerdictName,
} from '../domain/index.ts'

/**
 * A small ledger made by hand for the tests of reports: one claim of each verdict, judged as of two days.
 * Its text, days and publishers are invented.
 */
const TEXT = [
  'Ecuador and Peru signed their peace on 26 October 1998. ',
  'Peru reportedly never met Ecuador that year. ',
  'The border saw 12 clashes. ',
  'A trade deal is expected by June 1999. ',
  'Lima wrote to Bern in 1931. ',
  'Chile paid for the maps. ',
  'This is right and proper.',
].join('')

const FIRST = '1998-12-31'
const LATER = '1999-12-31'

const documentFacts: DocumentFacts = {
  id: 'sha256:00',
  path: 'peace.txt',
  title: 'A Peace in the Andes',
  text: TEXT,
  language: 'en',
  genre: 'analysis',
  author: 'Ana Writer',
  affiliation: 'an institute of the Andes',
  publisher: 'The Cordillera',
  url: null,
  disclaimer: null,
  date: {
    from: '1998-11-01',
    to: '1998-12-31',
    basis: 'inferred',
    reasons: [{ start: 0, end: 7, quote: 'Ecuador', says: '26 October 1998 is behind' }],
  },
  boilerplate: [],
}

const source = (publisher: string, day: string | null, found_later = false): ReceiptSource => ({
  publisher,
  title: `${publisher} on the border`,
  url: `https://example.org/${publisher.toLowerCase().replaceAll(' ', '-')}`,
  published: day,
  ...(found_later ? { found_later: true as const } : {}),
})

const peace = (bearing: Receipt['bearing'], later: boolean): Receipt => ({
  event: 'ecu-per-1998-10-26',
  day: '1998-10-26',
  known: '1998-10-27',
  summary: 'The presidents of Ecuador and Peru signed an agreement that ended their dispute over the border.',
  bearing,
  sources: [source('Daily Sun', '1998-10-27'), source('Almanac of Peace', '1999-03-02', !later)],
})

const clash: Receipt = {
  event: 'ecu-per-1998-08-a',
  day: '1998-08-09',
  day_to: '1998-08-12',
  known: '1999-02-01',
  summary: 'A commission counted 15 clashes.',
  bearing: 'against',
  sources: [source('Border Commission', '1999-02-01')],
}

const office: Receipt = {
  fact: 'office:per-president-1990',
  from: '1990-07-28',
  to: null,
  known: '1990-07-28',
  summary: 'Alberto Fujimori was president of Peru.',
  bearing: 'context',
  sources: [source('Table of Offices', null, true)],
}

const coverage = (pair_events: number, adequate: boolean): Coverage => ({
  from: '1998-01-01',
  to: FIRST,
  pair_events,
  actor_events: 1200,
  independent_sources: adequate ? 9 : 1,
  adequate,
})

const verdict = (
  as_of: string,
  name: VerdictName,
  because: string,
  receipts: readonly Receipt[] = [],
  seen: Coverage | null = null,
): Verdict => ({ as_of, verdict: name, because, receipts, coverage: seen })

const claim = (n: number, quote: string, rest: Partial<Claim>, verdicts: readonly Verdict[]): CheckedClaim => ({
  id: `c${n}`,
  sentence: n - 1,
  start: TEXT.indexOf(quote),
  end: TEXT.indexOf(quote) + quote.length,
  quote,
  type: 'event',
  negated: false,
  hedge: null,
  attribution: { to: 'author', actor: null, start: 0, end: 0 },
  actors: [],
  time: null,
  event: null,
  due: null,
  condition: null,
  checkable: true,
  why_not: null,
  supports: [],
  until_document: false,
  reading: { kind: 'words', terms: [] },
  ...rest,
  verdicts,
})

const both = (name: VerdictName, because: string, seen: Coverage | null = null): Verdict[] =>
  [FIRST, LATER].map(day => verdict(day, name, because, [], seen))

const claims: CheckedClaim[] = [
  claim(
    1,
    'Ecuador and Peru signed their peace on 26 October 1998',
    {
      time: { from: '1998-10-26', to: '1998-10-26', grain: 'day', basis: 'stated', mention: '26 October 1998' },
      supports: ['c7'],
    },
    [
      verdict(FIRST, 'supported', 'The record shows this signing.', [peace('for', false), office]),
      verdict(LATER, 'supported', 'The record shows this signing.', [peace('for', true), office]),
    ],
  ),
  claim(
    2,
    'Peru reportedly never met Ecuador that year',
    {
      type: 'statement',
      negated: true,
      time: { from: '1998-01-01', to: '1998-12-31', grain: 'year', basis: 'relative', mention: 'that year' },
      hedge: { words: ['reportedly'], kind: 'report', start: 61, end: 71 },
      attribution: { to: 'officials in Lima', actor: 'PER', start: 0, end: 0 },
    },
    [
      verdict(FIRST, 'contradicted', 'The two met on 26 October 1998.', [peace('against', false)]),
      verdict(LATER, 'contradicted', 'The two met on 26 October 1998.', [peace('against', true)]),
    ],
  ),
  claim(3, 'The border saw 12 clashes', { type: 'quantity' }, [
    verdict(FIRST, 'not_found', 'No row counts clashes of that year.', [], coverage(34, true)),
    verdict(LATER, 'disputed', 'The record holds another number.', [clash]),
  ]),
  claim(4, 'A trade deal is expected by June 1999', { type: 'forecast', due: '1999-06-30' }, [
    verdict(FIRST, 'pending', 'Its last day, 30 June 1999, is ahead.'),
    verdict(LATER, 'not_found', 'No such deal by 30 June 1999.', [], coverage(40, true)),
  ]),
  claim(
    5,
    'Lima wrote to Bern in 1931',
    { type: 'history_or_analogy' },
    both('not_covered', 'The record begins in 1991.', { ...coverage(0, false), actor_events: 0 }),
  ),
  claim(6, 'Chile paid for the maps', { attribution: { to: 'unnamed', actor: null, start: 0, end: 0 } }, [
    verdict(FIRST, 'not_found', 'No such payment by 31 December 1998.', [], coverage(34, true)),
    verdict(LATER, 'not_found', 'No such payment by 31 December 1999.', [], coverage(40, true)),
  ]),
  claim(
    7,
    'This is right and proper',
    { type: 'normative', checkable: false, why_not: 'normative' },
    both('not_checkable', 'It says what is good, not what happened.'),
  ),
]

export const smallLedger: CheckedLedger = {
  schema: 'detente.ledger/1',
  version: '0.1.0',
  document: documentFacts,
  claims,
  argument: { thesis: 'c7', drivers: [{ marker: 'First', claims: ['c1', 'c3'] }], conclusions: ['c7'] },
  omissions: [{ says: 'A visit in the months before is left out.', receipts: [peace('context', false)] }],
  summary: {
    sentences: 7,
    claims: 7,
    by_type: { event: 2, statement: 1, quantity: 1, forecast: 1, history_or_analogy: 1, normative: 1 },
    by_verdict: {
      [FIRST]: { supported: 1, contradicted: 1, not_found: 2, not_covered: 1, pending: 1, not_checkable: 1 },
      [LATER]: { supported: 1, contradicted: 1, disputed: 1, not_found: 2, not_covered: 1, not_checkable: 1 },
    },
  },
}

/** The same, judged as of its first day alone. */
export const smallLedgerOneDay: CheckedLedger = {
  ...smallLedger,
  claims: claims.map(c => ({ ...c, verdicts: c.verdicts.filter(v => v.as_of === FIRST) })),
  summary: { ...smallLedger.summary, by_verdict: { [FIRST]: smallLedger.summary.by_verdict[FIRST] ?? {} } },
}

export const smallSizes = new Map([
  [FIRST, 301],
  [LATER, 1234],
])
