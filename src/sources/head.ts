/** What one looks at to tell a format: the first bytes of a file, unpacked. */
export interface FileHead {
  /** Lower case, without dot and without `.gz`: `jsonl`, `csv`, `parquet`; empty when there is none. */
  readonly extension: string
  /** The first line that is not blank, when the beginning is text. */
  readonly firstLine: string | null
  /** The whole lines of the beginning, without their ends, blank ones left out: some formats have no header to go by. */
  readonly lines: readonly string[]
  readonly parquet: boolean
}

/** What parts the columns of a line: the separator that it has most of. */
export const separatorOf = (line: string): string =>
  [...'\t,;'].reduce((best, separator) => (line.split(separator).length > line.split(best).length ? separator : best))

/** The names of a header without their quotes. A blank or repeated name is replaced by its place, so that all can be asked for. */
export const headerOf = (line: string, separator = separatorOf(line)): string[] => {
  const names: string[] = []
  for (const [i, cell] of line
    .replace(/^\uFEFF/, '')
    .split(separator)
    .entries()) {
    const name = cell.trim().replace(/^"|"$/g, '')
    names.push(name === '' || names.includes(name) ? `column ${i + 1}` : name)
  }
  return names
}

/** True when the first line names all of some columns. */
export const hasColumns = (head: FileHead, columns: readonly string[]): boolean => {
  const names = head.firstLine === null ? [] : headerOf(head.firstLine)
  return columns.every(column => names.includes(column))
}
