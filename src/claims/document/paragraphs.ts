import type { Span } from '../../domain/index.ts'
import type { Document } from '../../text/index.ts'

/** A sentence, or a line of it where lines are paragraphs: what the reader of a document's edges looks at. */
export interface Piece extends Span {
  readonly text: string
  /** Index of the sentence in the document. */
  readonly sentence: number
}

/** Sentences that stand together: a line of a text whose lines are paragraphs, or lines up to a blank one. */
export type Paragraph = readonly Piece[]

/** Longer lines were not wrapped by hand. */
const WIDEST_WRAP = 120

export const paragraphsOf = ({ text, sentences }: Document): Paragraph[] => {
  const isWrapped = wrapsLines(text)
  const paragraphs: Piece[][] = []
  sentences.forEach((whole, sentence) => {
    for (const { start, end } of linesOf(text, whole, isWrapped)) {
      const piece = { start, end, text: text.slice(start, end), sentence }
      const last = paragraphs.at(-1)
      const previous = last?.at(-1)
      if (last && previous && !isParted(text, previous.end, start, isWrapped)) last.push(piece)
      else paragraphs.push([piece])
    }
  })
  return paragraphs
}

/** A title and a by-line without full stops may have been read as one sentence; in wrapped prose short lines alone are parted. */
const linesOf = (text: string, { start, end }: Span, isWrapped: boolean): Span[] => {
  const lines = [...text.slice(start, end).matchAll(/[^\r\n\u2028\u2029]*\S/gu)].map(({ index, 0: line }) => ({
    start: start + index + (line.length - line.trimStart().length),
    end: start + index + line.length,
  }))
  if (!isWrapped) return lines
  const joined: Span[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last && !endsEarly(text, last.end)) joined[joined.length - 1] = { start: last.start, end: line.end }
    else joined.push(line)
  }
  return joined
}

/** Prose that an editor broke into lines: many lines of like width, most of them ending in mid-sentence. */
export const wrapsLines = (text: string): boolean => {
  const lines = text.split(/\r\n|\n|\r/u).map(line => line.trim())
  const full = lines.filter(line => line.length > 50)
  if (full.length < 4 || lines.some(line => line.length > WIDEST_WRAP)) return false
  return full.filter(line => !/[.!?:"”’)]$/u.test(line)).length > full.length / 2
}

const isParted = (text: string, from: number, to: number, isWrapped: boolean): boolean => {
  const breaks = text.slice(from, to).match(/\r\n|\n|\r|\u2028|\u2029/gu)?.length ?? 0
  return breaks !== 1 || !isWrapped ? breaks > 0 : endsEarly(text, from)
}

/** In wrapped prose a line that leaves room ends its paragraph. */
const endsEarly = (text: string, end: number): boolean =>
  end - Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) - 1 < 45
