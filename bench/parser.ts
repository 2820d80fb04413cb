/**
 * How well and how fast English is read, on gold words and on raw text: `tsx bench/parser.ts [treebank.conllu.gz ...]`. wink-nlp, if
 * installed, is the peer for universal parts of speech.
 */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { loadEnglish } from '../src/text/english.ts'
import { analyse } from '../src/text/index.ts'
import { readTreebank, type TreebankSentence } from '../training/conllu.ts'
import { rawText } from '../training/learn-borders.ts'
import { spanScores } from './span-score.ts'

const named = process.argv.slice(2)
const paths = named.length > 0 ? named : ['ewt', 'gum'].map(name => `../shared/data/ud-english/${name}-test.conllu.gz`)
const absent = paths.find(path => !existsSync(path))
if (absent !== undefined) {
  console.error(`${absent} is absent: this bench needs a UD treebank (CoNLL-U, gzipped); name one, or lay it there.`)
  process.exit(1)
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`

const loadedFrom = performance.now()
const { read, lemma } = loadEnglish()
console.log(`model loaded in ${Math.round(performance.now() - loadedFrom)} ms`)

const onGoldWords = (sentences: readonly TreebankSentence[]) => {
  const forms = sentences.map(sentence => sentence.words.map(word => word.form))
  read(forms)
  const from = performance.now()
  const cpuFrom = process.cpuUsage()
  const readings = read(forms)
  const seconds = (performance.now() - from) / 1000
  const cpu = process.cpuUsage(cpuFrom)
  const right = { words: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, content: 0, contentLas: 0 }
  sentences.forEach(({ words }, s) => {
    words.forEach((gold, i) => {
      const tag = readings[s]?.tags[i]
      const arc = readings[s]?.arcs[i]
      if (!tag || !arc) return
      const head = arc.head === gold.head
      const whole = head && arc.deprel === gold.deprel
      right.words++
      if (tag.upos === gold.upos) right.upos++
      if (tag.xpos === gold.xpos) right.xpos++
      if (lemma(gold.form, tag) === gold.lemma) right.lemma++
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

const onRawText = (sentences: readonly TreebankSentence[]) => {
  const document = analyse(rawText(sentences))
  const scores = spanScores(
    sentences.map(sentence => sentence.words),
    document.sentences.map(sentence => sentence.tokens),
  )
  const figures = Object.entries(scores).map(([name, share]) => `${name} ${percent(share)}`)
  console.log(`  raw text, F1 as in CoNLL 2018: ${figures.join('  ')}`)
}

/** wink cuts words its own way: only the words that both cut alike are compared, for both. */
const comparePeer = async (sentences: readonly TreebankSentence[]) => {
  const wink = (await import('wink-nlp')).default
  const model = (await import('wink-eng-lite-web-model')).default
  const nlp = wink(model, ['sbd', 'pos'])
  const readings = read(sentences.map(sentence => sentence.words.map(word => word.form)))
  let shared = 0
  let peer = 0
  let ours = 0
  let took = 0
  sentences.forEach((sentence, s) => {
    const text = sentence.words.map(word => word.form + (word.spaceAfter ? ' ' : '')).join('')
    const from = performance.now()
    const doc = nlp.readDoc(text)
    const values = doc.tokens().out()
    const tags = doc.tokens().out(nlp.its.pos) as string[]
    took += performance.now() - from
    const theirs = new Map<string, string>()
    let at = 0
    values.forEach((value, i) => {
      at = text.indexOf(value, at)
      theirs.set(`${at} ${value}`, tags[i] ?? '')
      at += value.length
    })
    let place = 0
    sentence.words.forEach((word, i) => {
      const their = theirs.get(`${place} ${word.form}`)
      place += word.form.length + (word.spaceAfter ? 1 : 0)
      if (their === undefined) return
      shared++
      if (their === word.upos) peer++
      if (readings[s]?.tags[i]?.upos === word.upos) ours++
    })
  })
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0)
  console.log(
    `  peer, on ${shared} words cut alike: wink-nlp UPOS ${percent(peer / shared)}, ours ${percent(ours / shared)}; wink-nlp tags ${Math.round((words * 1000) / took)} words a second`,
  )
}

for (const path of paths) {
  const sentences = readTreebank(path)
  console.log(
    `${basename(path)}: ${sentences.length} sentences, ${sentences.reduce((sum, { words }) => sum + words.length, 0)} words`,
  )
  onGoldWords(sentences)
  onRawText(sentences)
  await comparePeer(sentences).catch(error =>
    console.log(`  no peer: ${error instanceof Error ? error.message : String(error)}`),
  )
}
