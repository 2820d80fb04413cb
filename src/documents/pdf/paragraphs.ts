import type { Line } from './lines.ts'

/** Digits aside, what a line says: page numbers and running titles are the same on every page. */
const alike = ({ text }: Line): string => text.replace(/\d+/gu, '0')

/** Lines that stand on more than half of three pages or more, and numbers alone at the head or foot of any. */
const withoutRunning = (pages: readonly (readonly Line[])[]): Line[][] => {
  const on = new Map<string, number>()
  for (const page of pages) for (const line of new Set(page.map(alike))) on.set(line, (on.get(line) ?? 0) + 1)
  const runs = (line: Line): boolean => pages.length >= 3 && (on.get(alike(line)) ?? 0) > pages.length / 2
  return pages.map(page =>
    page.filter((line, i) => !runs(line) && !((i === 0 || i === page.length - 1) && /^[\W\d]+$/u.test(line.text))),
  )
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Steps from line to line down a page, as far as they are steps down and not to a next column. */
const stepsOf = (lines: readonly Line[]): number[] =>
  lines.slice(1).flatMap((line, i) => {
    const step = (lines[i]?.y ?? 0) - line.y
    return step > 0 && step < 4 * line.size ? [step] : []
  })

/** A word cut at the end of a line is made whole; a word that is always written with its hyphen loses it at such a place. */
const join = (text: string, next: string): string =>
  /\p{Ll}[-\u2010\u00ad]$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`

const endsSentence = (text: string): boolean => /[.!?:…]["”’)\]]*$/u.test(text)

/** Lines of pages as paragraphs: told by a wider step, other letters, or a short line that ends a sentence; over pages as over lines. */
export const paragraphsOf = (given: readonly (readonly Line[])[]): string[] => {
  const pages = withoutRunning(given)
  const step = median(pages.flatMap(stepsOf))
  const paragraphs: string[] = []
  let open = ''
  let before: Line | null = null
  for (const page of pages) {
    const edge = Math.max(...page.map(({ right }) => right))
    for (const [i, line] of page.entries()) {
      if (before && endsHere(before, line, i === 0, step, edge)) {
        paragraphs.push(open)
        open = ''
      }
      open = open === '' ? line.text : join(open, line.text)
      before = line
    }
  }
  return open === '' ? paragraphs : [...paragraphs, open]
}

const endsHere = (before: Line, line: Line, onNextPage: boolean, step: number, edge: number): boolean => {
  if (Math.abs(before.size - line.size) > 0.1 * line.size) return true
  const isShort = before.right < edge - 0.12 * (edge - before.x)
  if (isShort && (endsSentence(before.text) || !/^\p{Ll}/u.test(line.text))) return true
  const down = before.y - line.y
  // A step up is a next column, and says no more than a next page.
  if (onNextPage || down <= 0) return endsSentence(before.text) && /^[\p{Lu}\d"“]/u.test(line.text) && isShort
  return step > 0 && down > 1.35 * step
}
