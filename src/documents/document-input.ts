import type { Day } from '../domain/index.ts'

/** A text to be read, with what its file or page says of it outside the text; null where it says nothing. */
export interface DocumentInput {
  /** As the user named it; `-` for standard input. */
  readonly path: string
  /** Offsets everywhere are UTF-16 code units into this. */
  readonly text: string
  readonly title: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published: Day | null
}
