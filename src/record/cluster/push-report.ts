export interface PushProgress {
  readonly part: string
  readonly done: number
  readonly of: number
}

export interface PushOptions {
  /** Also in place of another record. */
  readonly replace?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: PushProgress) => void
}

/** What a push did, in parts: a part is a month of a table, or a table without months. */
export interface PushReport {
  /** Where to, without user and password. */
  readonly to: string
  readonly rows: number
  readonly parts: number
  readonly sent: number
  readonly unchanged: number
  readonly removed: number
}
