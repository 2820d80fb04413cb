/**
 * Reads sentences with all cores: stretches of them go to threads, and come back in their order, the same as one thread reads them. No more
 * stretches are under way than keep the threads busy, so that memory stays flat on endless input.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { sentencesOf } from '../analyse.ts'
import type { Sentence, Word } from '../document.ts'
import { type PackedReadings, packWords, unpackReadings } from './packed.ts'

export interface ParseAllOptions {
  /** By default as many as there are cores, and no more than pay. */
  readonly threads?: number
}

/** Beyond these, one thread that hands out and writes is what the others wait for. */
const MOST_THREADS = 8
/** Stretches under way for each thread: one being read, one that waits. */
const AHEAD = 2

type Stretch = readonly (readonly Word[])[]

/** Each stretch of sentences, tagged and parsed, in the order given. */
export async function* parseAll(
  stretches: Iterable<Stretch> | AsyncIterable<Stretch>,
  { threads = Math.min(MOST_THREADS, availableParallelism()) }: ParseAllOptions = {},
): AsyncGenerator<Sentence[]> {
  if (!(Number.isInteger(threads) && threads > 0)) throw new RangeError(`threads must be 1 or more, not ${threads}`)
  const pool = Array.from({ length: threads }, parsingThread)
  const underWay: Promise<Sentence[]>[] = []
  let next = 0
  try {
    for await (const stretch of stretches) {
      const thread = pool[next++ % threads] as ParsingThread
      const read = thread.read(stretch)
      // Whoever asks for it later is told; until then it is nobody's unhandled error.
      read.catch(() => {})
      underWay.push(read)
      if (underWay.length >= threads * AHEAD) yield await (underWay.shift() as Promise<Sentence[]>)
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<Sentence[]>)
  } finally {
    await Promise.all(pool.map(thread => thread.end()))
  }
}

interface ParsingThread {
  readonly read: (stretch: Stretch) => Promise<Sentence[]>
  readonly end: () => Promise<unknown>
}

const parsingThread = (): ParsingThread => {
  const worker = startWorker()
  const waiting: { readonly done: (readings: PackedReadings) => void; readonly failed: (error: unknown) => void }[] = []
  worker.on('message', (readings: PackedReadings) => waiting.shift()?.done(readings))
  const fail = (error: unknown) => {
    for (const { failed } of waiting.splice(0)) failed(error)
  }
  worker.on('error', fail)
  worker.on('exit', code => fail(new Error(`a parsing thread ended with code ${code}`)))
  const read: ParsingThread['read'] = async stretch => {
    const words = packWords(stretch.map(sentence => sentence.map(({ form }) => form)))
    const lengths = words.lengths.slice()
    const readings = await new Promise<PackedReadings>((done, failed) => {
      waiting.push({ done, failed })
      worker.postMessage(words, [words.ends.buffer, words.lengths.buffer])
    })
    return sentencesOf(stretch, unpackReadings(readings, lengths))
  }
  return { read, end: () => worker.terminate() }
}

/** What a thread makes is soon rubbish; left to itself it would keep a lot of it. */
const LITTLE = { maxYoungGenerationSizeMb: 8 }

const SOURCE = new URL('./parsing-thread.ts', import.meta.url).href

/** Beside the bundle it is a file of the bundle's; from the sources, as tests run, it needs the loader that tests have. */
const startWorker = (): Worker =>
  import.meta.url.endsWith('.ts')
    ? new Worker(`import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(SOURCE)})))`, {
        eval: true,
        resourceLimits: LITTLE,
      })
    : new Worker(new URL('./parsing-thread.js', import.meta.url), { resourceLimits: LITTLE })
