/** Parses a text with one thread or more and prints the peak of its memory in MB: `tsx bench/parser-memory.ts FILE THREADS`; for `parser.ts`. */
import { readFileSync } from 'node:fs'
import { parseAll, wordsOf } from '../src/text/index.ts'

const [file, threads = '1'] = process.argv.slice(2)
if (file === undefined) {
  console.error('usage: tsx bench/parser-memory.ts FILE THREADS')
  process.exit(2)
}

/** As `detente parse` takes them. */
const STRETCH = 64
const words = wordsOf(readFileSync(file, 'utf8'))
const stretches = Array.from({ length: Math.ceil(words.length / STRETCH) }, (_, i) =>
  words.slice(i * STRETCH, (i + 1) * STRETCH),
)
for await (const _ of parseAll(stretches, { threads: Number(threads) }));
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
