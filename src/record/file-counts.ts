/** What became of a file's rows: rows = accepted + duplicate + rejected. */
export interface FileCounts {
  readonly file: number
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
}
