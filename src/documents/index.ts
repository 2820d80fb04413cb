/** The door of documents: files, pages and standard input as plain text with what they say of themselves. */
export { documentFromBytes } from './document-from-bytes.ts'
export type { DocumentInput } from './document-input.ts'
export { type FolderFiles, findFiles, TEXTS } from './find-files.ts'
export { documentFromHtml } from './html/document-from-html.ts'
export { requireEnglish } from './language.ts'
export { nameOf } from './limits.ts'
export { documentFromText } from './plain-text.ts'
export { type ReadOptions, readDocuments } from './read-documents.ts'
