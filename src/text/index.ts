/** The door to the text engine: prose in; sentences, words and trees out. */
export { analyse } from './analyse.ts'
export type { Document, Features, Sentence, Token } from './document.ts'
