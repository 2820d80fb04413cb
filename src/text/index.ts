/** The door to the text engine: prose in; sentences, words, trees and times out; patterns over words. */
export { type AnalyseOptions, analyse, analyseWords, type OnRead, wordsOf } from './analyse.ts'
export { type Capitals, capitalsOf } from './capitals.ts'
export {
  type ConlluSentence,
  conlluOf,
  looksLikeConllu,
  readConllu,
  textOfConllu,
  writeConllu,
} from './conllu/index.ts'
export type { Document, Features, Sentence, Token, Word } from './document.ts'
export { type ParseAllOptions, parseAll } from './threads/parse-all.ts'
export { readTimes, type TimeMention } from './times/index.ts'
export { type PatternMatch, type PatternWord, type TokenPattern, tokenPattern } from './token-pattern.ts'
export { isRelation, type Tree, treeOf } from './tree.ts'
export { type TreeMatch, type TreePattern, type TreeWord, treePattern } from './tree-pattern.ts'
