import type { Day } from '../domain/index.ts'
import type { ExportResult, SourceSummary } from '../record/index.ts'

/** What goes beside exported events: a codebook, and whom to cite under which terms. Plain text, so that nothing is needed to read it. */
export interface ExportWords {
  readonly file: string
  readonly format: 'csv' | 'parquet' | 'jsonl'
  readonly asOf: Day
  readonly version: string
  readonly result: ExportResult
  readonly sources: readonly SourceSummary[]
}

const MEANINGS: readonly (readonly [field: string, means: string])[] = [
  ['id', 'id of the event; of a published data set: its name, a colon, the id that it gives'],
  ['day, day_to', 'first and last day of the act'],
  ['known', 'day from which the record counts it as known'],
  ['known_basis', 'given by the data, published (day of a report) or occurred (assumed: the last day of the act)'],
  [
    'source, target',
    'who acted, on whom: ISO 3166-1 alpha-3 for states, else an id that says what it is; target may be empty',
  ],
  ['reciprocal', 'true where the act counts in both directions'],
  ['people', 'names, a list'],
  ['type, mode', 'PLOVER type, and its mode or the code of another scheme'],
  ['cameo', 'CAMEO code, a text: 010 is not 10'],
  ['status', 'occurred, ongoing, announced, planned, possible, conditional, demanded, alleged, denied, cancelled'],
  ['announces', 'id of the event that an announcement speaks of'],
  ['magnitude', 'a number that belongs to the act, as deaths'],
  ['summary, place', 'what happened and where, in words'],
  ['document, sentence, start, end', 'for events coded from a text: which one, and where in it'],
  ['confidence, disputes', 'how sure; id of a row that says otherwise'],
  ['origin', 'data set that the row came from'],
  ['sources', 'publishers, titles, addresses and days of publication, a list'],
]

const READING: Readonly<Record<ExportWords['format'], (file: string) => readonly string[]>> = {
  csv: file => [
    `R       events <- readr::read_csv("${file}", col_types = readr::cols(cameo = "c", .default = readr::col_guess()))`,
    `Python  events = pandas.read_csv("${file}", dtype={"cameo": str})`,
    `Stata   import delimited "${file}", varnames(1) stringcols(_all) bindquotes(strict) maxquotedrows(unlimited)`,
    'Texts that a spreadsheet would take for formulas have a quotation mark in front.',
  ],
  parquet: file => [
    `R       events <- arrow::read_parquet("${file}")`,
    `Python  events = pandas.read_parquet("${file}")`,
    'Stata   from version 18 by way of Python; else export .csv',
  ],
  jsonl: file => [
    `R       events <- jsonlite::stream_in(file("${file}"))`,
    `Python  events = pandas.read_json("${file}", lines=True, dtype={"cameo": str})`,
    'Stata   export .csv instead',
  ],
}

export const codebookText = ({ file, format, asOf, version, result }: ExportWords): string => {
  const lines = [
    `Codebook of ${file}`,
    '',
    `${result.rows} events as known on ${asOf}, written by detente ${version}, by day and id.`,
    'The same fields can be imported again with `detente import`.',
    '',
    ...MEANINGS.map(([field, means]) => `${field.padEnd(31)} ${means}`),
    '',
    ...READING[format](file),
  ]
  return `${lines.join('\n')}\n`
}

export const citationText = ({ file, asOf, version, result, sources }: ExportWords): string => {
  const of = new Map(sources.filter(({ kind }) => kind === 'events').map(source => [source.origin, source]))
  const entries = result.origins.flatMap(({ origin, rows }) => {
    const source = of.get(origin)
    return [
      '',
      `${origin}: ${rows} rows`,
      `  licence  ${source?.licence ?? 'as its publisher says'}`,
      `  cite     ${source?.citation ?? 'its publisher'}`,
      ...(source?.defects ?? []).map(defect => `  mind     ${defect}`),
    ]
  })
  return `${[`Sources of ${file}, events as known on ${asOf}, by way of detente ${version}`, ...entries].join('\n')}\n`
}
