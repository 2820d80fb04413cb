import { actorKind, type Bearing, type Claim } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import { type Case, daysOf, type Finding, hasOwnTime, type Judge } from './case.ts'
import { coverageSinceFirst, isClearly, likeActs } from './like-acts.ts'
import { type Match, tookPart } from './matching.ts'
import { nothingFound } from './nothing-found.ts'
import { eventReceipt } from './receipts.ts'
import { precedingOf } from './sides.ts'
import { termsFile, thresholds } from './thresholds.ts'
import { told } from './wording.ts'

type Acts = readonly Match<AsOfEvent>[]

/** The act claimed to be the first, and those before it. Without a time of its own it is taken to be the latest of its kind. */
const split = (c: Case, acts: Acts): { readonly own: Acts; readonly earlier: Acts } => {
  if (!hasOwnTime(c.claim)) return { own: acts.slice(-1), earlier: acts.slice(0, -1) }
  const days = daysOf(c, thresholds().lookback.event)
  return {
    own: acts.filter(m => m.event.day_to >= days.from && m.event.day <= days.to),
    earlier: acts.filter(m => m.event.day_to < days.from),
  }
}

const peopleIn = ({ actors }: Claim): string[] => {
  const people = actors.filter(a => actorKind(a.id) === 'person')
  const taking = people.filter(a => a.role !== 'about')
  return [...new Set((taking.length > 0 ? taking : people).map(a => a.id))]
}

interface Whose {
  /** Those who all must have taken part. */
  readonly people: readonly string[]
  /** The claim is about people, not about their offices, and they are known. */
  readonly isKnown: boolean
}

/** Whose first it is. "Their first meeting" is that of those whom the text spoke of before, not of their forerunners in office. */
const whoseFirst = (c: Case): Whose => {
  const own = peopleIn(c.claim)
  if (own.length > 0) return { people: own, isKnown: true }
  if (!new RegExp(termsFile().same_people, 'iu').test(c.claim.quote)) return { people: [], isKnown: true }
  const before =
    precedingOf(c.claim, c.ledger.claims)
      .map(peopleIn)
      .find(people => people.length > 0) ?? []
  return { people: before, isKnown: before.length > 0 }
}

/** A source that calls an act the first; the first "since" something is so only for a claim that says as much. */
const callsItFirst = (summary: string, quote: string): boolean => {
  const isSince = (text: string) => /\bfirst\b.*\bsince\b/i.test(text)
  return /\bfirst\b/i.test(summary) && (!isSince(summary) || isSince(quote))
}

/** "The first visit of a minister": an earlier act of the kind, anywhere in the record, speaks against it. */
export const judgeFirstAct: Judge = async (c): Promise<Finding> => {
  const { people, isKnown } = whoseFirst(c)
  const isTheirs = ({ event }: Match<AsOfEvent>) => people.every(person => tookPart(event, person))
  const { own, earlier } = split(c, (await likeActs(c, c.until, people)).filter(isTheirs))
  const { days, coverage } = await coverageSinceFirst(c, c.until)
  const show = (acts: Acts, bearing: Bearing) => acts.map(m => eventReceipt(m.event, bearing, c.asOf))
  // A meeting on neutral ground is no earlier visit: counter-examples bear as much of the claim as the act itself does.
  const least = Math.max(thresholds().stated.least_share, ...own.map(m => m.terms))
  const counters = earlier.filter(m => m.terms >= least).sort((a, b) => b.score - a.score)
  const [counter] = counters
  if (counter) {
    const surely = isKnown && hasOwnTime(c.claim) && isClearly(counter) && coverage.adequate
    return {
      verdict: surely ? 'contradicted' : 'disputed',
      because: `An earlier act of the kind is on record for ${told(counter.event)}`,
      receipts: [...show(counters, 'against'), ...show(own, 'context')],
      coverage,
    }
  }
  const said = own.find(m => callsItFirst(m.event.summary, c.claim.quote))
  const shown = said ?? own[0]
  if (!shown) return nothingFound(c, 'such act', days)
  if (said || coverage.adequate) {
    const because = said
      ? `A source calls it the first, ${told(said.event)}`
      : `No earlier one is on record than ${told(shown.event)}`
    return { verdict: 'supported', because, receipts: show(own, 'for'), coverage }
  }
  return nothingFound(c, 'earlier act of the kind', days, show(own, 'context'))
}
