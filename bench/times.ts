/**
 * How well times are read, against sentences of our own (data/times/sentences.yaml) and news labelled by hand (TimeBank and AQUAINT), with
 * chrono-node as the peer.
 * Run: `npx tsx bench/times.ts [FOLDER]`; without the labelled texts it says so and ends well. Patterns were tuned on the documents
 * of the "tuned" row alone; the "held out" row is what to believe. Dated points only, by interval; durations and sets count
 * neither for nor against.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import * as chrono from 'chrono-node'
import { readTimes } from '../src/text/times/index.ts'
import { labelledSentences, labelOf } from '../src/text/times/labelled-sentences.fixture.ts'
import { type GoldDocument, type ReadTime, score } from './times-score.ts'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../shared/data/timex', import.meta.url))
const file = join(folder, 'timebank-aquaint.jsonl.gz')

/** Some creation times carry a clock time. */
const withPlainDate = (document: GoldDocument): GoldDocument => ({ ...document, dct: document.dct.slice(0, 10) })

/** Every fourth document: its text and its errors were not looked at; a frequency list of the labels of all documents was. */
const isHeldOut = (_: GoldDocument, index: number): boolean => index % 4 === 3

const ours = ({ text, dct }: GoldDocument): ReadTime[] =>
  readTimes(text, { date: { from: dct, to: dct } }).map(({ start, end, from, to, value }) => ({
    start,
    end,
    from,
    to,
    value,
  }))

const peer = ({ text, dct }: GoldDocument): ReadTime[] =>
  chrono.parse(text, { instant: new Date(`${dct}T12:00:00Z`), timezone: 'UTC' }).map(found => {
    const day = (parts: chrono.ParsedComponents): string => parts.date().toISOString().slice(0, 10)
    const { start, end, index } = found
    const month = start.isCertain('month') && !start.isCertain('day') && !start.isCertain('weekday')
    const value = month ? day(start).slice(0, 7) : day(start)
    return { start: index, end: index + found.text.length, from: day(start), to: day(end ?? start), value }
  })

const percent = (share: number): string => (share * 100).toFixed(1).padStart(6)

const report = (
  name: string,
  documents: readonly GoldDocument[],
  read: (document: GoldDocument) => ReadTime[],
): void => {
  const began = performance.now()
  const answers = documents.map(read)
  const seconds = (performance.now() - began) / 1000
  const tally = score(documents, answers)
  const letters = documents.reduce((sum, { text }) => sum + text.length, 0)
  console.log(
    `${name.padEnd(26)} span F1 ${percent(tally.span.f1)}  value F1 ${percent(tally.value.f1)}  ` +
      `P ${percent(tally.value.precision)}  R ${percent(tally.value.recall)}  right where found ${percent(tally.accuracy)}  ` +
      `${String(documents.length).padStart(3)} documents, ${(letters / 1e6 / seconds).toFixed(1)} MB/s`,
  )
}

/** The labelled sentences as documents of the scorer. */
const ownDocuments = (): GoldDocument[] =>
  labelledSentences().map(({ date, text, times }, i) => ({
    id: `${i}`,
    dct: date,
    text,
    timexes: times.map(time => {
      const [mention = '', value = '', , , , , kind] = time.split(' | ')
      const start = text.indexOf(mention)
      return { start, end: start + mention.length, type: kind === 'point' ? 'DATE' : 'DURATION', value }
    }),
  }))

const reportDetails = (): void => {
  const sentences = labelledSentences()
  const wanted = sentences.flatMap(({ times }) => times).length
  const right = sentences.flatMap(({ date, text, times }) => {
    const read = new Set(readTimes(text, { date: { from: date, to: date } }).map(labelOf))
    return times.filter(time => read.has(time))
  }).length
  console.log(
    `Détente, own sentences: of ${wanted} times ${right} with every detail right, ${percent(right / wanted)} %`,
  )
}

const own = ownDocuments()
report('Détente, own sentences', own, ours)
report('chrono-node, own sentences', own, peer)
reportDetails()

if (!existsSync(file)) {
  console.log(`no labelled times at ${file}: nothing measured`)
} else {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
  const documents = lines.map(line => withPlainDate(JSON.parse(line) as GoldDocument))
  const parts: readonly (readonly [string, readonly GoldDocument[]])[] = [
    ['tuned', documents.filter((document, i) => !isHeldOut(document, i))],
    ['held out', documents.filter(isHeldOut)],
  ]
  for (const [part, chosen] of parts) {
    report(`Détente, ${part}`, chosen, ours)
    report(`chrono-node, ${part}`, chosen, peer)
  }
}
