/** Exit codes of the contract, named after who has to act. */
export const EXIT = { done: 0, defect: 1, usage: 2, input: 3, record: 4, failOn: 5 } as const

/**
 * An error that is not ours to mend: one line that says what is wrong and what to do, then a hint.
 * Anything else that is thrown counts as a defect of ours (exit 1).
 */
export class Failure extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message)
    this.name = 'Failure'
  }
}

/** Wrong use: unknown option, country, day, format. */
export const usageFailure = (message: string, hint: string | null = null): Failure =>
  new Failure(EXIT.usage, message, hint)

/** Unusable input: missing, empty, binary, not English, too large. */
export const inputFailure = (message: string, hint: string | null = null): Failure =>
  new Failure(EXIT.input, message, hint)

/** Record busy, locked, of a newer version, damaged. */
export const recordFailure = (message: string, hint: string | null = null): Failure =>
  new Failure(EXIT.record, message, hint)
