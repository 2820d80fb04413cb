import { inputFailure } from '../domain/index.ts'
import { decode } from './decode.ts'
import type { DocumentInput } from './document-input.ts'
import { nameOf } from './limits.ts'

/** A plain-text file: its decoded content is the text; whatever it says of author and date is found by reading it. */
export const documentFromText = (bytes: Uint8Array, path: string): DocumentInput =>
  plainDocument(decode(bytes, path), path)

export const plainDocument = (text: string, path: string): DocumentInput => {
  requireWords(text, path)
  return bareDocument(text, path)
}

/** Content without a word of where it comes from. */
export const bareDocument = (text: string, path: string): DocumentInput => ({
  path,
  text,
  title: null,
  author: null,
  publisher: null,
  url: null,
  published: null,
})

/** A text without a letter says nothing, whether of blanks or of dashes. */
export const requireWords = (text: string, path: string): void => {
  if (/\p{L}/u.test(text)) return
  const what = text.trim() === '' ? 'holds nothing but blanks' : 'holds no words'
  throw inputFailure(`${nameOf(path)} ${what}`, 'Give a file with English text.')
}
