import { bodyLimit } from 'hono/body-limit'
import { HttpFailure } from './problem.ts'

/** How much a request may bring. */

/** As for a file: some three million words. */
const TEXT_BYTES = 20_000_000
/** Boundaries and names of fields around a file in a form. */
const FORM_BYTES = 10_000

/** Files of rows are laid down on disk as they come, so that they may be large. */
export const IMPORT_BYTES = 4_000_000_000

export const limitText = bodyLimit({
  maxSize: TEXT_BYTES + FORM_BYTES,
  onError: () => {
    throw new HttpFailure(
      413,
      'too large',
      'the body is too large: over 20 MB of text',
      'Split it into one request a document.',
    )
  },
})
