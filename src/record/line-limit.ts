import { inputFailure } from '../domain/index.ts'

/**
 * The engine passes over a line that is longer than its buffer (32 MB) without a word, and a row would be missing from the account.
 * Whoever reads a table's bytes anyway looks for such lines; a table of events has none.
 */
const MAX_LINE_BYTES = 16_000_000
const LF = 10

/** Looks at the chunks of a file, in order; throws at a line that is too long. */
export const lineWatch = (name: string): ((chunk: Uint8Array) => void) => {
  let open = 0
  return chunk => {
    const first = chunk.indexOf(LF)
    const length = open + (first === -1 ? chunk.length : first)
    if (length > MAX_LINE_BYTES)
      throw inputFailure(
        `${name}: a line of more than ${MAX_LINE_BYTES / 1e6} MB`,
        'nothing was imported: the file is damaged, or no table of events',
      )
    open = first === -1 ? length : chunk.length - 1 - chunk.lastIndexOf(LF)
  }
}
