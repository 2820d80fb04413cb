import type { EngineFile, FileHead } from './format.ts'
import { headerOf, separatorOf } from './head.ts'

/** How a table of text stands in its file. */
export interface Table {
  readonly columns: readonly string[]
  readonly separator: string
  /** Lines above the rows: 1 for a header. */
  readonly skip: number
  readonly quoted: boolean
  /** Shorter rows are filled with nulls: for files whose older rows lack the last columns. */
  readonly padded?: boolean
  /** Words that stand for nothing, beside the empty cell. */
  readonly nothing?: readonly string[]
}

/** The table that a header describes. */
export const tableUnder = (head: FileHead, quoted: boolean): Table => {
  const separator = separatorOf(head.firstLine ?? '')
  return { columns: headerOf(head.firstLine ?? '', separator), separator, skip: 1, quoted }
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** A column's name in SQL. */
export const column = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * The engine hands a file to its threads in pieces of 8 MB and keeps their order by writing every piece twice, unless a piece has rows
 * enough for a group of its own (122,880): 64 MB do. Pieces are never smaller than the longest line that is let through.
 */
const LARGE_BATCHES = 'buffer_size = 67108864, maximum_line_size = 67108864,'

/**
 * The engine's reader over a table of text, every column as text: sniffing is switched off, because it may take codes for numbers
 * and needs a file that can be read twice, which a pipe cannot. Rows that do not fit go to the engine's table of rejects.
 */
export const readTable = (file: EngineFile, table: Table): string => {
  const columns = table.columns.map(name => `${text(name)}: 'VARCHAR'`).join(', ')
  const quotes = table.quoted ? `quote = '"', escape = '"'` : `quote = '', escape = ''`
  const reader = `read_csv(${file.literal}, columns = {${columns}}, auto_detect = false, header = false, skip = ${table.skip},
    delim = ${text(table.separator)}, ${quotes}, compression = '${file.compression}', store_rejects = true, rejects_limit = 0,
    ${file.large ? LARGE_BATCHES : ''} nullstr = [${['', ...(table.nothing ?? [])].map(text).join(', ')}], null_padding = ${table.padded ?? false}, strict_mode = ${!table.quoted})`
  if (!file.whole) return reader
  return `(select * from ${reader} where length(concat_ws('', ${table.columns.map(column).join(', ')})) >= 0)`
}
