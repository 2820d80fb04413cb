import type { Span } from '../../domain/index.ts'
import type { Boilerplate } from './boilerplate.ts'
import type { Paragraph } from './paragraphs.ts'

/** Longer first lines are no titles. */
const LONGEST = 200
const MOST_WORDS = 28

/**
 * The title of a plain text: its first line that is no boilerplate, when it is headed like one: alone on its line, without a
 * full stop, with prose below. A first sentence of the analysis is none; a masthead, i.e. the publisher's name, neither.
 */
export const titleIn = (
  text: string,
  paragraphs: readonly Paragraph[],
  boilerplate: readonly Boilerplate[],
  publisher: string | null,
): (Span & { readonly title: string }) | null => {
  const isBoilerplate = (start: number) => boilerplate.some(b => b.start === start)
  const isMasthead = (line: string | undefined) => publisher !== null && line?.toLowerCase() === publisher.toLowerCase()
  const at = paragraphs.findIndex(([piece]) => !isBoilerplate(piece?.start ?? -1) && !isMasthead(piece?.text))
  const first = paragraphs[at]
  const next = paragraphs[at + 1]
  if (!first || !next) return null
  const [start, end] = [first[0]?.start ?? 0, first.at(-1)?.end ?? 0]
  const line = text.slice(start, end)
  if (line.length > LONGEST || line.split(/\s+/u).length > MOST_WORDS || /[\r\n]/u.test(line)) return null
  const isMarked = /^#{1,3}\s/u.test(text.slice(Math.max(0, start - 3), end))
  // A question or an exclamation may be a title; two sentences, or one with a full stop or a comma behind it, are prose.
  if (!isMarked && (/(?:[.,;:…]|[.]["”’])$/u.test(line) || first.length > 2)) return null
  if (!/^["“‘'(#]*[\p{Lu}\p{N}]/u.test(line)) return null
  return {
    start,
    end,
    title: line
      .replace(/^#+\s*/u, '')
      .replace(/^title:\s*/iu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  }
}
