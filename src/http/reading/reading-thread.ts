import { parentPort } from 'node:worker_threads'
import { readLedger } from '../../claims/index.ts'
import { documentFromBytes } from '../../documents/index.ts'
import { Failure } from '../../domain/index.ts'
import { FIRST_WORDS } from './first-words.ts'
import type { Answer, Progress, Ready, Text } from './messages.ts'

/**
 * The thread that reads texts, one at a time. Reading takes all of a core and cannot be broken off, so that it happens beside the
 * server: questions are answered meanwhile, and whoever cancels ends the thread.
 */

const answerTo = async ({ bytes, name, date }: Text, onProgress: (progress: Progress) => void): Promise<Answer> => {
  try {
    const document = await documentFromBytes(bytes, name, (done, total) => onProgress({ step: 'pages', done, total }))
    return { ledger: readLedger(document, { date, onProgress: told => onProgress({ step: 'sentences', ...told }) }) }
  } catch (error) {
    if (!(error instanceof Failure)) return { defect: error }
    return { failure: { exitCode: error.exitCode, message: error.message, hint: error.hint } }
  }
}

const post = (answer: Answer | Ready): void => parentPort?.postMessage(answer)

await answerTo(FIRST_WORDS, () => {})
post({ ready: true })
parentPort?.on('message', (text: Text) => {
  void answerTo(text, progress => post({ progress })).then(post)
})
