import type { Mover } from '../api/types.ts'
import { shortDay } from '../charts/day.ts'
import { signed } from '../receipts/words.ts'

/** What is said of a pair that moved, or did not. */
export const movedWords = ({ direction, likelihood, change }: Mover): string =>
  direction === 'steady'
    ? 'steady'
    : `${likelihood} ${direction}, ${signed(change.value)} degrees (${signed(change.low)} to ${signed(change.high)})`

export const standsWords = ({ phase }: Mover): string =>
  phase ? `${phase.name} since ${shortDay(phase.since)}` : 'no phase'

export const ARROWS = { warming: '▲', cooling: '▼', steady: '–' } as const
