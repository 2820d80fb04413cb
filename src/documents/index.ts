/** The door of documents: files, pages and standard input as plain text with what they say of themselves. */
export type { DocumentInput } from './document-input.ts'
export { type FolderFiles, findFiles } from './find-files.ts'
export { documentFromHtml } from './html/document-from-html.ts'
export { requireEnglish } from './language.ts'
export { documentFromText } from './plain-text.ts'
export { readDocuments } from './read-documents.ts'
