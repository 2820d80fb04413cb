import type { RecordEvent } from '../../domain/index.ts'

/** Events without second accounts of the same act: of rows that dispute each other one is left. */
export const withoutSecondAccounts = <E extends RecordEvent>(events: readonly E[]): readonly E[] => {
  const disputes = new Map(events.map(e => [e.id, e.disputes]))
  return events.filter(
    e => e.disputes === null || !disputes.has(e.disputes) || (disputes.get(e.disputes) === e.id && e.id < e.disputes),
  )
}
