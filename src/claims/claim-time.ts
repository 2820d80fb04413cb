import type { ClaimTime, Span } from '../domain/index.ts'
import type { TimeMention } from '../text/index.ts'
import type { Clause } from './clause/index.ts'
import type { Draft } from './draft.ts'
import { inside, type Page, type PageSentence, spanOf } from './page.ts'

const POINTING = new Set(['when', 'where', 'as', 'after', 'before', 'while', 'which', 'who'])

/** A clause with the words fronted to it: "In February relations sank". */
const reachOf = (s: PageSentence, clause: Clause): Span => {
  const from = Math.min(clause.subject?.from ?? clause.body.from, clause.body.from)
  const before = s.clauses.filter(c => c.body.to < from).map(c => c.body.to)
  return spanOf(s, Math.max(0, ...before.map(b => b + 1)), clause.body.to)
}

/** The time that says most: a stated point before a relative one, a point before one without days. */
const best = (times: readonly TimeMention[]): TimeMention | null => {
  const points = times.filter(t => t.kind === 'point' && (t.from !== null || t.to !== null))
  return points.find(t => t.basis === 'stated' || t.basis === 'relative') ?? points[0] ?? null
}

/** The times of a clause; those of clauses set between its subject and its verb are theirs. */
const timesOf = (s: PageSentence, clause: Clause): TimeMention[] => {
  const reach = reachOf(s, clause)
  const others = s.clauses.filter(c => c !== clause).map(c => spanOf(s, c.body.from, c.body.to))
  return s.times.filter(t => inside(t, reach) && !others.some(o => inside(t, o)))
}

const clauseTime = (s: PageSentence, clause: Clause, steps: number): TimeMention | null => {
  const own = best(timesOf(s, clause))
  if (own || steps === 0) return own
  // "…, when he visited Iran": an act told by its time has the time of the clause that it hangs on.
  const { marker, parent } = clause
  const above = marker !== null && POINTING.has(marker) && parent !== null ? s.clauses[parent] : undefined
  return above ? clauseTime(s, above, steps - 1) : null
}

/** How many clauses up a time may be lent from. */
const LENT = 3

const ownTime = (s: PageSentence, draft: Draft): TimeMention | null =>
  draft.clause ? clauseTime(s, draft.clause, LENT) : best(s.times.filter(t => inside(t, draft)))

/** When a claim says its matter happened; by its tense where it names no time. */
export const timeOf = (page: Page, s: PageSentence, draft: Draft): ClaimTime | null => {
  const { date } = page.facts
  const time = ownTime(s, draft)
  if (time) return { from: time.from, to: time.to, grain: time.grain, basis: time.basis, mention: time.mention }
  if (!date || !draft.clause) return null
  const { group } = draft.clause
  const verb = page.text.slice(spanOf(s, group.from, group.to).start, spanOf(s, group.from, group.to).end)
  if (group.tense === 'past') return { from: null, to: date.to, grain: null, basis: 'tense', mention: verb }
  const ahead = group.tense === 'future' || ['announced_event', 'forecast'].includes(draft.type)
  if (ahead) return { from: date.from, to: null, grain: null, basis: 'tense', mention: verb }
  return { from: date.from, to: date.to, grain: null, basis: 'document', mention: verb }
}
