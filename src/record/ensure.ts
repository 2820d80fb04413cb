import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ImportProgress } from './import-report.ts'
import { makeFolderOf } from './make-folder.ts'
import { importChronology } from './refresh.ts'

const MAKING = '.making-'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What processes that were killed while making this record left behind. */
const sweep = (path: string): void => {
  const prefix = `${basename(path)}${MAKING}`
  for (const name of readdirSync(dirname(path))) {
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (name.startsWith(prefix) && !isAlive(pid)) rmSync(join(dirname(path), name), { force: true })
  }
}

/** Puts the finished file in its place unless another process was first: a link, unlike a rename, overwrites nothing. */
const place = (made: string, path: string): void => {
  try {
    linkSync(made, path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'EEXIST') renameSync(made, path)
  }
}

/**
 * A record that does not exist is made and filled with the shipped chronology, by the same import as anyone's file.
 * It appears under its name only when it is whole.
 */
export const ensureRecord = async (
  given: string,
  onProgress?: (progress: ImportProgress) => void,
): Promise<'made' | 'present'> => {
  const path = resolve(given)
  if (existsSync(path)) return 'present'
  makeFolderOf(path)
  sweep(path)
  const making = `${path}${MAKING}${process.pid}-${randomUUID()}`
  try {
    await importChronology(making, onProgress)
    place(making, path)
  } finally {
    rmSync(making, { force: true })
    rmSync(`${making}.wal`, { force: true })
  }
  return 'made'
}
