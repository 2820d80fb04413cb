import { open } from 'node:fs/promises'
import { Failure } from '../domain/index.ts'
import { decode } from './decode.ts'
import { documentFromBytes } from './document-from-bytes.ts'
import type { DocumentInput } from './document-input.ts'
import { fileFailure } from './file-failure.ts'
import { type FolderFiles, findFiles } from './find-files.ts'
import { looksLikeHtml } from './html/recognise.ts'
import { knownKind } from './kinds.ts'
import { MOST_BYTES, nameOf, tooLarge } from './limits.ts'
import { looksLikePdf } from './pdf/document-from-pdf.ts'
import { bareDocument } from './plain-text.ts'

export interface ReadOptions {
  readonly onUnusable?: (failure: Failure) => void
  /** Which files of a folder are read; texts and pages unless told. */
  readonly wanted?: FolderFiles
  /** True for a content that is no prose: it is handed on as decoded, and whoever reads it judges its language. */
  readonly takenAsIs?: (text: string, path: string) => boolean
}

/**
 * The documents behind paths as a user gives them: files, folders, globs, `-` for standard input. They come one by one,
 * so that a folder of thousands needs no more memory than its largest file. With `onUnusable`, a file that cannot be
 * used is told there and passed over.
 */
export async function* readDocuments(
  paths: readonly string[],
  { onUnusable, wanted, takenAsIs }: ReadOptions = {},
): AsyncIterable<DocumentInput> {
  for (const path of findFiles(paths, wanted)) {
    let document: DocumentInput
    try {
      document = await readDocument(path, takenAsIs)
    } catch (error) {
      if (!onUnusable || !(error instanceof Failure)) throw error
      onUnusable(error)
      continue
    }
    yield document
  }
}

const readDocument = async (path: string, takenAsIs: ReadOptions['takenAsIs']): Promise<DocumentInput> => {
  const bytes = path === '-' ? await fromStream(process.stdin, path) : await fromFile(path)
  if (takenAsIs && !looksLikeHtml(bytes, path) && !looksLikePdf(bytes)) {
    const text = decode(bytes, path)
    if (takenAsIs(text, path)) return bareDocument(text, path)
  }
  return documentFromBytes(bytes, path)
}

const fromFile = async (path: string): Promise<Uint8Array> => {
  try {
    const file = await open(path, 'r')
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return await fromStream(file.createReadStream({ autoClose: false }), path)
      if (stat.size <= MOST_BYTES) return await file.readFile()
      const head = new Uint8Array(4096)
      await file.read(head, 0, head.length, 0)
      // A large film is refused for being a film.
      if (knownKind(head) && !looksLikePdf(head)) return head
      throw tooLarge(nameOf(path), stat.size)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileFailure(error, path)
  }
}

/** Standard input and pipes have no size: they are read until they end or are too much. */
const fromStream = async (stream: AsyncIterable<Buffer | string>, path: string): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    chunks.push(bytes)
    size += bytes.length
    if (size > MOST_BYTES) throw tooLarge(nameOf(path), null)
  }
  return Buffer.concat(chunks)
}
