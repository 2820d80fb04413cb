import type { Day, RecordEvent } from '../domain/index.ts'
import { weightOf } from './weights.ts'

/** A day with acts that take a side, and the mean of their weights. */
export interface DayBalance {
  readonly day: Day
  readonly value: number
  readonly events: readonly string[]
}

/** Events without second accounts of the same act: of rows that dispute each other one is left. */
export const withoutSecondAccounts = <E extends RecordEvent>(events: readonly E[]): readonly E[] => {
  const disputes = new Map(events.map(e => [e.id, e.disputes]))
  return events.filter(
    e => e.disputes === null || !disputes.has(e.disputes) || (disputes.get(e.disputes) === e.id && e.id < e.disputes),
  )
}

/**
 * The days of a window with what passed on each. Days, not rows, are counted: the ten papers signed on one visit are one
 * sign of the times, not ten. An act of several days stands on its first. Of two rows that dispute each other one counts.
 */
export const dayBalances = (
  events: readonly RecordEvent[],
  window: { readonly from: Day; readonly to: Day },
): DayBalance[] => {
  const days = new Map<Day, RecordEvent[]>()
  for (const event of withoutSecondAccounts(events)) {
    if (event.day < window.from || event.day > window.to || weightOf(event) === 0) continue
    const list = days.get(event.day)
    if (list) list.push(event)
    else days.set(event.day, [event])
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, list]) => ({
      day,
      // Sorted before summing: the order in which rows arrive must not show in the last digit.
      value: mean(list.map(weightOf).sort((a, b) => a - b)),
      events: list.map(e => e.id).sort(),
    }))
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length
