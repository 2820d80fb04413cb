import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Failure } from '../domain/index.ts'
import { shippedPath } from '../shipped/index.ts'
import type { Engine } from './engine.ts'
import { importInputs } from './import.ts'
import type { ImportProgress } from './import-report.ts'

/**
 * The shipped chronology in a record. It grows from one version of the program to the next; a record that was filled with an older one
 * is given the newer, by the same import as anyone's file: what it holds already is a duplicate, what the newer one no longer says is
 * withdrawn.
 */
const NAME = 'data/chronology/events.jsonl'
const ORIGIN = 'chronology'

const shipped = (): string => shippedPath('chronology', 'events.jsonl')

export const importChronology = async (
  path: string,
  onProgress?: (progress: ImportProgress) => void,
): Promise<void> => {
  await importInputs(path, [{ path: shipped(), name: NAME }], {
    format: 'detente',
    origin: ORIGIN,
    complete: true,
    ...(onProgress ? { onProgress } : {}),
  })
}

let fingerprint: string | null = null
const fingerprintOfShipped = (): string => {
  fingerprint ??= createHash('sha256').update(readFileSync(shipped())).digest('hex')
  return fingerprint
}

/** Whether a record holds a shipped chronology, but not the one of this program; a record without any is its owner's affair. */
export const isOutdated = async (engine: Engine): Promise<boolean> => {
  const held = await engine.rows<{ sha256: string }>(
    'select sha256 from files where path = $path and origin = $origin',
    {
      path: NAME,
      origin: ORIGIN,
    },
  )
  return held.length > 0 && held.every(({ sha256 }) => sha256 !== fingerprintOfShipped())
}

/** Gives a record the chronology of this program. Where it cannot be written now (others read it, or it is not ours), it is read as it is. */
export const refresh = async (path: string): Promise<void> => {
  try {
    await importChronology(path)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}
