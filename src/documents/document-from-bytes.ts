import { decode } from './decode.ts'
import type { DocumentInput } from './document-input.ts'
import { documentFromHtml } from './html/document-from-html.ts'
import { declaredEncoding, looksLikeHtml } from './html/recognise.ts'
import { requireEnglish } from './language.ts'
import { documentFromPdf, looksLikePdf, type OnPage } from './pdf/document-from-pdf.ts'
import { plainDocument } from './plain-text.ts'

/** The bytes of a file, wherever they came from, as a document in English; told by content and ending whether it is a page or a PDF. */
export const documentFromBytes = async (bytes: Uint8Array, path: string, onPage?: OnPage): Promise<DocumentInput> => {
  if (looksLikePdf(bytes)) {
    const pdf = await documentFromPdf(bytes, path, onPage)
    await requireEnglish(pdf.text, path)
    return pdf
  }
  const isHtml = looksLikeHtml(bytes, path)
  const text = decode(bytes, path, isHtml ? declaredEncoding(bytes) : null)
  const document = isHtml ? await documentFromHtml(text, path) : plainDocument(text, path)
  await requireEnglish(document.text, path)
  return document
}
