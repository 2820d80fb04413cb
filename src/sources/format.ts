import type { FileHead } from './head.ts'

export type { FileHead } from './head.ts'

/**
 * A record of a text file: where it begins, and its fields as the text of a JSON object, or what is wrong with it.
 * JSON text because every format of events written by hand ends there, so that one place judges all of them.
 */
export type SplitRecord =
  | { readonly line: number; readonly text: string; readonly problem: null }
  | { readonly line: number; readonly text: null; readonly problem: string }

/**
 * How a file is read. `split`: our own splitter, for files written by hand, where a torn line must cost that line alone
 * and its number must be right. `select`: a query that the engine runs over the file, for published bulk.
 */
export type Reading =
  | {
      readonly by: 'split'
      readonly split: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<readonly SplitRecord[]>
    }
  | {
      readonly by: 'select'
      readonly select: (file: EngineFile) => string
      /** The line of the first row: 2 behind a header. For kinds whose query gives no line of its own. */
      readonly firstLine?: number
      /** Where the bytes are not UTF-8: what they are, as TextDecoder calls it. */
      readonly encoding?: string
    }

/** A file as it stands in SQL: a quoted literal with glob characters escaped, and the compression of its bytes. */
export interface EngineFile {
  readonly literal: string
  readonly compression: 'gzip' | 'zstd' | 'none'
  /** Every column has to be read, also those that no expression asks for. */
  readonly whole?: boolean
  /** Hundreds of megabytes: read in larger pieces. */
  readonly large?: boolean
}

/**
 * What a format's rows are, and with that which table they go to and which columns its query gives:
 * `events`: (line bigint, text varchar, problem varchar), text being a JSON object with the contract's fields;
 * `coded`: single events of a published data set, a row each in the order of the file, with the columns of `coded.ts`;
 * `pair-days`: (line bigint, day varchar, a varchar, b varchar, score varchar, problem varchar);
 * `pair-years`: counts by quad class of a directed pair and year, with the columns of `pair-years.ts`;
 * `mentions`: reports of events of another data set, with the columns of `mentions.ts`.
 */
export type Kind = 'events' | 'coded' | 'pair-days' | 'pair-years' | 'mentions'

/** A published format. */
export interface SourceFormat {
  readonly name: string
  readonly title: string
  readonly kind: Kind
  /** The data set that its rows come from; null where each file is a data set of its own. */
  readonly origin: string | null
  /** Null where every file has its own (own format). */
  readonly licence: string | null
  readonly citation: string | null
  readonly defects: readonly string[]
  /** Its rows say in sentences what happened, so that full-text search should find them. */
  readonly prose?: true
  readonly recognises: (head: FileHead) => boolean
  readonly reading: (head: FileHead) => Reading
}
