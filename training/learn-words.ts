/** Makes the lemma tables, the border model and the model of names of data/models/english: `tsx training/learn-words.ts [treebanks] [folder]`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BORDERS } from '../src/text/border-model.ts'
import { isWordOf, loadEnglish, MODEL_FILES } from '../src/text/english.ts'
import { encodeLemmas } from '../src/text/lemma-tables.ts'
import { NAMES } from '../src/text/name-model.ts'
import { encodeWeights } from '../src/text/weights.ts'
import { readTreebank } from './conllu.ts'
import { learnBorders } from './learn-borders.ts'
import { learnLemmas, readIrregularForms } from './learn-lemmas.ts'
import { learnNames } from './learn-names.ts'

const [treebanks = '../shared/data/ud-english', folder = 'data/models/english'] = process.argv.slice(2)

/** What may be learned from of GUM: of its train part document by document, of others the genres of which every document may be used. */
const judged = readFileSync(new URL('./parser/gum-documents.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .map(line => line.split('\t'))
const permitted = new Set(judged.filter(([, used]) => used === 'yes').map(([document]) => document))
const genreOf = (document = ''): string => document.split('_')[1] ?? ''
const barred = new Set(judged.filter(([, used]) => used === 'no').map(([document]) => genreOf(document)))

const treebank = (name: string) => readTreebank(join(treebanks, `${name}.conllu.gz`))
const train = [...treebank('ewt-train'), ...treebank('gum-train').filter(({ document }) => permitted.has(document))]
const dev = [...treebank('ewt-dev'), ...treebank('gum-dev').filter(({ document }) => !barred.has(genreOf(document)))]
const write = (name: string, file: Buffer) => writeFileSync(join(folder, name), file)
const lemmas = learnLemmas(train, readIrregularForms())
write(MODEL_FILES.lemmas, encodeLemmas(lemmas))
write(MODEL_FILES.borders, encodeWeights(BORDERS, learnBorders(train)))
const { read } = loadEnglish(name => join(folder, name))
write(MODEL_FILES.names, encodeWeights(NAMES, learnNames(dev, read, isWordOf(lemmas.known))))
