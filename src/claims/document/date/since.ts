import type { Span } from '../../../domain/index.ts'
import type { Document, TimeMention } from '../../../text/index.ts'
import type { Evidence } from './evidence.ts'
import { tenseOfTime, wordAt } from './tense.ts'
import { dating } from './weights.ts'

/** Something dated that a count of years may run from. */
export interface Anchor extends Span {
  readonly from: number
  readonly to: number
}

/** "Twenty years after", "a decade since": what stands between the count and the anchor. */
const BETWEEN = /^\s+(?:after|since|on from|later than|removed from)\s+(?:the\s+|its\s+|\p{L}+['’]s?\s+){0,2}$/iu

/** A count of years that runs from something dated up to the day of writing. */
export const sinceSigns = (document: Document, times: readonly TimeMention[], anchors: readonly Anchor[]): Evidence[] =>
  times.flatMap(time => {
    const years = yearsOf(time)
    if (years === null) return []
    const anchor = anchors.find(a => a.start > time.end && BETWEEN.test(document.text.slice(time.end, a.start)))
    if (!anchor || isStory(document, time)) return []
    const { share, off } = dating().since
    const slack = 365.25 * (0.5 + years * share)
    const [from, to] = [anchor.from + years * 365.25 - slack, anchor.to + years * 365.25 + slack]
    const { start } = time
    const says = `that would be about ${new Date(((from + to) / 2) * 86_400_000).getUTCFullYear()}`
    return [{ start, end: anchor.end, says, on: (day: number) => (day >= from && day <= to ? 1 : off) }]
  })

const yearsOf = ({ kind, value }: TimeMention): number | null => {
  const found = kind === 'duration' ? /^P(\d+)(Y|DE|CE)$/.exec(value) : null
  if (!found) return null
  return Number(found[1]) * (found[2] === 'Y' ? 1 : found[2] === 'DE' ? 10 : 100)
}

/** "Two years after the war, they signed": a story of the past, whose end is not the day of writing. */
const isStory = (document: Document, { end }: TimeMention): boolean => {
  const word = wordAt(document, end - 1)
  if (!word) return true
  const { tokens } = word.sentence
  const before = tenseOfTime(word.sentence, word.token)
  // At the head of its sentence the tense follows.
  const after = tokens.slice(word.token.i).find(t => /^(?:VBD|VBZ|VBP|MD)$/.test(t.xpos))
  return before === 'past' || (before === null && after?.xpos === 'VBD')
}
