import { readShippedText } from '../shipped/index.ts'

/** A line of a table in data/actors: column → cell. */
export type Row = Readonly<Record<string, string>>

const tables = new Map<string, readonly Row[]>()

/** The lines of data/actors/<name>.tsv, read once. */
export const readTable = (name: string): readonly Row[] => {
  const rows = tables.get(name) ?? parseTable(name)
  tables.set(name, rows)
  return rows
}

/** `#` starts a comment, the first other line names the columns. */
const parseTable = (name: string): Row[] => {
  const lines = readShippedText('actors', `${name}.tsv`)
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  const columns = (lines[0] ?? '').split('\t')
  return lines.slice(1).map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

/** A cell that lists several forms, `|` between them. */
export const listOf = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])
