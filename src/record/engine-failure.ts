import { existsSync } from 'node:fs'
import { Failure, inputFailure, recordFailure } from '../domain/index.ts'

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const busy = (path: string, pid: string | null): Failure =>
  recordFailure(
    `the record ${path} is busy: ${pid ? `process ${pid}` : 'this process'} has it open`,
    'readers work side by side, an import works alone: wait for the other command to end, then try again',
  )

export const damaged = (path: string, detail: string): Failure =>
  recordFailure(
    `the record ${path} is damaged or is no record: ${detail}`,
    'move the file away and import your files again; a record that does not exist is made anew',
  )

export const newer = (path: string, detail: string): Failure =>
  recordFailure(
    `the record ${path} was written by a newer version: ${detail}`,
    'update detente, or name another file with --record',
  )

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').slice(0, 200)

/** What the engine says about a file, in words for its user; null when it is not about the file. */
const fromMessage = (path: string, message: string): Failure | null => {
  const pid = /Conflicting lock is held.*\(PID (\d+)\)/s.exec(message)?.[1]
  if (pid || /Could not set lock/.test(message)) return busy(path, pid ?? null)
  if (/No space left|disk quota|ENOSPC|not enough (disk )?space|Could not write all bytes/i.test(message))
    return recordFailure(
      `no space left on the disk of the record ${path}`,
      'nothing was changed: free some space and run the same command again',
    )
  if (/Permission denied|EACCES|Read-only file system|EROFS/i.test(message))
    return recordFailure(
      `the record ${path} cannot be opened: no permission`,
      'check its owner, or name another file with --record',
    )
  if (/version number (\d+)/.test(message) && /newer|can only read|older/i.test(message))
    return newer(path, firstLine(message))
  return null
}

/** An error on opening: whatever is not one of the known reasons means that the file cannot be read as a record. */
export const openingFailure = (path: string, error: unknown): Failure => {
  if (error instanceof Failure) return error
  const known = fromMessage(path, text(error))
  if (known) return known
  if (!existsSync(path)) return recordFailure(`the record ${path} cannot be made: ${firstLine(text(error))}`)
  return damaged(path, firstLine(text(error)))
}

/** An error in a query: about the file (damaged, full disk), about a file being imported, or a defect of ours. */
export const queryFailure = (path: string, error: unknown): unknown => {
  if (error instanceof Failure) return error
  const message = text(error)
  const known = fromMessage(path, message)
  if (known) return known
  if (
    /checksum|corrupt|Could not read enough bytes|Failed to deserialize|Serialization Error|invalidated/i.test(message)
  )
    return damaged(path, firstLine(message))
  if (/parquet|gzip|zstd/i.test(message) && /IO Error|Invalid Input|Invalid Error/.test(message))
    return inputFailure(firstLine(message))
  return error
}

/**
 * The engine (1.5.6) stumbles over bytes that are no UTF-8 when only some columns of a table are read, and is fine when all are.
 * Whoever sees this closes it and starts anew, reading all.
 */
export const engineStumbled = (error: unknown): boolean =>
  /INTERNAL Error: Attempted to access index \d+ within vector of size/.test(text(error))
