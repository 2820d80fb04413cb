import { dayNumber, type EventType } from '../../domain/index.ts'
import { phaseSettings } from '../phases/index.ts'
import type { Balance } from '../series/index.ts'
import { passedBetween, sumsOf, turnSettings } from '../turns/index.ts'
import { weightOfType } from '../weights.ts'
import { type Arrow, arrowBetween, pastOf } from './arrow.ts'
import { briefSettings } from './settings.ts'

/** How little would undo a direction: so many days with an act of a kind in the window, and no direction could be named any more. */
export interface Flip {
  readonly type: EventType
  readonly days: number
}

/** More days than this are no way to be wrong. */
const MOST_DAYS = 60

export const flipOf = (balance: Balance, asOf: string, arrow: Arrow | null): Flip | null => {
  if (!arrow || arrow.direction === 'steady') return null
  const warming = arrow.direction === 'warming'
  const type = briefSettings().flip_by[warming ? 'colder' : 'warmer']
  const { damping, ordinary_act_day } = turnSettings()
  const day = (Math.abs(weightOfType(type)) / ordinary_act_day) ** damping
  const days = pastOf(dayNumber(asOf), phaseSettings().window)
  const past = passedBetween(sumsOf(balance), days.from, days.to)
  const { now, before } = arrow
  for (let n = 1; n <= MOST_DAYS; n++) {
    const more = warming
      ? { ...now, conflict: now.conflict + n * day }
      : { ...now, cooperation: now.cooperation + n * day }
    if (arrowBetween(more, before, past)?.direction !== arrow.direction) return { type, days: n }
  }
  return null
}
