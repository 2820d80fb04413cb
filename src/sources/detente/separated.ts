import type { SplitRecord } from '../format.ts'
import { type ByteLine, byteLines, decodeStrictly, MAX_LINE_BYTES } from './lines.ts'

/** A quoted value longer than this many lines is an unclosed quote, not prose. */
const MAX_LINES_IN_A_ROW = 100

/**
 * The cells of a row (RFC 4180: quotes around a value, doubled inside), or null while a quote is still open,
 * or a string that says what is wrong.
 */
export const cells = (row: string, separator: string): string[] | null | string => {
  const found: string[] = []
  let at = 0
  while (true) {
    if (row[at] === '"') {
      let value = ''
      let from = at + 1
      let quote = row.indexOf('"', from)
      while (quote !== -1 && row[quote + 1] === '"') {
        value += row.slice(from, quote + 1)
        from = quote + 2
        quote = row.indexOf('"', from)
      }
      if (quote === -1) return null
      found.push(value + row.slice(from, quote))
      at = quote + 1
      if (at < row.length && row[at] !== separator) return 'text behind a closing quote'
    } else {
      const end = row.indexOf(separator, at)
      found.push(end === -1 ? row.slice(at) : row.slice(at, end))
      at = end === -1 ? row.length : end
    }
    if (at >= row.length) return found
    at += 1
  }
}

interface OpenRow {
  readonly line: number
  readonly texts: string[]
}

/** Reads a table with a header. State: the header's names, and a row whose quote is still open. */
class TableReader {
  private header: string[] | null = null
  private open: OpenRow | null = null

  constructor(private readonly separator: string) {}

  read({ number, bytes }: ByteLine): SplitRecord[] {
    const text = bytes.length > MAX_LINE_BYTES ? null : decodeStrictly(bytes)
    if (text === null) {
      const problem = bytes.length > MAX_LINE_BYTES ? `line longer than ${MAX_LINE_BYTES / 1e6} MB` : 'not UTF-8'
      return [...this.finish(), { line: number, text: null, problem }]
    }
    if (this.open === null && text.trim() === '') return []
    const row = this.open ?? { line: number, texts: [] }
    row.texts.push(text)
    const found = cells(row.texts.join('\n'), this.separator)
    if (found !== null) {
      this.open = null
      return this.take(row.line, found)
    }
    this.open = row
    return row.texts.length > MAX_LINES_IN_A_ROW ? this.finish() : []
  }

  /** Gives up on a row whose quote never closed: its first line is the rejection, the lines below it are rows again. */
  finish(): SplitRecord[] {
    const row = this.open
    if (row === null) return []
    this.open = null
    const below = row.texts
      .slice(1)
      .flatMap((text, i) => this.read({ number: row.line + 1 + i, bytes: Buffer.from(text) }))
    return [{ line: row.line, text: null, problem: 'a quote is opened and not closed' }, ...below]
  }

  private take(line: number, found: string[] | string): SplitRecord[] {
    if (typeof found === 'string') return [{ line, text: null, problem: found }]
    if (this.header === null) {
      this.header = found.map(name => name.trim())
      return []
    }
    if (found.length !== this.header.length) {
      const problem = `${found.length} columns where the header has ${this.header.length}`
      return [{ line, text: null, problem }]
    }
    // An empty cell is an absent value: tables have no other way to say null.
    const pairs = this.header.map((name, i) => [name, found[i] ?? ''] as const).filter(([, value]) => value !== '')
    return [{ line, text: JSON.stringify(Object.fromEntries(pairs)), problem: null }]
  }
}

/** CSV or TSV with a header, UTF-8; a row's line is the one it begins on. */
export const splitSeparated = (separator: ',' | '\t') =>
  async function* (chunks: AsyncIterable<Uint8Array>): AsyncIterable<SplitRecord[]> {
    const reader = new TableReader(separator)
    for await (const lines of byteLines(chunks)) yield lines.flatMap(line => reader.read(line))
    for (let rest = reader.finish(); rest.length > 0; rest = reader.finish()) yield rest
  }
