/** The door of date: when a document was written, given, stated or inferred. */
export { documentDate, middleOf } from './document-date.ts'
