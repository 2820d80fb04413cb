import { addDays, type Day } from '../domain/index.ts'
import { type Change, changeBetween, dayBalances } from '../relations/index.ts'
import type { Case } from './case.ts'
import { eventsOf, type Pair } from './pair-acts.ts'
import type { Days } from './search.ts'
import { counted, fromTo, pairName } from './wording.ts'

/** Two spans, one after the other, and how the acts of a pair differ between them. */
export interface Compared {
  readonly before: Days
  readonly after: Days
  readonly change: Change
}

/** The `length` days before a cut against the time from the cut on. */
export const compareAt = async (c: Case, pair: Pair, cut: Day, length: number, to: Day): Promise<Compared> => {
  const before = { from: addDays(cut, -length), to: addDays(cut, -1) }
  const after = { from: cut, to }
  const events = await eventsOf(c, pair, { from: before.from, to })
  return { before, after, change: changeBetween(dayBalances(events, before), dayBalances(events, after)) }
}

/** "1.5", "−0.3". */
const weight = (mean: number): string => `${mean < 0 ? '−' : ''}${Math.abs(mean).toFixed(1)}`

/** Both spans in numbers, so that a reader can judge the size of a change. */
export const comparedInWords = ({ before, after, change }: Compared, pair: Pair): string => {
  const way = { 1: 'were warmer', 0: 'were not surely warmer or cooler', [-1]: 'were cooler' }[change.direction]
  const span = (days: Days, part: Change['before']) =>
    `from ${fromTo(days)} (mean ${weight(part.mean)} on ${counted(part.days, 'day')})`
  return `acts between ${pairName(pair)} ${way} ${span(after, change.after)} than ${span(before, change.before)}`
}
