/** The door of document: a text → its title, author, publisher, date, what in it is no analysis, and whether it is about states. */
export { type ReadDocument, readDocument } from './read-document.ts'
