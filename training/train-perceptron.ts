/**
 * Makes data/models/english from the open treebanks: `tsx training/train-perceptron.ts [treebanks] [folder]`.
 * Same treebanks, same files: the shuffles are seeded and everything runs in one thread.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MODEL_FILES } from '../src/text/english.ts'
import { scorerOf } from '../src/text/linear-model.ts'
import { encodeModel } from '../src/text/model-file.ts'
import { parserOf, reversed } from '../src/text/parser.ts'
import { taggerOf } from '../src/text/tagger.ts'
import { encodeWords } from '../src/text/word-tables.ts'
import { readTreebank, type TreebankSentence } from './conllu.ts'
import { learnLemmas, readIrregularForms } from './learn-lemmas.ts'
import { backwards, type ParsedSentence, trainParser } from './train-parser.ts'
import { learnLexicon, type TaggedSentence, trainTagger } from './train-tagger.ts'
import { readWordGroups } from './word-groups.ts'

const [treebanks = '../shared/data/ud-english', folder = 'data/models/english'] = process.argv.slice(2)
const SEED = 20140801
const TAGGER_EPOCHS = 8
const TAGGER_FOLDS = 5
const PARSER_EPOCHS = 6
const PARSER_FOLDS = 4
const PARSER_PAIRS = 850_000
const EXPLORATION = 0.9

const tagged = (sentence: TreebankSentence): TaggedSentence => ({
  forms: sentence.words.map(word => word.form),
  tags: sentence.words.map(({ upos, xpos }) => ({ upos, xpos })),
})

const groups = readWordGroups('data/actors/states.tsv')

const learnTagger = (sentences: readonly TaggedSentence[]) => {
  const lexicon = learnLexicon(sentences, groups)
  return { lexicon, model: trainTagger(sentences, lexicon, TAGGER_EPOCHS, SEED).store(2, 600_000) }
}

/**
 * Something made for each sentence by a model that has not seen it: `learn` gets all but a part of them, what it returns is
 * asked for the rest. A parser must be trained on tags and guides with the mistakes that it will meet in use.
 */
const jackknifed = <S, T>(
  sentences: readonly S[],
  folds: number,
  learn: (sentences: readonly S[]) => (sentence: S) => T,
): T[] => {
  const foldOf = (i: number) => Math.floor((i * folds) / sentences.length)
  return Array.from({ length: folds }, (_, fold) =>
    sentences.filter((_, i) => foldOf(i) === fold).map(learn(sentences.filter((_, i) => foldOf(i) !== fold))),
  ).flat()
}

const report = (line: string) => console.log(`${Math.round(performance.now() / 1000)} s  ${line}`)

const train = readTreebank(join(treebanks, 'ewt-train.conllu.gz'))
const sentences = train.map(tagged)
report(`${train.length} sentences`)
mkdirSync(folder, { recursive: true })

const tagger = learnTagger(sentences)
writeFileSync(join(folder, MODEL_FILES.tagger), encodeModel(tagger.model))
writeFileSync(
  join(folder, MODEL_FILES.words),
  encodeWords({ lexicon: tagger.lexicon, lemmas: learnLemmas(train, readIrregularForms()) }),
)
report('tagger and word tables written')

const tags = jackknifed(sentences, TAGGER_FOLDS, rest => {
  const { lexicon, model } = learnTagger(rest)
  const tag = taggerOf(scorerOf(model), lexicon)
  return sentence => tag(sentence.forms)
})
report('training sentences tagged')

const parsed = train.map(
  (sentence, i): ParsedSentence => ({
    forms: sentence.words.map(word => word.form),
    tags: tags[i] ?? [],
    heads: sentence.words.map(word => word.head),
    deprels: sentence.words.map(word => word.deprel),
  }),
)
const learnBackward = (rest: readonly ParsedSentence[]) =>
  trainParser(rest.map(backwards), { epochs: PARSER_EPOCHS, seed: SEED, exploration: EXPLORATION }).store(
    2,
    PARSER_PAIRS,
  )

const backward = learnBackward(parsed)
writeFileSync(join(folder, MODEL_FILES.backward), encodeModel(backward))
report('backward parser written')

const guides = jackknifed(parsed, PARSER_FOLDS, rest => {
  const parse = reversed(parserOf(scorerOf(learnBackward(rest))))
  return ({ forms, tags }) => parse(forms, tags)
})
report('training sentences parsed backwards')

const guided = parsed.map((sentence, i) => ({ ...sentence, guide: guides[i] ?? [] }))
const forward = trainParser(guided, { epochs: PARSER_EPOCHS, seed: SEED, exploration: EXPLORATION })
writeFileSync(join(folder, MODEL_FILES.forward), encodeModel(forward.store(2, PARSER_PAIRS)))
report('forward parser written')
