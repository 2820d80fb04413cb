/** What one looks at to tell a format: the first bytes of a file, unpacked. */
export interface FileHead {
  /** Lower case, without dot and without `.gz`: `jsonl`, `csv`, `parquet`; empty when there is none. */
  readonly extension: string
  /** The first line that is not blank, when the beginning is text. */
  readonly firstLine: string | null
  readonly parquet: boolean
}

/**
 * A record of a text file: where it begins, and its fields as the text of a JSON object, or what is wrong with it.
 * JSON text because every format of single events ends there, so that one place judges all of them.
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
  | { readonly by: 'select'; readonly select: (file: EngineFile) => string }

/** A file as it stands in SQL: a quoted literal with glob characters escaped, and the compression of its bytes. */
export interface EngineFile {
  readonly literal: string
  readonly compression: 'gzip' | 'none'
}

/**
 * A published format. `kind` says which table its rows go to:
 * `events`: `select` gives (line bigint, text varchar, problem varchar), text being a JSON object with the contract's fields;
 * `pair-days`: (line bigint, day varchar, a varchar, b varchar, score varchar, problem varchar).
 */
export interface SourceFormat {
  readonly name: string
  readonly title: string
  readonly kind: 'events' | 'pair-days'
  /** The data set that its rows come from; null where each file is a data set of its own. */
  readonly origin: string | null
  /** Null where every file has its own (own format). */
  readonly licence: string | null
  readonly citation: string | null
  readonly defects: readonly string[]
  readonly recognises: (head: FileHead) => boolean
  readonly reading: (head: FileHead) => Reading
}
