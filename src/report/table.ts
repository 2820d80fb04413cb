import { cells, padEnd, padStart } from './layout.ts'

/** A column of a terminal table; `group` is a heading over neighbours that share it. */
export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
  readonly group?: string
}

const GAP = '  '

const groupRow = (columns: readonly Column[], widths: readonly number[]): string => {
  let line = ''
  for (let i = 0; i < columns.length; ) {
    const group = columns[i]?.group ?? ''
    let end = i + 1
    while (end < columns.length && (columns[end]?.group ?? '') === group) end += 1
    const width = widths.slice(i, end).reduce((sum, w) => sum + w, GAP.length * (end - i - 1))
    const before = Math.max(0, Math.floor((width - cells(group)) / 2))
    line += (line === '' ? '' : GAP) + padEnd(' '.repeat(before) + group, width)
    i = end
  }
  return line.trimEnd()
}

/** Rows under headings, each column as wide as its widest cell. Cells may be coloured. A row of one cell runs over all columns. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): string[] => {
  const widths = columns.map(({ title }, i) =>
    Math.max(cells(title), ...rows.filter(row => row.length > 1).map(row => cells(row[i] ?? ''))),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (columns[i]?.align === 'right' ? padStart : padEnd)(cell, widths[i] ?? 0))
      .join(GAP)
      .trimEnd()
  return [
    ...(columns.some(({ group }) => group) ? [groupRow(columns, widths)] : []),
    line(columns.map(({ title }) => title)),
    ...rows.map(row => (row.length === 1 ? (row[0] ?? '') : line(row))),
  ]
}
