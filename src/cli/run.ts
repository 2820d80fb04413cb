import { CommanderError } from 'commander'
import { EXIT } from '../domain/index.ts'
import { heedClosedPipes } from './output.ts'
import { program } from './program.ts'
import { tell } from './tell.ts'

/** One call of the command line. The exit code is set, not forced, so that everything written still goes out. */
export const run = async (words: readonly string[]): Promise<void> => {
  const debug = words.includes('--debug')
  heedClosedPipes()
  process.on('uncaughtException', error => process.exit(tell(error, debug)))
  try {
    await program(words)
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === EXIT.done) return
    process.exitCode = tell(error, debug)
  }
}
