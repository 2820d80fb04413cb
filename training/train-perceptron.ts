/**
 * Makes data/models/english from the open treebanks: `tsx training/train-perceptron.ts [treebanks] [folder]`.
 * Same treebanks, same files: the shuffles are seeded and everything runs in one thread.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MODEL_FILES } from '../src/text/english.ts'
import { scorerOf } from '../src/text/linear-model.ts'
import { encodeModel } from '../src/text/model-file.ts'
import { type Tag, taggerOf } from '../src/text/tagger.ts'
import { encodeWords } from '../src/text/word-tables.ts'
import { readTreebank, type TreebankSentence } from './conllu.ts'
import { learnLemmas } from './learn-lemmas.ts'
import { trainParser } from './train-parser.ts'
import { learnLexicon, type TaggedSentence, trainTagger } from './train-tagger.ts'

const [treebanks = '../shared/data/ud-english', folder = 'data/models/english'] = process.argv.slice(2)
const SEED = 20140801
const FOLDS = 5
const TAGGER_EPOCHS = 8
const PARSER_EPOCHS = 6

const tagged = (sentence: TreebankSentence): TaggedSentence => ({
  forms: sentence.words.map(word => word.form),
  tags: sentence.words.map(({ upos, xpos }) => ({ upos, xpos })),
})

const learnTagger = (sentences: readonly TaggedSentence[]) => {
  const lexicon = learnLexicon(sentences)
  return { lexicon, model: trainTagger(sentences, lexicon, TAGGER_EPOCHS, SEED).store(2, 600_000) }
}

/** Tags for training the parser: each fifth is tagged by a tagger that has not seen it, as use will be. */
const jackknifed = (sentences: readonly TaggedSentence[]): (readonly Tag[])[] => {
  const foldOf = (i: number) => Math.floor((i * FOLDS) / sentences.length)
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { lexicon, model } = learnTagger(sentences.filter((_, i) => foldOf(i) !== fold))
    const tag = taggerOf(scorerOf(model), lexicon)
    return sentences.filter((_, i) => foldOf(i) === fold).map(sentence => tag(sentence.forms))
  }).flat()
}

const report = (line: string) => console.log(`${Math.round(performance.now() / 1000)} s  ${line}`)

const train = readTreebank(join(treebanks, 'ewt-train.conllu.gz'))
const sentences = train.map(tagged)
report(`${train.length} sentences`)
mkdirSync(folder, { recursive: true })

const tagger = learnTagger(sentences)
writeFileSync(join(folder, MODEL_FILES.tagger), encodeModel(tagger.model))
writeFileSync(join(folder, MODEL_FILES.words), encodeWords({ lexicon: tagger.lexicon, lemmas: learnLemmas(train) }))
report('tagger and word tables written')

const tags = jackknifed(sentences)
report('training sentences tagged')
const parser = trainParser(
  train.map((sentence, i) => ({
    forms: sentence.words.map(word => word.form),
    tags: tags[i] ?? [],
    heads: sentence.words.map(word => word.head),
    deprels: sentence.words.map(word => word.deprel),
  })),
  { epochs: PARSER_EPOCHS, seed: SEED, exploration: 0.9 },
)
writeFileSync(join(folder, MODEL_FILES.parser), encodeModel(parser.store(2, 1_200_000)))
report('parser written')
