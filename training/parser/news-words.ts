/**
 * Cuts news into sentences and words for `label.py`: `tsx news-words.ts NEWS.tsv.gz OUT.txt.gz [WORDS]`. Items are taken at even steps through
 * the years until there are about WORDS words; one sentence a line, words parted by blanks.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { wordsOf } from '../../src/text/index.ts'

const [news, out, wanted = '400000'] = process.argv.slice(2)
if (news === undefined || out === undefined) {
  console.error('usage: tsx training/parser/news-words.ts NEWS.tsv.gz OUT.txt.gz [WORDS]')
  process.exit(2)
}

/** Sentences outside these lengths teach little: captions, and lists that only look like sentences. */
const [SHORTEST, LONGEST] = [4, 60]
/** A step without a common divisor with the number of items visits each of them once. */
const STEP = 7_919

const items = gunzipSync(readFileSync(news)).toString('utf8').split('\n').filter(Boolean)
const lines: string[] = []
let words = 0
for (let n = 0, at = 0; n < items.length && words < Number(wanted); n++, at = (at + STEP) % items.length) {
  for (const sentence of wordsOf((items[at] as string).split('\t')[1] ?? '')) {
    if (sentence.length < SHORTEST || sentence.length > LONGEST) continue
    lines.push(sentence.map(({ form }) => form).join(' '))
    words += sentence.length
  }
}
writeFileSync(out, gzipSync(`${lines.join('\n')}\n`))
console.log(`${lines.length} sentences, ${words} words`)
