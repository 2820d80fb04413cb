import { inputFailure } from '../domain/index.ts'

/** The most that is read of one document: some three million words, twice the length of the longest novels. */
export const MOST_BYTES = 20_000_000

export const tooLarge = (name: string, bytes: number | null) =>
  inputFailure(
    `${name} is too large: ${bytes === null ? 'more than' : `${(bytes / 1e6).toFixed(1)} MB, over`} 20 MB of text`,
    'Split it into one file a document.',
  )

/** How messages call a path. */
export const nameOf = (path: string): string => (path === '-' ? 'standard input' : path)
