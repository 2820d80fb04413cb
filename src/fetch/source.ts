import type { Day } from '../domain/index.ts'

/** A file that a publisher offers: what it is called, how large it is and how its bytes add up, as far as the publisher says so. */
export interface OfferedFile {
  readonly url: string
  readonly name: string
  readonly bytes: number | null
  readonly md5: string | null
}

/** A publisher whose files can be fetched. */
export interface FetchSource {
  readonly name: string
  readonly title: string
  /** The first day that files cover. */
  readonly first: Day
  /** The lists of files that have to be read, below the publisher's address. */
  readonly lists: readonly string[]
  readonly base: string
  /** The files of some days, from the texts of the lists in their order. */
  readonly files: (lists: readonly string[], base: string, from: Day, to: Day) => OfferedFile[]
}
