import { dayNumber, type QuadClass, quadClass, type RecordEvent } from '../../domain/index.ts'
import { weightOf } from '../weights.ts'
import { withoutSecondAccounts } from './second-accounts.ts'

/**
 * An act of one state towards another, as a series counts it. Rows of any published format become acts: what a format
 * calls it (PLOVER type, CAMEO root, WEIS root) is `kind`; acts of one kind on one day are one sign of the times.
 */
export interface Act {
  readonly day: number
  /** Done by the first of the pair to the second, the other way round, or together. */
  readonly by: 'a' | 'b' | 'both'
  readonly kind: string
  readonly quad: QuadClass
  /** Below 0 conflict, above 0 co-operation. */
  readonly weight: number
}

/** The acts of a pair among events of the record: those that happened and that have another side and a type. */
export const actsOf = (events: readonly RecordEvent[], [a, b]: readonly [string, string]): Act[] =>
  withoutSecondAccounts(events).flatMap(event => {
    const { source, target, type, reciprocal, day } = event
    const between = (source === a && target === b) || (source === b && target === a)
    if (type === null || !between || !hasHappened(event)) return []
    const by = reciprocal ? 'both' : source === a ? 'a' : 'b'
    return [{ day: dayNumber(day), by, kind: type, quad: quadClass(type), weight: weightOf(event) }]
  })

const hasHappened = ({ status }: RecordEvent): boolean => status === 'occurred' || status === 'ongoing'
