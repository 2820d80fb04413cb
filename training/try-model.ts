/**
 * Loads a model that was made for a try and holds it against what PyTorch read with the same weights: `tsx try-model.ts FOLDER
 * FIXTURE.json`. Ends with 1 when they differ in more than rounding can explain.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnglish } from '../src/text/english.ts'

const [folder, fixtureFile] = process.argv.slice(2)
if (folder === undefined || fixtureFile === undefined) {
  console.error('usage: tsx training/try-model.ts FOLDER FIXTURE.json')
  process.exit(2)
}

/** Of so few lessons, many scores lie so close that 8 bits turn them; by chance, hardly one in a hundred would be alike. */
const LEAST_ALIKE = 0.5

const { sentences } = JSON.parse(readFileSync(fixtureFile, 'utf8')) as {
  sentences: { forms: string[]; tags: string[] }[]
}
const { read, lemma } = loadEnglish(name => join(folder, name))
const own = 'The envoys met in Lima .'.split(' ')
const [reading] = read([own])
console.log(
  own
    .map((form, i) => `${form}/${reading?.tags[i]?.upos}/${lemma(form, reading?.tags[i] ?? { upos: 'X', xpos: 'FW' })}`)
    .join(' '),
)

const readings = read(sentences.map(({ forms }) => forms))
const pairs = sentences.flatMap(({ tags }, s) =>
  tags.map((tag, i) => [tag, `${readings[s]?.tags[i]?.upos} ${readings[s]?.tags[i]?.xpos}`] as const),
)
const alike = pairs.filter(([wanted, found]) => wanted === found).length
console.log(`${alike} of ${pairs.length} tags as PyTorch reads them`)
if (alike < LEAST_ALIKE * pairs.length) process.exitCode = 1
