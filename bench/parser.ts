/**
 * How well and how fast English is read, on UD English EWT test with gold words: `tsx bench/parser.ts [treebank.conllu.gz]`.
 * wink-nlp, if installed, is the peer for universal parts of speech.
 */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { english } from '../src/text/english.ts'
import { readTreebank, type TreebankSentence } from '../training/conllu.ts'

const path = process.argv[2] ?? '../shared/data/ud-english/ewt-test.conllu.gz'
if (!existsSync(path)) {
  console.error(`${path} is absent: this bench needs a UD treebank (CoNLL-U, gzipped); name one, or lay it there.`)
  process.exit(1)
}

const sentences = readTreebank(path)
const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0)
const percent = (part: number, whole = words) => `${((100 * part) / whole).toFixed(2)} %`

const loadedFrom = performance.now()
const { tag, parse, lemma } = english()
const loading = performance.now() - loadedFrom

const measure = () => {
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, words: 0, contentLas: 0, content: 0 }
  for (const sentence of sentences) {
    const forms = sentence.words.map(word => word.form)
    const tags = tag(forms)
    const arcs = parse(forms, tags)
    sentence.words.forEach((gold, i) => {
      const guess = tags[i]
      const arc = arcs[i]
      if (!guess || !arc) return
      if (guess.upos === gold.upos) right.upos++
      if (guess.xpos === gold.xpos) right.xpos++
      if (lemma(gold.form, guess) === gold.lemma) right.lemma++
      const whole = arc.head === gold.head && arc.deprel === gold.deprel
      if (arc.head === gold.head) right.uas++
      if (whole) right.las++
      if (gold.upos !== 'PUNCT') {
        right.content++
        if (whole) right.contentLas++
      }
    })
  }
  return right
}

measure()
const from = performance.now()
const right = measure()
const seconds = (performance.now() - from) / 1000

console.log(
  `${basename(path)}: ${sentences.length} sentences, ${words} words; model loaded in ${Math.round(loading)} ms`,
)
console.log(`UPOS ${percent(right.upos)}  XPOS ${percent(right.xpos)}  lemma ${percent(right.lemma)}`)
console.log(
  `UAS ${percent(right.uas)}  LAS ${percent(right.las)}  LAS without punctuation ${percent(right.contentLas, right.content)}`,
)
console.log(`${Math.round(words / seconds)} words per second (tags, lemmas and trees)`)

/** wink cuts words its own way: only the words that both cut alike are compared, for both. */
const comparePeer = async (sentences: readonly TreebankSentence[]) => {
  const wink = (await import('wink-nlp')).default
  const model = (await import('wink-eng-lite-web-model')).default
  const nlp = wink(model, ['sbd', 'pos'])
  let shared = 0
  let peer = 0
  let ours = 0
  const started = performance.now()
  for (const sentence of sentences) {
    const theirs = new Map<string, string>()
    const text = sentence.words.map(word => word.form + (word.spaceAfter ? ' ' : '')).join('')
    const doc = nlp.readDoc(text)
    const values = doc.tokens().out()
    const tags = doc.tokens().out(nlp.its.pos) as string[]
    let at = 0
    values.forEach((value, i) => {
      at = text.indexOf(value, at)
      theirs.set(`${at} ${value}`, tags[i] ?? '')
      at += value.length
    })
    const guesses = tag(sentence.words.map(word => word.form))
    let place = 0
    sentence.words.forEach((word, i) => {
      const their = theirs.get(`${place} ${word.form}`)
      place += word.form.length + (word.spaceAfter ? 1 : 0)
      if (their === undefined) return
      shared++
      if (their === word.upos) peer++
      if (guesses[i]?.upos === word.upos) ours++
    })
  }
  console.log(
    `peer on ${shared} words cut alike: wink-nlp UPOS ${percent(peer, shared)}, ours ${percent(ours, shared)}`,
  )
  console.log(`wink-nlp with our tagger beside it took ${Math.round(performance.now() - started)} ms`)
}

await comparePeer(sentences).catch(error =>
  console.log(`no peer: ${error instanceof Error ? error.message : String(error)}`),
)
