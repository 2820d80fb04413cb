import type { Dialect } from './dialect.ts'
import type { Parameters } from './sql-text.ts'

/**
 * An engine that answers SQL: all that the questions of this room need of one, so that the same questions are put to the embedded engine and to
 * a cluster. Parameters stand as `$name`. Days and whole numbers beyond 32 bits arrive as text.
 */
export interface SqlEngine {
  readonly dialect: Dialect
  rows<Row>(sql: string, parameters?: Parameters): Promise<Row[]>
  /** The answer by column: for hundreds of thousands of rows. Texts and whole numbers of 32 bits only. */
  columns(sql: string, parameters?: Parameters): Promise<unknown[][]>
  close(): Promise<void>
}
