/**
 * Reads sentences with all cores: the thread that asks reads, and others beside it. What comes back stands in its order and is the same as
 * one thread reads. No more stretches are under way than keep the threads busy, so that memory stays flat on endless input.
 */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { analyseWords, sentencesOf } from '../analyse.ts'
import type { Capitals } from '../capitals.ts'
import type { Sentence, Word } from '../document.ts'
import { type PackedReadings, packWords, unpackReadings } from './packed.ts'

export interface ParseAllOptions {
  /** The caller's own is one of them. By default as many as there are cores, and no more than pay. */
  readonly threads?: number
  /** How the whole document writes its words; without it each stretch speaks for itself. */
  readonly capitals?: Capitals
}

/** Beyond these, one thread that hands out and writes is what the others wait for. */
const MOST_THREADS = 8
/** Stretches that each helper has before it: one being read, one that waits. */
const AHEAD = 2
/** Stretches for each thread that may be read before an earlier one is, as when a helper starts or its core is busy. */
const WAITING = 8

type Stretch = readonly (readonly Word[])[]

/** A stretch under way: `read` is there once it is. */
interface UnderWay {
  readonly done: Promise<Sentence[]>
  read?: Sentence[]
}

/**
 * Each stretch of sentences, tagged and parsed, in the order given. Helpers are kept busy first; the caller's thread reads what they have
 * no room for, so that all cores end at about the same time, and its event loop turns between two stretches.
 */
export async function* parseAll(
  stretches: Iterable<Stretch> | AsyncIterable<Stretch>,
  { threads = Math.min(MOST_THREADS, availableParallelism()), capitals }: ParseAllOptions = {},
): AsyncGenerator<Sentence[]> {
  if (!(Number.isInteger(threads) && threads > 0)) throw new RangeError(`threads must be 1 or more, not ${threads}`)
  const helpers = Array.from({ length: threads - 1 }, parsingThread)
  const underWay: UnderWay[] = []
  try {
    for await (const stretch of stretches) {
      const helper = helpers.find(({ waiting }) => waiting() < AHEAD)
      if (helper) underWay.push(handedTo(helper, stretch, capitals))
      else {
        underWay.push(readHere(stretch, capitals))
        await setImmediate()
      }
      while (underWay[0]?.read || underWay.length >= threads * WAITING) yield await (underWay.shift() as UnderWay).done
    }
    for (const { done } of underWay) yield await done
  } finally {
    await Promise.all(helpers.map(helper => helper.end()))
  }
}

const readHere = (stretch: Stretch, capitals: Capitals | undefined): UnderWay => {
  const read = analyseWords(stretch, capitals ? { capitals } : {})
  return { done: Promise.resolve(read), read }
}

const handedTo = (helper: ParsingThread, stretch: Stretch, capitals: Capitals | undefined): UnderWay => {
  const handed: UnderWay = { done: helper.read(stretch, capitals) }
  handed.done.then(
    read => {
      handed.read = read
    },
    // Whoever asks for it later is told; until then it is nobody's unhandled error.
    () => {},
  )
  return handed
}

interface ParsingThread {
  /** Stretches that it has not answered yet. */
  readonly waiting: () => number
  readonly read: (stretch: Stretch, capitals: Capitals | undefined) => Promise<Sentence[]>
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
  const read: ParsingThread['read'] = async (stretch, capitals) => {
    const words = packWords(stretch.map(sentence => sentence.map(({ form }) => form)))
    const lengths = words.lengths.slice()
    const readings = await new Promise<PackedReadings>((done, failed) => {
      waiting.push({ done, failed })
      worker.postMessage(words, [words.ends.buffer, words.lengths.buffer])
    })
    return sentencesOf(stretch, unpackReadings(readings, lengths), capitals)
  }
  return { waiting: () => waiting.length, read, end: () => worker.terminate() }
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
