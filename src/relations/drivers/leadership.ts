import { weightOf } from '../weights.ts'
import { evidenceOf, factEvidence, heaviest, isBetween, type Mechanism, speaksOf, standingOf } from './evidence.ts'

/**
 * Change of leadership: who governs one of the two changed, and the newcomer dealt differently with the other. An office taken in time
 * is timing alone; the mark of the mechanism is that named newcomers act towards the other side.
 */
export const leadership: Mechanism = (c, s) => {
  const taken = c.facts.filter(f => f.kind === 'office' && f.from >= c.from && f.from <= c.to)
  const told = c.events.filter(e => e.target === null && speaksOf(e, s.leadership))
  const named = taken.flatMap(({ people, says }) => (people ?? [says]).map(name => name.toLowerCase()))
  const first = [...taken.map(f => f.from), ...told.map(e => e.day)].sort()[0]
  const newcomers = c.events.filter(
    e =>
      first !== undefined &&
      e.day >= first &&
      isBetween(e, ...c.pair) &&
      e.people.some(
        person =>
          named.some(text => text.includes(person.toLowerCase())) ||
          told.some(t => t.people.includes(person) || t.summary.includes(person)),
      ),
  )
  const marks = newcomers.filter(e => weightOf(e) * c.direction > 0)
  const contrary = newcomers.filter(e => weightOf(e) * c.direction < 0)
  const earlier = c.events.filter(
    e => isBetween(e, ...c.pair) && weightOf(e) * c.direction > 0 && first !== undefined && e.day < first,
  )
  return {
    mechanism: 'change of leadership',
    says: 'A new government dealt differently with the other side.',
    through: [],
    standing: standingOf(marks.length, taken.length + told.length, contrary.length),
    for: [...taken.map(factEvidence), ...told.map(evidenceOf), ...heaviest(marks, s)],
    against: [...heaviest(contrary, s), ...(first === undefined ? [] : heaviest(earlier, s))],
    missing: [
      ...(first === undefined ? ['no change of government in these days'] : []),
      ...(first !== undefined && marks.length === 0 ? ['no act of the newcomers towards the other side'] : []),
    ],
  }
}
