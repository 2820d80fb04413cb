import { inputFailure } from '../../domain/index.ts'
import type { DocumentInput } from '../document-input.ts'
import { MOST_BYTES, nameOf, tooLarge } from '../limits.ts'
import { bareDocument } from '../plain-text.ts'
import { linesOf, type Piece } from './lines.ts'
import { paragraphsOf } from './paragraphs.ts'

/** Whether a file is a PDF, by how every PDF begins. */
export const looksLikePdf = (bytes: Uint8Array): boolean =>
  [...'%PDF-'].every((character, i) => bytes[i] === character.charCodeAt(0))

/** More pages are a book, which is cut by whoever wants a chapter of it. */
const MOST_PAGES = 1000

/** What a PDF says of itself; programs write their own name or that of the file where people wrote nothing. */
const said = (info: unknown, field: 'Title' | 'Author'): string | null => {
  const value = (info as Readonly<Record<string, unknown>> | null)?.[field]
  const text = typeof value === 'string' ? value.trim() : ''
  return /\p{L}.*\s.*\p{L}/u.test(text) && !/\.\w{2,4}$|^Microsoft Word/u.test(text) ? text : null
}

/** Told after each page how many have been read, of how many. */
export type OnPage = (read: number, pages: number) => void

/**
 * The text of a PDF: its pages as lines, its lines as paragraphs, without the lines that stand on most pages. Scripts in it are not run.
 * One that is damaged, locked or a picture is refused with what to do.
 */
export const documentFromPdf = async (bytes: Uint8Array, path: string, onPage?: OnPage): Promise<DocumentInput> => {
  const name = nameOf(path)
  if (bytes.length > MOST_BYTES) throw tooLarge(name, bytes.length)
  const { getDocumentProxy } = await import('unpdf')
  let pages: Piece[][]
  let info: unknown
  try {
    // A copy, since the reader takes the bytes for itself.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { isEvalSupported: false, verbosity: 0 })
    if (pdf.numPages > MOST_PAGES)
      throw inputFailure(
        `${name} has ${pdf.numPages} pages, more than ${MOST_PAGES}`,
        'Cut out the pages that you want read.',
      )
    info = (await pdf.getMetadata().catch(() => null))?.info
    pages = []
    for (let n = 1; n <= pdf.numPages; n++) {
      const { items } = await (await pdf.getPage(n)).getTextContent()
      pages.push(
        items.flatMap(item =>
          'str' in item
            ? [
                {
                  text: item.str,
                  x: item.transform[4] ?? 0,
                  y: item.transform[5] ?? 0,
                  width: item.width,
                  size: Math.abs(item.transform[3] ?? 0) || Math.abs(item.transform[1] ?? 0),
                },
              ]
            : [],
        ),
      )
      onPage?.(n, pdf.numPages)
    }
  } catch (error) {
    if (error instanceof Error && !/Pdf|PDF|Password|Format|Xref|XRef/.test(error.name)) throw error
    throw inputFailure(
      `${name} is a PDF file that cannot be read: it is ${(error as Error).name === 'PasswordException' ? 'locked by a password' : 'cut off or damaged'}`,
      'Open it in a reader and save its text, or make text of it: pdftotext FILE.pdf FILE.txt',
    )
  }
  const text = paragraphsOf(pages.map(linesOf)).join('\n\n')
  if (!/\p{L}/u.test(text))
    throw inputFailure(
      `${name} is a PDF file without text: its pages are pictures`,
      'Run a text recognition such as tesseract over it.',
    )
  return { ...bareDocument(text, path), title: said(info, 'Title'), author: said(info, 'Author') }
}
