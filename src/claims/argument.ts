import type { Argument, Claim } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import type { Page, PageSentence } from './page.ts'

interface ArgumentFile {
  readonly drivers: readonly string[]
  readonly conclusions: readonly string[]
  readonly until_document: readonly string[]
}

let file: ArgumentFile | null = null
/** data/claims/argument.yaml. */
export const argumentFile = (): ArgumentFile => {
  file ??= readShippedYaml<ArgumentFile>('claims', 'argument.yaml')
  return file
}

/** What must follow a marker: "The first signs" counts no reasons, "The first is trade" does. */
const COUNTS = {
  word: /^[\s,.:;]/,
  phrase: /^(?:[,:]| (?:is|was|are|were|lies|has|comes|concerns|reason|factor|point|one|driver|obstacle)\b)/,
}

/** The longest of some phrases that a sentence opens with. */
const opening = (page: Page, s: PageSentence, phrases: readonly string[]): string | null => {
  const text = page.text.slice(s.sentence.start, s.sentence.end).replace(/^[•*\-–\s]+/, '')
  const fits = phrases.filter(
    p => text.startsWith(p) && COUNTS[/^(The|A) /.test(p) ? 'phrase' : 'word'].test(text.slice(p.length)),
  )
  return fits.sort((a, b) => b.length - a.length)[0] ?? null
}

interface Step {
  readonly sentence: number
  readonly marker: string
}

/** "The first ships arrived" counts no reasons: two markers at least, the first of which begins the row. */
const driversOf = (page: Page): Step[] => {
  const steps = page.sentences.flatMap(s => {
    const marker = s.asserts ? opening(page, s, argumentFile().drivers) : null
    return marker ? [{ sentence: s.index, marker }] : []
  })
  return steps.length > 1 ? steps : []
}

/** Thesis, counted reasons and conclusions, by the words that mark them. */
export const argumentOf = (page: Page, claims: readonly Claim[]): Argument => {
  const steps = driversOf(page)
  const sums = page.sentences.filter(s => s.asserts && opening(page, s, argumentFile().conclusions) !== null)
  const sum = sums.at(-1)?.index ?? null
  const ends = (n: number): number => steps[n + 1]?.sentence ?? sum ?? page.sentences.length
  const drivers = steps.map(({ sentence, marker }, n) => ({
    marker,
    claims: claims.filter(c => c.sentence >= sentence && c.sentence < Math.max(ends(n), sentence + 1)).map(c => c.id),
  }))
  const moves = (c: Claim) => ['relation_trend', 'turning_point', 'cause'].includes(c.type)
  const first = steps[0]
  const before = first ? claims.filter(c => c.sentence < first.sentence && c.sentence >= first.sentence - 2) : claims
  const thesis = (first ? before.findLast(moves) : before.find(moves)) ?? null
  return {
    thesis: thesis?.id ?? null,
    drivers,
    conclusions: sum === null ? [] : claims.filter(c => c.sentence >= sum).map(c => c.id),
  }
}
