import { isState } from '../../domain/index.ts'
import { heaviest, type Mechanism, standingOf } from './evidence.ts'
import { conflicts, favours, isQuarrel, thirdsOf } from './third-parties.ts'

/** A common rival: both quarrel with the same third state, which draws them together; where one courts it, it parts them. */
export const commonRival: Mechanism = (c, s) => {
  const thirds = thirdsOf(c).filter(({ id }) => isState(id))
  const quarrels = (events: Parameters<typeof isQuarrel>[0]): boolean => isQuarrel(events, s.rival_share, s.rival_acts)
  const shared = thirds.filter(t => quarrels(t.withA) && quarrels(t.withB))
  const divided = thirds.filter(
    t => (quarrels(t.withA) && favours(t.withB).length > 0) || (quarrels(t.withB) && favours(t.withA).length > 0),
  )
  const rivals = c.facts.filter(f => f.kind === 'rivalry' && f.from <= c.to && (f.to === null || f.to >= c.from))
  const [marks, contrary] = c.direction > 0 ? [shared, divided] : [divided, shared]
  const one = (t: (typeof thirds)[number]) =>
    c.direction > 0 === shared.includes(t)
      ? [...conflicts(t.withA), ...conflicts(t.withB)]
      : [...conflicts(t.withA), ...conflicts(t.withB), ...favours(t.withA), ...favours(t.withB)]
  return {
    mechanism: 'common rival',
    says: 'Both quarrel with the same third state, or one courts what the other quarrels with.',
    through: marks.map(({ id }) => id),
    standing: standingOf(marks.length, 0, contrary.length),
    for: [...marks.flatMap(t => heaviest(one(t), s)), ...rivals.map(f => ({ id: f.id, day: f.from, says: f.says }))],
    against: contrary.flatMap(t => heaviest(one(t), s)),
    missing: marks.length === 0 ? ['no third state that both stand badly with'] : ['that either said so'],
  }
}
