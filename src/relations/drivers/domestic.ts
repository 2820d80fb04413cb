import { weightOf } from '../weights.ts'
import { evidenceOf, heaviest, isBetween, type Mechanism, speaksOf, standingOf } from './evidence.ts'

/** Domestic politics: unrest, trials and votes at home that make a government seek a quarrel, or quiet, abroad. */
export const domestic: Mechanism = (c, s) => {
  const own = (id: string | null): boolean => id !== null && c.pair.includes(id)
  const athome = c.events.filter(
    e =>
      speaksOf(e, s.domestic) &&
      (e.target === null || e.source === e.target || (own(e.target) && !own(e.source) && /^(per|grp):/.test(e.source))),
  )
  const linked = c.events.filter(
    e => isBetween(e, ...c.pair) && speaksOf(e, s.domestic) && weightOf(e) * c.direction > 0,
  )
  const contrary = c.events.filter(
    e => isBetween(e, ...c.pair) && speaksOf(e, s.domestic) && weightOf(e) * c.direction < 0,
  )
  return {
    mechanism: 'domestic politics',
    says: 'What happened at home carried over into the relation.',
    through: [],
    standing: standingOf(linked.length, athome.length, contrary.length),
    for: [...athome.slice(-s.shown).map(evidenceOf), ...heaviest(linked, s)],
    against: heaviest(contrary, s),
    missing: linked.length === 0 ? ['an act between the two that speaks of it'] : [],
  }
}
