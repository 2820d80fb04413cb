import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Failure, type Ledger } from '../../domain/index.ts'
import type { Answer, Progress, Ready, Text } from './messages.ts'

/** A thread that reads one text at a time. */
export interface ReadingThread {
  /** Starts it, so that the first text finds it warm; resolves when it is, or has failed to be. */
  readonly warm: () => Promise<void>
  readonly read: (text: Text, signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Ledger>
  readonly end: () => Promise<void>
}

const SOURCE = new URL('./reading-thread.ts', import.meta.url).href

/** Beside the bundle it is a file of the bundle's; from the sources, as tests run, it needs the loader that tests have. */
const startWorker = (): Worker =>
  import.meta.url.endsWith('.ts')
    ? new Worker(`import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(SOURCE)})))`, {
        eval: true,
      })
    : new Worker(new URL('./reading-thread.js', import.meta.url))

const ledgerOf = (answer: Exclude<Answer, { progress: Progress }>): Ledger => {
  if ('ledger' in answer) return answer.ledger
  if ('failure' in answer) throw new Failure(answer.failure.exitCode, answer.failure.message, answer.failure.hint)
  throw answer.defect
}

/** Started anew after a text that was broken off or that it died of. */
export const readingThread = (): ReadingThread => {
  let worker: Worker | null = null
  let warm = Promise.resolve()

  const running = (): Worker => {
    if (worker !== null) return worker
    const started = startWorker()
    // A process that has nothing else to do may end.
    started.unref()
    // Whoever waits for an answer is told of the error; where nobody waits, the next text starts another thread.
    started.on('error', () => {})
    started.on('exit', () => {
      if (worker === started) worker = null
    })
    // Its first message is that it is ready.
    warm = new Promise(resolve => {
      started.once('message', () => resolve())
      started.once('exit', () => resolve())
    })
    worker = started
    return started
  }

  const end = async (): Promise<void> => {
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  const read: ReadingThread['read'] = async (text, signal, onProgress) => {
    try {
      const reader = running()
      reader.postMessage(text)
      const messages = on(reader, 'message', { signal, close: ['exit'] }) as AsyncIterable<[Answer | Ready]>
      for await (const [answer] of messages)
        if ('progress' in answer) onProgress(answer.progress)
        else if (!('ready' in answer)) return ledgerOf(answer)
      throw new Error('a reading thread ended before its text')
    } catch (error) {
      if (!signal.aborted) throw error
      await end()
      // Warm again by the time that the next text comes.
      running()
      throw signal.reason
    }
  }

  return {
    warm: () => {
      running()
      return warm
    },
    read,
    end,
  }
}
