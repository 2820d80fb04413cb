import { isState } from '../../domain/index.ts'
import { deepens } from '../weights.ts'
import { heaviest, type Mechanism, standingOf } from './evidence.ts'
import { conflicts, favours, thirdsOf } from './third-parties.ts'

/** Leverage over a third party: one deals with the other to press, or to please, a partner of its own that is at odds with it. */
export const leverage: Mechanism = (c, s) => {
  const courted = thirdsOf(c)
    .filter(({ id }) => isState(id))
    .flatMap(t => [t.withA, t.withB].map(acts => ({ id: t.id, acts })))
    .filter(({ acts }) => acts.some(deepens) && conflicts(acts).length > 0)
  const content = thirdsOf(c)
    .filter(({ id }) => isState(id))
    .flatMap(t => [t.withA, t.withB].map(acts => ({ id: t.id, acts })))
    .filter(({ acts }) => acts.some(deepens) && conflicts(acts).length === 0)
  const marks = c.direction > 0 ? courted : []
  const contrary = c.direction > 0 && courted.length === 0 ? content : []
  return {
    mechanism: 'leverage over a third party',
    says: 'One deals with the other while at odds with a partner of its own.',
    through: [...new Set(marks.map(({ id }) => id))],
    // Partners at odds in the same days are no more than an occasion.
    standing: standingOf(0, marks.length, contrary.length),
    for: marks.flatMap(({ acts }) => heaviest(conflicts(acts), s)),
    against: contrary.flatMap(({ acts }) => heaviest(favours(acts), s)),
    missing: ['that the partner was told, or that terms were asked of it'],
  }
}
