/**
 * Parses a text with one thread or more and prints what it took, as JSON: `tsx bench/parser-threads.ts FILE THREADS`. `parser.ts` runs it as
 * built, for that is what users run: from the sources each thread needs the loader of TypeScript besides.
 */
import { readFileSync } from 'node:fs'
import { capitalsOf, parseAll, wordsOf } from '../src/text/index.ts'

/** Seconds by the clock, of processor, and those in which the main thread waited; the peak of memory in MB. */
export interface Took {
  readonly clock: number
  readonly cpu: number
  readonly idle: number
  readonly peak: number
}

const [file, threads = '1'] = process.argv.slice(2)
if (file === undefined) {
  console.error('usage: tsx bench/parser-threads.ts FILE THREADS')
  process.exit(2)
}

/** As `detente parse` takes them. */
const STRETCH = 64
const words = wordsOf(readFileSync(file, 'utf8'))
const stretches = Array.from({ length: Math.ceil(words.length / STRETCH) }, (_, i) =>
  words.slice(i * STRETCH, (i + 1) * STRETCH),
)
const from = performance.now()
const cpuFrom = process.cpuUsage()
const { idle } = performance.eventLoopUtilization()
for await (const _ of parseAll(stretches, { threads: Number(threads), capitals: capitalsOf(words) }));
const { user, system } = process.cpuUsage(cpuFrom)
const took: Took = {
  clock: (performance.now() - from) / 1000,
  cpu: (user + system) / 1e6,
  idle: (performance.eventLoopUtilization().idle - idle) / 1000,
  peak: process.resourceUsage().maxRSS / 1024,
}
console.log(JSON.stringify(took))
