/** The door of conllu: treebank files in and out, with the words that they give. */
export { looksLikeConllu, readConllu } from './read.ts'
export type { ConlluSentence } from './sentence.ts'
export { textOfConllu } from './surface.ts'
export { conlluOf, writeConllu } from './write.ts'
