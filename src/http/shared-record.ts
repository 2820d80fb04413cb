import { recordFailure } from '../domain/index.ts'
import { type OpenRecord, openRecord } from '../record/index.ts'
import { type KeptResults, keepResults } from './kept-results.ts'
import { steadyReader } from './steady-reader.ts'

/**
 * The record that all requests read. It is open for reading only; an import of the server's own has it alone: it waits for
 * the questions under way, closes it, and the next question opens it anew.
 */
export interface SharedRecord {
  readonly path: string
  /** What was found in the record as it is; empty again after each import. */
  readonly kept: () => KeptResults
  readonly use: <T>(work: (record: OpenRecord) => Promise<T>) => Promise<T>
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Most imports are shorter; whoever asks during a longer one is told to come back. */
const PATIENCE_MS = 3000

const busy = () => recordFailure('the record is taking in an import', 'ask again in a few seconds; nothing is lost')

/** Whether something ends before patience does. */
const endsInTime = async (end: Promise<void>, patience: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(resolve => {
    timer = setTimeout(() => resolve(false), patience)
  })
  try {
    return await Promise.race([end.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

export const shareRecord = (path: string, patience = PATIENCE_MS): SharedRecord => {
  let record: Promise<OpenRecord> | null = null
  let importing: Promise<void> | null = null
  const questions = new Set<Promise<unknown>>()
  let kept = keepResults(path)

  /** A record that could not be opened is tried again by the next who asks: another process may hold it for a while. */
  const opened = (): Promise<OpenRecord> => {
    if (record === null) {
      const opening = openRecord(path).then(open => steadyReader(open, path))
      record = opening
      opening.catch(() => {
        record = null
      })
    }
    return record
  }

  const use: SharedRecord['use'] = async work => {
    while (importing !== null) if (!(await endsInTime(importing, patience))) throw busy()
    const question = opened().then(work)
    questions.add(question)
    try {
      return await question
    } finally {
      questions.delete(question)
    }
  }

  const close = async (): Promise<void> => {
    await Promise.allSettled(questions)
    const closing = record
    record = null
    kept = keepResults(path)
    await closing?.then(
      open => open.close(),
      () => undefined,
    )
  }

  const alone: SharedRecord['alone'] = async work => {
    if (importing !== null) throw busy()
    let end = (): void => {}
    importing = new Promise(resolve => {
      end = resolve
    })
    try {
      await close()
      return await work()
    } finally {
      importing = null
      kept = keepResults(path)
      end()
    }
  }

  return {
    path,
    kept: () => kept,
    use,
    alone,
    close,
  }
}
