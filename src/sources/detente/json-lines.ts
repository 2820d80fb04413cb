import type { SplitRecord } from '../format.ts'
import { type ByteLine, byteLines, decodeStrictly, MAX_LINE_BYTES } from './lines.ts'

const toRecord = ({ number, bytes }: ByteLine): SplitRecord | null => {
  const wrong = (problem: string): SplitRecord => ({ line: number, text: null, problem })
  if (bytes.length > MAX_LINE_BYTES) return wrong(`line longer than ${MAX_LINE_BYTES / 1e6} MB`)
  const text = decodeStrictly(bytes)
  if (text === null) return wrong('not UTF-8')
  if (text.trim() === '') return null
  // Asked here although the engine asks again: its parser and JavaScript's must both take what later reads rely on.
  try {
    JSON.parse(text)
  } catch {
    return wrong('not JSON: torn or damaged line')
  }
  return { line: number, text, problem: null }
}

/** One JSON object a line. Blank lines are no rows. */
export async function* splitJsonLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<SplitRecord[]> {
  for await (const lines of byteLines(chunks)) yield lines.map(toRecord).filter(record => record !== null)
}
