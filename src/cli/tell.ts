import { EXIT, Failure } from '../domain/index.ts'
import { printable } from '../report/index.ts'

/** Whatever is no Failure was foreseen by nobody. */
const defect = (error: unknown): Failure =>
  new Failure(
    EXIT.defect,
    `a defect of ours: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    'please report it with what the same command prints with --debug; your record is as it was',
  )

const GENERAL_HINT = 'see detente --help'

/** An error on stderr, one line and a hint line, with the stack only when asked for. Gives the exit code. */
export const tell = (error: unknown, debug: boolean): number => {
  const { exitCode, message, hint } = error instanceof Failure ? error : defect(error)
  process.stderr.write(`detente: ${printable(message)}\n  ${printable(hint ?? GENERAL_HINT)}\n`)
  if (debug) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return exitCode
}
