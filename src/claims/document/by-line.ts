import type { Span } from '../../domain/index.ts'
import { hasProfession } from './biography.ts'
import { dateIn } from './date-line.ts'
import type { Piece } from './paragraphs.ts'
import { documentWords, shapeOf } from './vocabulary.ts'

/** "By Anna Petrova, senior fellow at the Institute, in Tokyo". */
export interface ByLine extends Span {
  readonly author: string
  readonly affiliation: string | null
}

/** A line that names the author as authors are named; a day behind the name ("BY ANNA PETROVA AUG. 3, 2014") is no part of it. */
export const byLineIn = ({ text: line, start, end }: Piece): ByLine | null => {
  const day = dateIn({ text: line, start: 0 })
  const text = day && day.end > line.length - 12 ? line.slice(0, day.start).replace(/[\s|•·,–—-]+$/u, '') : line
  for (const { pattern } of documentWords().by_line) {
    const found = (shapeOf(pattern).exec(line) ?? shapeOf(pattern).exec(text))?.groups
    if (found?.author && beginsName(found.author))
      return { start, end, author: tidyName(found.author), affiliation: roleIn(found.role) }
  }
  return null
}

/** "By Anna Petrova, Brussels" names a place, no role. */
const roleIn = (words: string | undefined): string | null =>
  words && (hasProfession(words) || /\p{Ll} (?:of|at|for) /u.test(words)) ? words.trim().replace(/[.,\s]+$/u, '') : null

/** A line that is a name and nothing else: what it names depends on what stands around it. */
export const nameAlone = ({ text, start, end }: Piece): ByLine | null =>
  shapeOf('^\\W*{NAME}\\W*$').test(text) && beginsName(text)
    ? { start, end, author: tidyName(text), affiliation: null }
    : null

export const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()

const beginsName = (text: string): boolean => !documentWords().name.not.includes(/\p{L}+/u.exec(text)?.[0] ?? '')

/** ANNA PETROVA → Anna Petrova. */
const tidyName = (name: string): string =>
  (isCapitals(name) ? name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, c => c.toUpperCase()) : name)
    .replace(/\s+/gu, ' ')
    .replace(/^\W+|[^\p{L}.]+$/gu, '')
    .trim()
