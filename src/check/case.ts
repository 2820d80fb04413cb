import {
  addDays,
  type Claim,
  type Coverage,
  type Day,
  type Ledger,
  minDay,
  type Receipt,
  type VerdictName,
} from '../domain/index.ts'
import type { Days, Search } from './search.ts'
import { type Sides, sidesOf, whoActs } from './sides.ts'
import { thresholds } from './thresholds.ts'
import { inWords } from './wording.ts'

/** One claim, on one as-of day: all that a judge needs. */
export interface Case extends Sides {
  readonly claim: Claim
  readonly ledger: Ledger
  readonly search: Search
  readonly asOf: Day
  /** The day the claim is judged for: the document's last possible day, or as-of where nothing says when it was written. */
  readonly day: Day
  /** The last day that evidence of the past may lie on: nothing after the document, nothing after as-of. */
  readonly until: Day
  /** A clause that says where the day of judging is no plain date; empty otherwise. */
  readonly dateNote: string
  /** The verdict on another claim of the same document; null for claims that rest on others themselves. */
  readonly consult: (other: Claim) => Promise<Finding | null>
}

export interface Finding {
  readonly verdict: VerdictName
  readonly because: string
  readonly receipts?: readonly Receipt[]
  readonly coverage?: Coverage
}

export type Judge = (c: Case) => Finding | Promise<Finding>

const dateNote = ({ document: { date } }: Ledger, asOf: Day): string => {
  if (!date) return `; the document bears no date, so it was judged for ${inWords(asOf)}`
  if (date.from === date.to) return ''
  return `; the document's date is known as an interval, and its last day, ${inWords(date.to)}, was taken`
}

export const makeCase = (claim: Claim, ledger: Ledger, search: Search, consult: Case['consult']): Case => {
  const { asOf } = search
  const day = ledger.document.date?.to ?? asOf
  const until = minDay(day, asOf)
  const whom = whoActs(claim, ledger.claims, until)
  return {
    ...{ claim, ledger, search, asOf, day, until, consult },
    dateNote: dateNote(ledger, asOf),
    actors: whom,
    ...sidesOf(claim, whom, until),
  }
}

/** True when the text gives the claim a time of its own, not one that follows from tense or the document's date. */
export const hasOwnTime = (claim: Claim): boolean =>
  claim.time !== null && claim.time.basis !== 'tense' && claim.time.basis !== 'document'

/** True when nothing but its tense dates a claim, and that is past. */
export const isPastByTense = ({ time }: Claim): boolean => time?.basis === 'tense' && time.to !== null

/** "Since the war of 2008": the time named is a beginning, and what is claimed of it lasts. */
const isSince = ({ quote, time }: Claim): boolean => {
  const at = time === null || time.mention === '' ? -1 : quote.indexOf(time.mention)
  return at > 0 && /\bsince\b[^,;:.]*$/i.test(quote.slice(0, at))
}

/** The days in which evidence may lie, with the tolerance that the grain of the claim's time asks for. */
export const daysOf = (c: Case, lookback: number): Days => {
  const { time } = c.claim
  // A time still ahead is that of what was said, wanted or announced, not of the saying.
  const isOwn = hasOwnTime(c.claim) && (time?.from ?? '') <= c.until
  const table = thresholds().tolerance
  const slack = isOwn ? (table[time?.grain ?? 'other'] ?? table.other) : 0
  const to = isOwn && time?.to && !isSince(c.claim) ? minDay(addDays(time.to, slack), c.until) : c.until
  // Tense alone says that something is past, not how recent: the family's own reach holds.
  const from = isOwn && time?.from ? addDays(time.from, -slack) : addDays(to, -lookback)
  return { from: minDay(from, to), to }
}
