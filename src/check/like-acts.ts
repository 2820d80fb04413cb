import { addDays, type Coverage, type Day } from '../domain/index.ts'
import type { AsOfEvent } from '../record/index.ts'
import type { Case } from './case.ts'
import { coverageOf } from './coverage.ts'
import type { Match } from './matching.ts'
import type { Days } from './search.ts'
import { soughtOf } from './sought.ts'
import { thresholds } from './thresholds.ts'
import { findWitnesses } from './witnesses.ts'

const ALWAYS = '0001-01-01'

/** Acts of the kind that a superlative ranks, in the whole record up to a day, in order (`people`: whom it is about, where its own words do not name them); of reports days apart about one act the first. */
export const likeActs = async (
  c: Case,
  to: Day,
  people: readonly string[] = [],
): Promise<readonly Match<AsOfEvent>[]> => {
  const sought = soughtOf(c)
  const own = people.length > 0 ? { ...sought, people } : sought
  const { witnesses } = await findWitnesses(c, own, { from: ALWAYS, to })
  const sorted = [...witnesses].sort(
    (a, b) => a.event.day.localeCompare(b.event.day) || (a.event.id < b.event.id ? -1 : 1),
  )
  return sorted.filter(({ event }, i) => {
    const last = sorted[i - 1]
    return !last || addDays(last.event.day, thresholds().extremum.same_act) < event.day
  })
}

/** Whether an act is so clearly of the kind that it may contradict: it bears every word of the claim. */
export const isClearly = (match: Match): boolean => match.score >= thresholds().extremum.clearly && match.terms === 1

/** What the record could have seen of the actors since it first knows of them. */
export const coverageSinceFirst = async (
  c: Case,
  to: Day,
): Promise<{ readonly days: Days; readonly coverage: Coverage }> => {
  const all = await c.search.involving(c.actors, { from: ALWAYS, to })
  const days = { from: all[0]?.day ?? to, to }
  return { days, coverage: await coverageOf(c.search, c.actors, days) }
}
