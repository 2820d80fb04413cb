import { weightOf } from '../weights.ts'
import { heaviest, isBetween, type Mechanism, standingOf } from './evidence.ts'

/** Alliances and disputes: standing facts of the pair that draw it one way; they change slowly and explain the level better than a turn. */
export const structure: Mechanism = (c, s) => {
  const holds = c.facts.filter(
    f =>
      f.kind !== 'office' &&
      c.pair.every(id => f.states.includes(id)) &&
      f.from <= c.to &&
      (f.to === null || f.to >= c.from),
  )
  const draws = (kind: string): boolean => (kind === 'alliance') === c.direction > 0
  const shown = (list: typeof holds) => list.map(f => ({ id: f.id, day: f.from, says: f.says }))
  const [marks, contrary] = [holds.filter(f => draws(f.kind)), holds.filter(f => !draws(f.kind))]
  const began = marks.filter(f => f.from >= c.from)
  const acts = c.events.filter(e => isBetween(e, ...c.pair) && weightOf(e) * c.direction < 0)
  return {
    mechanism: 'alliances and disputes',
    says: 'Standing ties or disputes of the two pulled this way.',
    through: [],
    standing: standingOf(began.length, marks.length, contrary.length),
    for: shown(marks),
    against: [...shown(contrary), ...(marks.length > 0 ? heaviest(acts, s) : [])],
    missing: holds.length === 0 ? ['no alliance, rivalry or dispute of the two is known'] : [],
  }
}
