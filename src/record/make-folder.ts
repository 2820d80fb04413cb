import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { recordFailure } from '../domain/index.ts'

const make = (folder: string): void => {
  if (existsSync(folder)) return
  make(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
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
