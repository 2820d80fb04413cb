import { weightOf } from '../weights.ts'
import { factEvidence, factsBetween, heaviest, isBetween, type Mechanism, standingOf } from './evidence.ts'

/** Alliances and disputes: standing facts of the pair that draw it one way; they change slowly and explain the level better than a turn. */
export const structure: Mechanism = (c, s) => {
  const holds = factsBetween(c, c.pair[0], c.pair[1], ['alliance', 'union', 'rivalry', 'dispute'])
  const draws = (kind: string): boolean => (kind === 'alliance' || kind === 'union') === c.direction > 0
  const [marks, contrary] = [holds.filter(f => draws(f.kind)), holds.filter(f => !draws(f.kind))]
  const began = marks.filter(f => f.from >= c.from)
  const acts = c.events.filter(e => isBetween(e, ...c.pair) && weightOf(e) * c.direction < 0)
  return {
    mechanism: 'alliances and disputes',
    says: 'Standing ties or disputes of the two pulled this way.',
    through: [],
    standing: standingOf(began.length, marks.length, contrary.length),
    for: marks.map(factEvidence),
    against: [...contrary.map(factEvidence), ...(marks.length > 0 ? heaviest(acts, s) : [])],
    missing: holds.length === 0 ? ['no alliance, rivalry or dispute of the two is known'] : [],
  }
}
