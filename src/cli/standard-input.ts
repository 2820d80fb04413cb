import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { InputFile } from '../record/index.ts'

const NAME = 'standard input'

/** An import reads its files more than once, so standard input is laid down in a file that is gone afterwards. */
export const withStandardInput = async <T>(
  files: readonly string[],
  signal: AbortSignal,
  work: (inputs: readonly InputFile[]) => Promise<T>,
): Promise<T> => {
  if (!files.includes('-')) return work(files.map(path => ({ path, name: path })))
  const folder = await mkdtemp(join(tmpdir(), 'detente-'))
  try {
    const copy = join(folder, 'input')
    await pipeline(process.stdin, createWriteStream(copy), { signal })
    return await work(files.map(path => (path === '-' ? { path: copy, name: NAME } : { path, name: path })))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
