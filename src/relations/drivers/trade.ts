import { weightOf } from '../weights.ts'
import { heaviest, isBetween, type Mechanism, speaksOf, standingOf } from './evidence.ts'

/** Trade and transit: goods, energy and routes that tie the two, or whose stoppage parts them. */
export const trade: Mechanism = (c, s) => {
  const acts = c.events.filter(e => isBetween(e, ...c.pair) && speaksOf(e, s.trade) && weightOf(e) !== 0)
  const marks = acts.filter(e => weightOf(e) * c.direction > 0)
  const contrary = acts.filter(e => weightOf(e) * c.direction < 0)
  return {
    mechanism: 'trade and transit',
    says:
      c.direction > 0
        ? 'Trade, energy or routes tied the two.'
        : 'Trade, energy or routes were cut or quarrelled over.',
    through: [],
    standing: standingOf(marks.length, 0, contrary.length),
    for: heaviest(marks, s),
    against: heaviest(contrary, s),
    missing:
      marks.length === 0
        ? ['no act of trade or transit between the two']
        : ['figures of what was traded before and after'],
  }
}
