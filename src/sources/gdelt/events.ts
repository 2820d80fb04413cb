import { codedSelect } from '../coded.ts'
import type { FileHead, SourceFormat } from '../format.ts'
import { hasColumns } from '../head.ts'
import { readTable, type Table } from '../separated.ts'
import { GDELT1_EVENTS, GDELT2_EVENTS } from './columns.ts'
import { gdeltMapping } from './mapping.ts'

const CITATION =
  'Leetaru, K. and Schrodt, P. A. (2013), GDELT: Global Data on Events, Location and Tone, 1979-2012, ISA Annual Convention; The GDELT Project, gdeltproject.org'
const LICENCE = 'GDELT: free for any use with attribution and a link to gdeltproject.org'

const DEFECTS = [
  'coverage grows with the web: compare shares or rates, not counts, across years',
  'one story is coded many times, and a repeated story may be dated anew',
  'days exactly one week, month or year before DATEADDED often come from phrases such as "a year ago"',
  'sports, disasters and homonyms are coded as conflict; Georgia the state and Georgia in the USA are mixed up',
  'ROM and TMP are used for Romania and Timor-Leste; RUS covers the Soviet Union',
]

/** No header, so a file is known by its shape: a number, a day, and the right number of tabs. */
const looksLike = (head: FileHead, columns: readonly number[]): boolean => {
  const cells = head.firstLine?.split('\t') ?? []
  return columns.includes(cells.length) && /^\d+$/.test(cells[0] ?? '') && /^\d{8}$/.test(cells[1] ?? '')
}

const KEYS = ['GLOBALEVENTID', 'SQLDATE', 'Actor1Code', 'EventCode', 'DATEADDED']

/** With a header someone exported the table again: GDELT's own files have none. A blank name is taken from the codebook by its place. */
const tableOf = (head: FileHead, columns: readonly string[]): Table => {
  const plain = { columns, separator: '\t', skip: 0, quoted: false, padded: true }
  if (!hasColumns(head, KEYS)) return plain
  const separator = head.firstLine?.includes('\t') ? '\t' : head.firstLine?.includes(';') ? ';' : ','
  return { ...plain, separator, skip: 1, quoted: separator !== '\t' }
}

const version = (name: string, title: string, columns: readonly string[], widths: readonly number[]): SourceFormat => ({
  name,
  title,
  kind: 'coded',
  origin: name,
  licence: LICENCE,
  citation: CITATION,
  defects: DEFECTS,
  recognises: head =>
    looksLike(head, widths) || (hasColumns(head, KEYS) && widths.includes(head.firstLine?.split(/[\t;,]/).length ?? 0)),
  reading: head => {
    const table = tableOf(head, columns)
    return {
      by: 'select',
      firstLine: table.skip + 1,
      select: codedSelect(gdeltMapping, file => readTable(file, table)),
    }
  },
})

/** Daily exports and the back files to 1979: 57 columns, 58 since April 2013. */
export const gdelt1 = version(
  'gdelt1',
  'GDELT 1.0 events (daily exports and back files, 57 or 58 columns)',
  GDELT1_EVENTS,
  [57, 58],
)

/** Exports of every fifteen minutes since February 2015: 61 columns. */
export const gdelt2 = version('gdelt2', 'GDELT 2.0 events (15-minute exports, 61 columns)', GDELT2_EVENTS, [61])
