import { addDays, type Landmark, overlaps } from '../domain/index.ts'
import { landmarks, plain } from '../facts/index.ts'
import { type Case, type Finding, hasOwnTime } from './case.ts'
import { landmarkReceipt } from './receipts.ts'
import { termsOf } from './sought.ts'
import { keysOf } from './terms.ts'
import { thresholds } from './thresholds.ts'
import { fromTo, unstopped } from './wording.ts'

const FILLERS = new Set(['the', 'of', 'a', 'in', 's', 'and'])

/** The words of a landmark's name that must all stand in a claim, as keys. */
const nameKeys = (name: string): readonly string[] => {
  const keys = keysOfName.get(name) ?? [...keysOf(plain(name).replace(/ s /g, ' '))].filter(key => !FILLERS.has(key))
  keysOfName.set(name, keys)
  return keys
}
const keysOfName = new Map<string, readonly string[]>()

/** Names of two words ("the nuclear deal") may be anyone's: who is named beside them decides. */
const fits = (c: Case, landmark: Landmark, name: string, quote: ReadonlySet<string>): boolean => {
  const keys = nameKeys(name)
  if (keys.length < 2 || !keys.every(key => quote.has(key))) return false
  return keys.length > 2 || c.claim.actors.length === 0 || c.actors.some(id => landmark.actors.includes(id))
}

/** A claim that only mentions a landmark ("after the annexation …") says more than the landmark shows. */
const isMainThing = (c: Case, landmark: Landmark): boolean => {
  const shown = keysOf([...landmark.names, landmark.summary].join(' '))
  const said = termsOf(c.claim)
  return said.filter(key => shown.has(key)).length >= thresholds().landmark.least_share * said.length
}

/** Landmarks that a claim names and that lay behind the day of judging: all words of one of the names stand in the quote. */
export const landmarksNamed = (c: Case): Landmark[] => {
  const quote = keysOf(c.claim.quote)
  return landmarks().filter(
    l => l.from <= c.until && l.names.some(name => fits(c, l, name, quote)) && isMainThing(c, l),
  )
}

/** Whether the time that a claim gives fits a landmark's days. */
const isOf = (c: Case, { from, to }: Landmark): boolean => {
  const { time } = c.claim
  if (!time || !hasOwnTime(c.claim)) return true
  const slack = thresholds().tolerance[time.grain ?? 'other'] ?? thresholds().tolerance.other
  return overlaps(time, { from: addDays(from, -slack), to: addDays(to, slack) })
}

/** A claim that names a dated landmark needs no record; a wrong time for one is an error that the landmark shows. Null where none is named. */
export const judgeLandmark = (c: Case): Finding | null => {
  const named = landmarksNamed(c)
  const fitting = named.filter(l => isOf(c, l))
  const first = fitting[0] ?? named[0]
  if (!first) return null
  const when = fromTo(first)
  const receipts = (list: readonly Landmark[], bearing: 'for' | 'against') =>
    list.map(l => landmarkReceipt(l, bearing, c.asOf))
  if (fitting.length > 0)
    return {
      verdict: 'supported',
      because: `A dated landmark, ${when}: ${unstopped(first.summary)}`,
      receipts: receipts(fitting, 'for'),
    }
  return {
    verdict: 'disputed',
    because: `The landmark is dated ${when}, not to the time claimed: ${unstopped(first.summary)}`,
    receipts: receipts(named, 'against'),
  }
}
