/** Makes the lemma tables and the border model of data/models/english: `tsx training/learn-words.ts [treebanks] [folder]`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeBorders } from '../src/text/border-model.ts'
import { MODEL_FILES } from '../src/text/english.ts'
import { encodeLemmas } from '../src/text/lemma-tables.ts'
import { readTreebank } from './conllu.ts'
import { learnBorders } from './learn-borders.ts'
import { learnLemmas, readIrregularForms } from './learn-lemmas.ts'

const [treebanks = '../shared/data/ud-english', folder = 'data/models/english'] = process.argv.slice(2)

/** The documents of GUM whose text may be learned from. */
const permitted = new Set(
  readFileSync(new URL('./parser/gum-documents.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.split('\t')[1] === 'yes')
    .map(line => line.split('\t')[0]),
)

const ewt = readTreebank(join(treebanks, 'ewt-train.conllu.gz'))
const gum = readTreebank(join(treebanks, 'gum-train.conllu.gz')).filter(({ document }) => permitted.has(document))
writeFileSync(join(folder, MODEL_FILES.lemmas), encodeLemmas(learnLemmas([...ewt, ...gum], readIrregularForms())))
writeFileSync(join(folder, MODEL_FILES.borders), encodeBorders(learnBorders([...ewt, ...gum])))
