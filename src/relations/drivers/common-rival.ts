import { type ActorId, isState } from '../../domain/index.ts'
import { factEvidence, factsBetween, heaviest, type Mechanism, standingOf } from './evidence.ts'
import { conflicts, favours, isQuarrel, thirdsOf } from './third-parties.ts'

/** A common rival: both quarrel with the same third state, which draws them together; where one courts it, it parts them. */
export const commonRival: Mechanism = (c, s) => {
  const thirds = thirdsOf(c).filter(({ id }) => isState(id))
  const [a, b] = c.pair
  /** At odds by what passed, or in an armed conflict or a rivalry that lasts. */
  const disputes = (own: ActorId, third: ActorId) => factsBetween(c, own, third, ['rivalry', 'dispute'])
  const atOdds = (own: ActorId, third: ActorId, events: Parameters<typeof isQuarrel>[0]): boolean =>
    isQuarrel(events, s.rival_share, s.rival_acts) || (conflicts(events).length > 0 && disputes(own, third).length > 0)
  const shared = thirds.filter(t => atOdds(a, t.id, t.withA) && atOdds(b, t.id, t.withB))
  const divided = thirds.filter(
    t =>
      (atOdds(a, t.id, t.withA) && favours(t.withB).length > 0) ||
      (atOdds(b, t.id, t.withB) && favours(t.withA).length > 0),
  )
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
    for: marks.flatMap(t => [
      ...heaviest(one(t), s),
      ...[...disputes(a, t.id), ...disputes(b, t.id)].map(factEvidence),
    ]),
    against: contrary.flatMap(t => heaviest(one(t), s)),
    missing: marks.length === 0 ? ['no third state that both stand badly with'] : ['that either said so'],
  }
}
