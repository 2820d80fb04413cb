import {
  type ActorId,
  actorKind,
  addDays,
  type Claim,
  type Coverage,
  type Day,
  isState,
  type Ledger,
  maxDay,
  minDay,
  type Receipt,
  type VerdictName,
} from '../domain/index.ts'
import type { Days, Search } from './search.ts'
import { thresholds } from './thresholds.ts'
import { inWords } from './wording.ts'

/** One claim, on one as-of day: all that a judge needs. */
export interface Case {
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

export const makeCase = (claim: Claim, ledger: Ledger, search: Search): Case => {
  const { asOf } = search
  const day = ledger.document.date?.to ?? asOf
  return { claim, ledger, search, asOf, day, until: minDay(day, asOf), dateNote: dateNote(ledger, asOf) }
}

/** Everyone whose acts can be on record: states, organisations, groups; people and places only through their states. */
export const actorsOf = (claim: Claim): ActorId[] => {
  const ids = [...claim.actors.map(a => a.id), claim.event?.source, claim.event?.target, claim.attribution.actor]
  const named = ids.flatMap(id =>
    id && ['state', 'organisation', 'group'].includes(actorKind(id) ?? 'group') ? [id] : [],
  )
  return [...new Set(named)]
}

/** The two sides of a claim, source first, where it has any: by its event, else by the roles of its actors, else in order. */
export const sidesOf = (claim: Claim): { readonly source: ActorId | null; readonly target: ActorId | null } => {
  const role = (wanted: string) => claim.actors.find(a => a.role === wanted && actorKind(a.id) !== 'person')?.id ?? null
  const source = claim.event?.source ?? role('source')
  const target = claim.event?.target ?? role('target')
  if (source && target) return { source, target }
  const others = actorsOf(claim).filter(id => id !== source && id !== target)
  const states = [...others.filter(isState), ...others.filter(id => !isState(id))]
  if (source) return { source, target: states[0] ?? null }
  if (target) return { source: states[0] ?? null, target }
  return { source: states[0] ?? null, target: states[1] ?? null }
}

/** True when the text gives the claim a time of its own, not one that follows from tense or the document's date. */
export const hasOwnTime = (claim: Claim): boolean =>
  claim.time !== null && claim.time.basis !== 'tense' && claim.time.basis !== 'document'

/** The days in which evidence may lie, with the tolerance that the grain of the claim's time asks for. */
export const daysOf = (c: Case, lookback: number): Days => {
  const { time } = c.claim
  const table = thresholds().tolerance
  const slack = hasOwnTime(c.claim) ? (table[time?.grain ?? 'other'] ?? table.other) : 0
  const to = time?.to ? minDay(addDays(time.to, slack), c.until) : c.until
  const from = time?.from ? addDays(time.from, -slack) : addDays(to, -lookback)
  // Tense alone says that something is past, not how recent: the family's own reach holds.
  return { from: time && hasOwnTime(c.claim) ? minDay(from, to) : minDay(addDays(to, -lookback), maxDay(from, to)), to }
}
