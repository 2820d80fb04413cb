import { isState } from '../../domain/index.ts'
import { deepens } from '../weights.ts'
import { factEvidence, factsBetween, heaviest, type Mechanism, standingOf } from './evidence.ts'
import { conflicts, favours, isQuarrel, type Third, thirdsOf } from './third-parties.ts'

/** The state that did most for one of the pair. */
const patronOf = (thirds: readonly Third[], side: 'withA' | 'withB', least: number): Third | null => {
  const deeds = (t: Third): number => t[side].filter(deepens).length
  const [best] = [...thirds].sort((x, y) => deeds(y) - deeds(x) || (x.id < y.id ? -1 : 1))
  return best && deeds(best) >= least ? best : null
}

/** A patron's shift: the state that stands behind one of them comes to terms with the other, or falls out with it, and the client follows. */
export const patron: Mechanism = (c, s) => {
  const thirds = thirdsOf(c).filter(({ id }) => isState(id))
  const ties = [
    { client: c.pair[0], patron: patronOf(thirds, 'withA', s.patron_deeds), other: 'withB' as const },
    { client: c.pair[1], patron: patronOf(thirds, 'withB', s.patron_deeds), other: 'withA' as const },
  ].flatMap(({ client, patron: found, other }) =>
    found
      ? [
          {
            id: found.id,
            acts: found[other],
            allied: factsBetween(c, client, found.id, ['alliance']).map(factEvidence),
          },
        ]
      : [],
  )
  const cold = ties.filter(({ acts }) => isQuarrel(acts, s.rival_share, s.rival_acts))
  const warm = ties.filter(
    ({ acts }) => favours(acts).length >= s.rival_acts && favours(acts).length > conflicts(acts).length,
  )
  const [marks, contrary] = c.direction > 0 ? [warm, cold] : [cold, warm]
  return {
    mechanism: "patron's shift",
    says: `The state that stands behind one of them ${c.direction > 0 ? 'came to terms' : 'fell out'} with the other.`,
    through: [...new Set(marks.map(({ id }) => id))],
    standing: standingOf(marks.length, 0, contrary.length),
    for: marks.flatMap(({ acts, allied }) => [
      ...heaviest(c.direction > 0 ? favours(acts) : conflicts(acts), s),
      ...allied,
    ]),
    against: contrary.flatMap(({ acts }) => heaviest(c.direction > 0 ? conflicts(acts) : favours(acts), s)),
    missing: [
      ...(ties.length === 0 ? ['no state that stands behind either'] : []),
      ...(marks.length > 0 ? ['that the client was asked, or followed on its own account'] : []),
    ],
  }
}
