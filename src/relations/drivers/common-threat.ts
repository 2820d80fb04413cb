import { isState } from '../../domain/index.ts'
import { heaviest, type Mechanism, standingOf } from './evidence.ts'
import { conflicts, favours, thirdsOf } from './third-parties.ts'

/** A common threat: an armed group or movement, no state, that strikes at both; a group that one of them feeds parts them. */
export const commonThreat: Mechanism = (c, s) => {
  const groups = thirdsOf(c).filter(({ id }) => !isState(id))
  const strikes = groups.filter(t => conflicts(t.withA).length > 0 && conflicts(t.withB).length > 0)
  const fed = groups.filter(
    t =>
      (conflicts(t.withA).length > 0 && favours(t.withB).length > 0) ||
      (conflicts(t.withB).length > 0 && favours(t.withA).length > 0),
  )
  const [marks, contrary] = c.direction > 0 ? [strikes, fed] : [fed, strikes]
  const acts = (t: (typeof groups)[number]) => [...t.withA, ...t.withB]
  return {
    mechanism: 'common threat',
    says: 'An armed group strikes at both, or is fed by one of them.',
    through: marks.map(({ id }) => id),
    standing: standingOf(marks.length, 0, contrary.length),
    for: marks.flatMap(t => heaviest(acts(t), s)),
    against: contrary.flatMap(t => heaviest(acts(t), s)),
    missing: marks.length === 0 ? ['no group that acts against both'] : ['joint action against it'],
  }
}
