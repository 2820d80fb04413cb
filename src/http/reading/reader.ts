import { createHash } from 'node:crypto'
import type { Ledger } from '../../domain/index.ts'
import { type Kept, keep } from '../kept.ts'
import { HttpFailure } from '../problem.ts'
import type { Progress, Text } from './messages.ts'
import { type ReadingThread, readingThread } from './thread.ts'

/**
 * Texts → ledgers, beside the server's own thread. Two are read at once, so that a long one does not keep a short one waiting; a
 * few may wait, others are told to come back. Of texts read lately the ledgers are kept: a slider asks for the same one again and again.
 */
export interface ReadOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export interface Reader {
  /** Makes ready for the first text. */
  readonly warm: () => Promise<void>
  readonly read: (text: Text, options?: ReadOptions) => Promise<Ledger>
  /** Lets texts under way be read to their end; no other is taken. */
  readonly close: () => Promise<void>
}

const MOST_THREADS = 2
const MOST_WAITING = 16
/** A short text is read in this time; a guess is all that can be told of a long one. */
const RETRY_SECONDS = 5
/** Characters of the texts whose ledgers are kept. */
const KEPT_TEXTS = 2_000_000
const NEVER = new AbortController().signal
/** After a text its verdicts are worked out. */
const QUIET_MS = 3000

const full = (): HttpFailure =>
  new HttpFailure(503, 'busy', 'too many texts wait to be read', 'send it again in a few seconds', {
    'Retry-After': String(RETRY_SECONDS),
  })

const stopping = (): HttpFailure =>
  new HttpFailure(503, 'stopping', 'the server is being stopped', 'send the text again when it is back')

/** The same for the same text, whoever sends it. */
export const keyOf = ({ bytes, name, date }: Text): string =>
  createHash('sha256')
    .update(JSON.stringify([name, date]))
    .update(bytes)
    .digest('hex')

export const openReader = (mostWaiting = MOST_WAITING): Reader => {
  const ledgers: Kept<Ledger> = keep(KEPT_TEXTS, ({ document }) => document.text.length)
  const threads: readonly ReadingThread[] = Array.from({ length: MOST_THREADS }, readingThread)
  const free = [...threads]
  /** Each is handed the next thread that falls free, in the order of coming. */
  const queue: ((thread: ReadingThread) => void)[] = []
  const underWay = new Set<Promise<Ledger>>()
  let closed = false

  /** Made ready for two who come at once, but not while the first is being answered. */
  const warmLater = (thread: ReadingThread | undefined): void => {
    const quiet = setTimeout(() => {
      if (!closed && thread !== undefined && free.includes(thread)) void thread.warm()
    }, QUIET_MS)
    quiet.unref()
  }

  const turn = (signal: AbortSignal): Promise<ReadingThread> => {
    signal.throwIfAborted()
    if (closed) throw stopping()
    const thread = free.shift()
    if (thread) return Promise.resolve(thread)
    if (queue.length >= mostWaiting) throw full()
    return new Promise((resolve, reject) => {
      const come = (next: ReadingThread): void => {
        signal.removeEventListener('abort', leave)
        resolve(next)
      }
      const leave = (): void => {
        queue.splice(queue.indexOf(come), 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      queue.push(come)
    })
  }

  const done = (thread: ReadingThread): void => {
    const next = queue.shift()
    // The one that read last is warm.
    if (next) next(thread)
    else free.unshift(thread)
    warmLater(free[1])
  }

  const readAnew = async (text: Text, { signal = NEVER, onProgress = () => {} }: ReadOptions): Promise<Ledger> => {
    const thread = await turn(signal)
    try {
      return await thread.read(text, signal, onProgress)
    } finally {
      done(thread)
    }
  }

  const read: Reader['read'] = async (text, options = {}) => {
    const key = keyOf(text)
    const known = ledgers.get(key)
    if (known) return known
    const reading = readAnew(text, options)
    underWay.add(reading)
    try {
      const ledger = await reading
      ledgers.set(key, ledger)
      return ledger
    } finally {
      underWay.delete(reading)
    }
  }

  return {
    warm: async () => threads[0]?.warm(),
    read,
    close: async () => {
      closed = true
      await Promise.allSettled(underWay)
      await Promise.all(threads.map(thread => thread.end()))
    },
  }
}
