import type { ReadingProgress } from '../../claims/index.ts'
import type { Day, Ledger } from '../../domain/index.ts'

/** What the server and the thread that reads tell each other. */

export interface Text {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What the document is called. */
  readonly name: string
  /** The day on which it was written, where the user says so. */
  readonly date: Day | null
}

/** How far a text has come: pages of a PDF are read first. */
export type Progress = ({ readonly step: 'pages' } & Counted) | ({ readonly step: 'sentences' } & ReadingProgress)

export interface Counted {
  readonly done: number
  readonly total: number
}

/** The thread is warm. */
export interface Ready {
  readonly ready: true
}

export type Answer =
  | { readonly progress: Progress }
  | { readonly ledger: Ledger }
  /** What is wrong with the text. */
  | { readonly failure: { readonly exitCode: number; readonly message: string; readonly hint: string | null } }
  | { readonly defect: unknown }
