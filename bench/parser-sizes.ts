/**
 * How accuracy and speed go with the size of the network: `npx tsx bench/parser-sizes.ts FOLDER ...`, each with a `reader.bin` of its own (`npm run
 * train:parser -- --sizes` makes them). The kernel and the word tables are those that ship, which is the last row. Shares are of the development
 * sets with gold words, which no network learned from; the speed is of processor time, the better of two readings.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadEnglish, MODEL_FILES } from '../src/text/english.ts'
import { decodeModel } from '../src/text/neural/model-file.ts'
import { readTreebank } from '../training/conllu.ts'

const SHIPPED = 'data/models/english'
const TREEBANKS = ['ewt', 'gum'].map(name => `../shared/data/ud-english/${name}-dev.conllu.gz`)
const folders = process.argv.slice(2)
const absent = [...TREEBANKS, ...folders.map(folder => join(folder, MODEL_FILES.reader))].find(
  path => !existsSync(path),
)
if (absent !== undefined) {
  console.error(
    `${absent} is absent: this bench needs the UD treebanks, and folders that train:parser -- --sizes made.`,
  )
  process.exit(1)
}

const treebanks = TREEBANKS.map(readTreebank)
const percent = (share: number) => (100 * share).toFixed(2)

const measure = (folder: string) => {
  const reader = join(folder, MODEL_FILES.reader)
  const { read } = loadEnglish(name => (name === MODEL_FILES.reader ? reader : join(SHIPPED, name)))
  let speed = 0
  const shares = treebanks.flatMap(sentences => {
    const forms = sentences.map(({ words }) => words.map(({ form }) => form))
    const count = forms.flat().length
    let readings = read(forms)
    for (let time = 0; time < 2; time++) {
      const from = process.cpuUsage()
      readings = read(forms)
      const { user, system } = process.cpuUsage(from)
      speed = Math.max(speed, (count * 1e6) / (user + system))
    }
    const right = { upos: 0, uas: 0, las: 0 }
    sentences.forEach(({ words }, s) => {
      words.forEach((gold, i) => {
        if (readings[s]?.tags[i]?.upos === gold.upos) right.upos++
        if (readings[s]?.arcs[i]?.head !== gold.head) return
        right.uas++
        if (readings[s]?.arcs[i]?.deprel === gold.deprel) right.las++
      })
    })
    return [right.upos, right.uas, right.las].map(n => percent(n / count))
  })
  const { hidden } = decodeModel(readFileSync(reader)).header.sizes
  const megabytes = (statSync(reader).size / 1e6).toFixed(1)
  return [basename(folder), `2 × ${hidden}`, megabytes, String(Math.round(speed / 100) * 100), ...shares]
}

const rows = [
  ['network', 'units', 'MB', 'words/s', 'EWT UPOS', 'UAS', 'LAS', 'GUM UPOS', 'UAS', 'LAS'],
  ...[...folders, SHIPPED].map(measure),
]
for (const row of rows) console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(9))).join(' '))
