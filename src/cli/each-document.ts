import { type DocumentInput, type ReadOptions, readDocuments } from '../documents/index.ts'
import { EXIT, Failure } from '../domain/index.ts'
import type { CommonOptions } from './command.ts'
import { tell } from './tell.ts'
import { progressFor } from './terminal.ts'

export const FILES = 'text, HTML or PDF files, folders, patterns in quotes, or - for standard input'

/**
 * Does the work for each document in turn. One that cannot be used is told and the others are done all the same;
 * the command then ends as for unusable input, so that nobody takes a part for the whole.
 */
export const eachDocument = async (
  files: readonly string[],
  options: CommonOptions,
  work: (document: DocumentInput) => Promise<void>,
  reading: Omit<ReadOptions, 'onUnusable'> = {},
): Promise<void> => {
  const progress = progressFor(options)
  const onUnusable = (failure: Failure): void => {
    progress.clear()
    tell(failure, options.debug === true)
    process.exitCode = EXIT.input
  }
  progress.say('reading …')
  try {
    for await (const document of readDocuments(files, { ...reading, onUnusable })) {
      progress.say(`${document.path} …`)
      try {
        await work(document)
      } catch (error) {
        if (!(error instanceof Failure) || error.exitCode !== EXIT.input) throw error
        onUnusable(error)
      }
    }
  } finally {
    progress.clear()
  }
}
