import { randomUUID } from 'node:crypto'
import { HttpFailure, type Problem, problemOf } from './problem.ts'

/**
 * Long work as jobs: begun, followed, cancelled, and forgotten some time after their end. One design for all kinds of work: a job's
 * document is its id, its state, what it tells of itself meanwhile, and the problem where it failed.
 */

export type JobState = 'running' | 'done' | 'failed' | 'cancelled'

/** What is common to the documents of all kinds of jobs. */
export interface Job {
  readonly schema: 'detente.job/1'
  readonly id: string
  readonly state: JobState
  /** Why it failed, where it did. */
  readonly problem: Problem | null
}

/** What a kind of work adds to the document. */
export type Telling<J extends Job> = Omit<J, keyof Job>

/** What work is given: when to stop, and how to tell how far it has come. */
export interface Task<J extends Job> {
  readonly signal: AbortSignal
  readonly tell: (change: Partial<Telling<J>>) => void
}

export interface Outcome<J extends Job, R> {
  /** Kept as long as the job is. */
  readonly result: R
  /** What the document says from then on. */
  readonly says?: Partial<Telling<J>>
}

type Work<J extends Job, R> = (task: Task<J>) => Promise<Outcome<J, R>>

export interface Jobs<J extends Job, R> {
  /** How many are running. */
  readonly running: () => number
  readonly start: (first: Telling<J>, work: Work<J, R>) => J
  readonly find: (id: string) => J | null
  /** Of a job that is done; one that failed throws what it failed of. */
  readonly result: (id: string) => R | null
  /** Resolves when the job has moved on from a state that was seen; at once when it has ended. */
  readonly moved: (id: string, seen: Job) => Promise<void>
  /** Someone looks on, until the function that comes back is called. */
  readonly follow: (id: string) => () => void
  /** Asks a running job to stop, and waits until it has. */
  readonly cancel: (id: string) => Promise<void>
  /** Cancels all, for the server's end. */
  readonly stop: () => Promise<void>
}

export interface JobRules {
  /** How many that are over can still be asked for. */
  readonly remembered: number
  /** How long. */
  readonly lifetime: number
  /** A job that was followed is cancelled when nobody has followed or asked for so long; null: it goes on by itself. */
  readonly abandoned: number | null
  /** Told of errors that are ours to mend. */
  readonly onDefect: (error: unknown) => void
}

interface Entry<J extends Job, R> {
  job: J
  readonly cancel: AbortController
  readonly waiting: Set<() => void>
  followers: number
  leaving: NodeJS.Timeout | undefined
  /** When it was over. */
  ended: number | null
  outcome: Outcome<J, R> | { readonly error: unknown } | null
  end: Promise<void>
}

export const makeJobs = <J extends Job, R>(rules: JobRules): Jobs<J, R> => {
  const entries = new Map<string, Entry<J, R>>()

  const forget = (): void => {
    const over = [...entries].filter(([, { ended }]) => ended !== null)
    const tooMany = over.length - rules.remembered
    over.forEach(([id, { ended }], i) => {
      if (i < tooMany || Date.now() - (ended ?? 0) > rules.lifetime) entries.delete(id)
    })
  }

  const move = (entry: Entry<J, R>, change: Partial<J>): void => {
    entry.job = { ...entry.job, ...change }
    for (const tell of entry.waiting) tell()
    entry.waiting.clear()
  }

  const over = (entry: Entry<J, R>, outcome: Entry<J, R>['outcome'], change: Partial<Job>): void => {
    clearTimeout(entry.leaving)
    entry.leaving = undefined
    Object.assign(entry, { ended: Date.now(), outcome })
    move(entry, change as Partial<J>)
    forget()
  }

  const run = async (entry: Entry<J, R>, work: Work<J, R>): Promise<void> => {
    const { signal } = entry.cancel
    try {
      const outcome = await work({ signal, tell: change => move(entry, change as Partial<J>) })
      over(entry, outcome, { ...outcome.says, state: 'done' })
    } catch (error) {
      if (signal.aborted) {
        over(entry, null, { state: 'cancelled' })
        return
      }
      const problem = problemOf(error)
      if (problem.status === 500) rules.onDefect(error)
      over(entry, { error }, { state: 'failed', problem })
    }
  }

  const get = (id: string): Entry<J, R> | undefined => {
    forget()
    const entry = entries.get(id)
    entry?.leaving?.refresh()
    return entry
  }

  return {
    running: () => [...entries.values()].filter(({ ended }) => ended === null).length,
    start: (first, work) => {
      const id = randomUUID()
      const entry: Entry<J, R> = {
        job: { schema: 'detente.job/1', id, state: 'running', problem: null, ...first } as unknown as J,
        cancel: new AbortController(),
        waiting: new Set(),
        followers: 0,
        leaving: undefined,
        ended: null,
        outcome: null,
        end: Promise.resolve(),
      }
      entries.set(id, entry)
      entry.end = run(entry, work)
      return entry.job
    },
    find: id => get(id)?.job ?? null,
    result: id => {
      const outcome = get(id)?.outcome ?? null
      if (outcome === null) return null
      if ('error' in outcome) throw outcome.error
      return outcome.result
    },
    moved: async (id, seen) => {
      const entry = get(id)
      if (!entry || entry.job !== seen || entry.ended !== null) return
      await new Promise<void>(resolve => entry.waiting.add(resolve))
    },
    follow: id => {
      const entry = get(id)
      if (!entry) return () => {}
      entry.followers += 1
      clearTimeout(entry.leaving)
      entry.leaving = undefined
      return () => {
        entry.followers -= 1
        if (entry.followers > 0 || entry.ended !== null || rules.abandoned === null) return
        entry.leaving = setTimeout(() => entry.cancel.abort(), rules.abandoned)
      }
    },
    cancel: async id => {
      const entry = get(id)
      entry?.cancel.abort()
      await entry?.end
    },
    stop: async () => {
      for (const { cancel, end } of [...entries.values()]) {
        cancel.abort()
        await end
      }
    },
  }
}

export const stopping = (hint: string): HttpFailure =>
  new HttpFailure(503, 'stopping', 'the server is being stopped', hint)
