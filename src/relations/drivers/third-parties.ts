import type { ActorId } from '../../domain/index.ts'
import type { AsOfEvent } from '../../record/index.ts'
import { weightOf } from '../weights.ts'
import { type Case, isBetween, thirdParty } from './evidence.ts'

/** The acts of each of a pair with one third party. */
export interface Third {
  readonly id: ActorId
  readonly withA: readonly AsOfEvent[]
  readonly withB: readonly AsOfEvent[]
}

/** Everybody else that one of the pair dealt with, by id. */
export const thirdsOf = ({ events, pair }: Case): Third[] => {
  const found = new Map<ActorId, { withA: AsOfEvent[]; withB: AsOfEvent[] }>()
  for (const event of events) {
    const id = thirdParty(event, pair)
    if (id === null) continue
    const third = found.get(id) ?? { withA: [], withB: [] }
    found.set(id, third)
    if (isBetween(event, pair[0], id)) third.withA.push(event)
    else third.withB.push(event)
  }
  return [...found].map(([id, acts]) => ({ id, ...acts })).sort((x, y) => (x.id < y.id ? -1 : 1))
}

export const conflicts = (events: readonly AsOfEvent[]): AsOfEvent[] => events.filter(e => weightOf(e) < 0)
export const favours = (events: readonly AsOfEvent[]): AsOfEvent[] => events.filter(e => weightOf(e) > 0)

/** Whether dealings were mostly conflict. */
export const isQuarrel = (events: readonly AsOfEvent[], share: number, acts: number): boolean => {
  const [bad, good] = [conflicts(events).length, favours(events).length]
  return bad >= acts && bad >= share * (bad + good)
}
