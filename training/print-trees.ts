/** Prints the trees of a text for reading by eye: `tsx training/print-trees.ts "A sentence."` or a file's path. */
import { existsSync, readFileSync } from 'node:fs'
import { analyse } from '../src/text/index.ts'

const argument = process.argv.slice(2).join(' ')
const text = existsSync(argument) ? readFileSync(argument, 'utf8') : argument

for (const { tokens } of analyse(text).sentences) {
  for (const { i, form, lemma, upos, xpos, head, deprel, feats } of tokens) {
    const features = Object.entries(feats).map(([name, value]) => `${name}=${value}`)
    const cells = [
      `${i}`.padStart(3),
      form.padEnd(18),
      lemma.padEnd(16),
      upos.padEnd(6),
      xpos.padEnd(6),
      deprel.padEnd(12),
    ]
    console.log(...cells, (tokens[head]?.form ?? '–').padEnd(14), features.join(' '))
  }
  console.log()
}
