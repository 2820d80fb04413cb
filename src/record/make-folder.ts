import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { recordFailure } from '../domain/index.ts'

const make = (folder: string): void => {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (!found) make(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have been faster; a file of that name is in the way for good.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** The folder of a record, with those above it. Step by step: Node's recursive way never returns on /proc. */
export const makeFolderOf = (path: string): void => {
  try {
    make(dirname(resolve(path)))
  } catch (error) {
    throw recordFailure(
      `no folder can be made for the record ${path} (${(error as NodeJS.ErrnoException).code})`,
      'name another file with --record or DETENTE_RECORD',
    )
  }
}
