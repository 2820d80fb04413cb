import { constants } from 'node:os'
import { Failure } from '../domain/index.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** The exit code by which shells know that a signal ended a process. */
const codeOf = (signal: (typeof SIGNALS)[number]): number => 128 + constants.signals[signal]

/** Work that Ctrl-C asks to stop and that stops without a trace; pressed again, it ends the process at once. */
export const interruptible = async <T>(
  work: (signal: AbortSignal) => Promise<T>,
  left: readonly [what: string, hint: string] = [
    'nothing was imported',
    'the record is as it was; run the same command again',
  ],
): Promise<T> => {
  const stop = new AbortController()
  const heed = (signal: (typeof SIGNALS)[number]): void => stop.abort(signal)
  for (const signal of SIGNALS) process.once(signal, heed)
  try {
    return await work(stop.signal)
  } catch (error) {
    if (!stop.signal.aborted) throw error
    throw new Failure(codeOf(stop.signal.reason), `interrupted: ${left[0]}`, left[1])
  } finally {
    for (const signal of SIGNALS) process.off(signal, heed)
  }
}
