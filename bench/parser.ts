/**
 * How well and how fast English is read, on gold words and on raw text: `tsx bench/parser.ts [treebank.conllu.gz ...]`. The peers for universal
 * parts of speech are wink-nlp and compromise. GUM's news is shown apart. Speeds are of processor time, which the load of a machine
 * changes little; threads are shown by the clock as well. Threads and memory are measured as built (`parser-threads.ts`).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'
import { loadEnglish } from '../src/text/english.ts'
import { analyse, type Capitals, capitalsOf } from '../src/text/index.ts'
import type { Reading } from '../src/text/reading.ts'
import { tokenize } from '../src/text/tokenizer.ts'
import { readTreebank, type TreebankSentence } from '../training/conllu.ts'
import { rawText } from '../training/learn-borders.ts'
import { byDocument } from '../training/learn-names.ts'
import type { Took } from './parser-threads.ts'
import { isLemma, spanScores } from './span-score.ts'

const named = process.argv.slice(2)
const paths = named.length > 0 ? named : ['ewt', 'gum'].map(name => `../shared/data/ud-english/${name}-test.conllu.gz`)
const absent = paths.find(path => !existsSync(path))
if (absent !== undefined) {
  console.error(`${absent} is absent: this bench needs a UD treebank (CoNLL-U, gzipped); name one, or lay it there.`)
  process.exit(1)
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`

const loadedFrom = performance.now()
const { read, name, lemma } = loadEnglish()
read([['Hello', '.']])
console.log(`network loaded in ${Math.round(performance.now() - loadedFrom)} ms`)

/** Tags of each sentence's words, the names set right by what its document shows, as `analyse` does. */
const namedByDocument = (sentences: readonly TreebankSentence[], readings: readonly Reading[]) => {
  const capitals = new Map(
    [...byDocument(sentences)].map(([document, own]) => [document, capitalsOf(own.map(({ words }) => words))] as const),
  )
  return sentences.map(({ words, document }, s) =>
    name(words, readings[s] as Reading, capitals.get(document) as Capitals),
  )
}

const onGoldWords = (sentences: readonly TreebankSentence[]) => {
  const forms = sentences.map(sentence => sentence.words.map(word => word.form))
  read(forms)
  const from = performance.now()
  const cpuFrom = process.cpuUsage()
  const readings = read(forms)
  const seconds = (performance.now() - from) / 1000
  const cpu = process.cpuUsage(cpuFrom)
  const tags = namedByDocument(sentences, readings)
  const right = { words: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, content: 0, contentLas: 0 }
  sentences.forEach(({ words }, s) => {
    words.forEach((gold, i) => {
      const tag = tags[s]?.[i]
      const arc = readings[s]?.arcs[i]
      if (!tag || !arc) return
      const head = arc.head === gold.head
      const whole = head && arc.deprel === gold.deprel
      right.words++
      if (tag.upos === gold.upos) right.upos++
      if (tag.xpos === gold.xpos) right.xpos++
      if (isLemma(lemma(gold.form, tag), gold)) right.lemma++
      if (head) right.uas++
      if (whole) right.las++
      if (gold.upos === 'PUNCT') return
      right.content++
      if (whole) right.contentLas++
    })
  })
  const share = (count: number) => percent(count / right.words)
  console.log(`  gold words: UPOS ${share(right.upos)}  XPOS ${share(right.xpos)}  lemma ${share(right.lemma)}`)
  console.log(
    `              UAS ${share(right.uas)}  LAS ${share(right.las)}  LAS without punctuation ${percent(right.contentLas / right.content)}`,
  )
  console.log(
    `  ${Math.round(right.words / seconds)} words a second, ${Math.round((right.words * 1e6) / (cpu.user + cpu.system))} a second of processor (tags and trees)`,
  )
}

const onRawText = (sentences: readonly TreebankSentence[], name = 'raw text') => {
  const document = analyse(rawText(sentences))
  const scores = spanScores(
    sentences.map(sentence => sentence.words),
    document.sentences.map(sentence => sentence.tokens),
  )
  const figures = Object.entries(scores).map(([name, share]) => `${name} ${percent(share)}`)
  console.log(`  ${name}, F1 as in CoNLL 2018: ${figures.join('  ')}`)
}

/** A peer's words of a text, with universal parts of speech. */
type PeerTagger = (text: string) => readonly (readonly [form: string, upos: string])[]

const winkTagger = async (): Promise<PeerTagger> => {
  const wink = (await import('wink-nlp')).default
  const model = (await import('wink-eng-lite-web-model')).default
  const nlp = wink(model, ['sbd', 'pos'])
  return text => {
    const tokens = nlp.readDoc(text).tokens()
    const tags = tokens.out(nlp.its.pos) as string[]
    return tokens.out().map((form, i) => [form, tags[i] ?? ''])
  }
}

/** compromise names parts of speech in its own way, the more special the later. It has none for punctuation. */
const UPOS_OF_COMPROMISE: readonly (readonly [string, string])[] = [
  ['ProperNoun', 'PROPN'],
  ['Pronoun', 'PRON'],
  ['Possessive', 'NOUN'],
  ['Noun', 'NOUN'],
  ['Copula', 'AUX'],
  ['Modal', 'AUX'],
  ['Auxiliary', 'AUX'],
  ['Verb', 'VERB'],
  ['Adjective', 'ADJ'],
  ['Negative', 'PART'],
  ['Adverb', 'ADV'],
  ['Determiner', 'DET'],
  ['Conjunction', 'CCONJ'],
  ['Preposition', 'ADP'],
  ['Value', 'NUM'],
  ['Expression', 'INTJ'],
]

interface CompromiseTerm {
  readonly text: string
  readonly tags: readonly string[]
}

const compromiseTagger = async (): Promise<PeerTagger> => {
  const nlp = (await import('compromise')).default
  return text =>
    (nlp(text).json() as { terms: CompromiseTerm[] }[]).flatMap(({ terms }) =>
      terms.map(({ text: form, tags }) => {
        const upos = UPOS_OF_COMPROMISE.find(([tag]) => tags.includes(tag))?.[1] ?? 'X'
        return [form, upos] as const
      }),
    )
}

/** Peers cut words their own way: only the words that both cut alike are compared, for both. */
const comparePeer = async (name: string, tag: PeerTagger, sentences: readonly TreebankSentence[]) => {
  const readings = read(sentences.map(sentence => sentence.words.map(word => word.form)))
  const tags = namedByDocument(sentences, readings)
  let shared = 0
  let peer = 0
  let ours = 0
  const texts = sentences.map(({ words }) => words.map(word => word.form + (word.spaceAfter ? ' ' : '')).join(''))
  const cpuFrom = process.cpuUsage()
  const answers = texts.map(tag)
  const cpu = process.cpuUsage(cpuFrom)
  sentences.forEach((sentence, s) => {
    const text = texts[s] as string
    const tagged = answers[s] ?? []
    const theirs = new Map<string, string>()
    let at = 0
    for (const [form, upos] of tagged) {
      const found = text.indexOf(form, at)
      if (found < 0) continue
      theirs.set(`${found} ${form}`, upos)
      at = found + form.length
    }
    let place = 0
    sentence.words.forEach((word, i) => {
      const their = theirs.get(`${place} ${word.form}`)
      place += word.form.length + (word.spaceAfter ? 1 : 0)
      if (their === undefined) return
      shared++
      if (their === word.upos) peer++
      if (tags[s]?.[i]?.upos === word.upos) ours++
    })
  })
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0)
  console.log(
    `  peer, on ${shared} words cut alike: ${name} UPOS ${percent(peer / shared)}, ours ${percent(ours / shared)}; ${name} tags ${Math.round((words * 1e6) / (cpu.user + cpu.system))} words a second of processor`,
  )
}

for (const path of paths) {
  const sentences = readTreebank(path)
  console.log(
    `${basename(path)}: ${sentences.length} sentences, ${sentences.reduce((sum, { words }) => sum + words.length, 0)} words`,
  )
  onGoldWords(sentences)
  onRawText(sentences)
  const news = sentences.filter(({ document }) => document.startsWith('GUM_news'))
  if (news.length > 0) onRawText(news, `its news (${news.length} sentences)`)
  for (const [name, load] of [
    ['wink-nlp', winkTagger],
    ['compromise', compromiseTagger],
  ] as const)
    await load()
      .then(tag => comparePeer(name, tag, sentences))
      .catch(error => console.log(`  no ${name}: ${error instanceof Error ? error.message : String(error)}`))
}

/** As many sentences as asked for, of the treebanks given, again and again. */
const manySentences = (count: number): string => {
  const all = paths.flatMap(path => readTreebank(path))
  const chosen = Array.from({ length: count }, (_, i) => all[i % all.length] as TreebankSentence)
  return rawText(chosen)
}

const SENTENCES = 10_000
const text = manySentences(SENTENCES)
const count = tokenize(text).length
const cuttingFrom = process.cpuUsage()
tokenize(text)
const cutting = process.cpuUsage(cuttingFrom)
console.log(`${SENTENCES} sentences, ${count} words`)
console.log(`  tokenising: ${Math.round((count * 1e6) / (cutting.user + cutting.system))} words a second of processor`)

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url))
mkdirSync(source('../dist'), { recursive: true })
const folder = mkdtempSync(source('../dist/bench-'))
await build({
  input: {
    'parser-threads': source('./parser-threads.ts'),
    'parsing-thread': source('../src/text/threads/parsing-thread.ts'),
  },
  platform: 'node',
  external: [/^node:/, /^[@a-z][^:]*$/i],
  output: { dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
})
writeFileSync(join(folder, 'text.txt'), text)
const [one, two] = [1, 2].map(threads => {
  const arguments_ = [join(folder, 'parser-threads.js'), join(folder, 'text.txt'), String(threads)]
  const took = JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8' })) as Took
  const { clock, cpu, peak } = took
  console.log(
    `  ${threads} thread${threads > 1 ? 's' : ''}: ${clock.toFixed(1)} s by the clock, ${cpu.toFixed(1)} s of processor, peak memory ${Math.round(peak)} MB`,
  )
  return took
}) as [Took, Took]
rmSync(folder, { recursive: true })
console.log(
  `  two threads are ${(one.clock / two.clock).toFixed(2)} times as fast by the clock, for ${(two.cpu / one.cpu).toFixed(2)} times the work; the main thread, which reads too, waited ${two.idle.toFixed(2)} s`,
)
// Both threads take stretches as long as there are any, so that two free cores share all of the work.
console.log(`  by the work alone, on two cores that nobody else uses: ${((2 * one.cpu) / two.cpu).toFixed(2)} times`)
