import { closeSync, openSync, readSync, realpathSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { recordFailure } from '../domain/index.ts'
import { duckdb } from './dialect.ts'
import { busy, damaged, openingFailure, queryFailure } from './engine-failure.ts'
import type { SqlEngine } from './sql-engine.ts'
import type { Parameters } from './sql-text.ts'

export { literal, literals } from './sql-text.ts'

/** The embedded engine: a connection to a record's file, and all that the rest of the room may ask of it. */
export interface Engine extends SqlEngine {
  readonly path: string
  run(sql: string, parameters?: Parameters): Promise<void>
  /** Rows into a table of (integer, bigint, varchar, varchar): what our own splitters give. */
  append(table: string): Promise<TextAppender>
  /** Another connection to the same file, with transactions of its own; whoever asks for it closes it. */
  beside(): Promise<Engine>
  interrupt(): void
}

export interface TextAppender {
  add(file: number, line: number, text: string | null, problem: string | null): void
  /** Hands what was added to the engine; called between batches, so that a huge file does not pile up in memory. */
  flush(): void
  close(): void
}

/** A file that this process has open, and by how many connections. */
interface Opened {
  readonly instance: Promise<DuckDBInstance>
  readonly writing: boolean
  users: number
}

/**
 * The engine's lock is one per process and is lost when any handle of the process on that file closes (POSIX),
 * so handles inside one process are counted here: readers share one, a writer is alone.
 */
const opened = new Map<string, Opened>()

const MAGIC_AT = 8
const MAGIC = 'DUCK'

/** Asked before the engine sees the file, because it would open a CSV as a database in memory. */
const checkMagic = (path: string): void => {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT')
      throw recordFailure(`there is no record at ${path}`, 'import something, or name another file with --record')
    throw openingFailure(path, error)
  }
  try {
    const bytes = Buffer.alloc(MAGIC_AT + MAGIC.length)
    if (statSync(path).isDirectory()) throw damaged(path, 'it is a folder')
    readSync(file, bytes, 0, bytes.length, 0)
    if (bytes.toString('latin1', MAGIC_AT) !== MAGIC) throw damaged(path, 'it does not begin like one')
  } finally {
    closeSync(file)
  }
}

/**
 * Of a page's rows up to so many places are looked up one by one; by its own measure the engine does so for 50, and for one more it reads
 * whatever lies between the first and the last.
 */
const READING = { access_mode: 'READ_ONLY', dynamic_or_filter_threshold: '5000' }
const WRITING = { access_mode: 'READ_WRITE' }

const openInstance = async (path: string, writing: boolean): Promise<DuckDBInstance> => {
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api')
  return Instance.create(path, writing ? WRITING : READING)
}

/** Decided before anything is awaited, so that two who come at once do not both find the file free. */
const share = (path: string, writing: boolean): Opened => {
  const present = opened.get(path)
  if (present && (writing || present.writing)) throw busy(path, null)
  const shared = present ?? { instance: openInstance(path, writing), writing, users: 0 }
  shared.users += 1
  opened.set(path, shared)
  return shared
}

const release = async (path: string, shared: Opened): Promise<void> => {
  shared.users -= 1
  if (shared.users > 0) return
  opened.delete(path)
  const instance = await shared.instance.catch(() => null)
  instance?.closeSync()
}

const canonicalPath = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

const connect = (path: string, shared: Opened, connection: DuckDBConnection): Engine => ({
  path,
  dialect: duckdb,
  rows: async <Row>(sql: string, parameters: Parameters = {}) => {
    try {
      return (await connection.runAndReadAll(sql, { ...parameters })).getRowObjectsJson() as Row[]
    } catch (error) {
      throw queryFailure(path, error)
    }
  },
  columns: async (sql, parameters = {}) => {
    try {
      return (await connection.runAndReadAll(sql, { ...parameters })).getColumns()
    } catch (error) {
      throw queryFailure(path, error)
    }
  },
  run: async (sql, parameters = {}) => {
    try {
      await connection.run(sql, { ...parameters })
    } catch (error) {
      throw queryFailure(path, error)
    }
  },
  append: async table => {
    const appender = await connection.createAppender(table)
    const addText = (text: string | null): void =>
      text === null ? appender.appendNull() : appender.appendVarchar(text)
    return {
      add: (file, line, text, problem) => {
        appender.appendInteger(file)
        appender.appendBigInt(BigInt(line))
        addText(text)
        addText(problem)
        appender.endRow()
      },
      flush: () => appender.flushSync(),
      close: () => appender.closeSync(),
    }
  },
  beside: async () => {
    const another = await (await shared.instance).connect()
    shared.users += 1
    return connect(path, shared, another)
  },
  interrupt: () => connection.interrupt(),
  close: async () => {
    connection.closeSync()
    await release(path, shared)
  },
})

/** What an import that was killed had written to disk for want of memory; only who holds the lock may take it away. */
const sweepSpill = (path: string): void => rmSync(`${path}.tmp`, { recursive: true, force: true })

/** Opens a record's file. For reading it must exist; for writing it is made, and nobody else may have it open. */
export const openEngine = async (given: string, writing: boolean): Promise<Engine> => {
  const path = canonicalPath(given)
  if (!writing || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0) checkMagic(path)
  const shared = share(path, writing)
  try {
    const connection = await (await shared.instance).connect()
    if (writing) sweepSpill(path)
    return connect(path, shared, connection)
  } catch (error) {
    await release(path, shared)
    throw openingFailure(path, error)
  }
}
