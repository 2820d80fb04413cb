import { addDays, type Day, dayNumber } from '../../domain/index.ts'
import type { CarriedTurn, PairRelation, ToldPhase } from '../pair/index.ts'
import { BANDS, type PhaseName } from '../phases/index.ts'
import type { Arrow } from './arrow.ts'
import { briefSettings } from './settings.ts'

/** The change that mechanisms are asked to explain, and which way it went. */
export interface Explained {
  readonly what: 'arrow' | 'turn' | 'phase'
  /** 1 warmer, -1 colder. */
  readonly way: 1 | -1
  /** The last day on which something can have moved it. */
  readonly until: Day
}

const dayOf = (number: number): Day => addDays('1970-01-01', number)

export const isRecent = (day: number, asOf: Day): boolean => day > dayNumber(asOf) - briefSettings().look_back

/** From coldest to warmest; out of quiet a pair may go either way, as out of normal. */
const warmthOf = (name: PhaseName): number =>
  name === 'crisis' ? -1 : BANDS.indexOf(name === 'quiet' ? 'normal' : name)

/** The way from the phase before to this one; null where there is none before, or no difference. Falling quiet needs no cause. */
const stepInto = ({ phases }: PairRelation, phase: ToldPhase): 1 | -1 | null => {
  const before = phases.findLast(({ to }) => to < phase.from)
  if (!before || phase.name === 'quiet') return null
  const step = warmthOf(phase.name) - warmthOf(before.name)
  return step === 0 ? null : step > 0 ? 1 : -1
}

/** The arrow where it names a direction; else a turn, else a new phase, where it is not long past. Null: nothing changed. */
export const explainedBy = (
  relation: PairRelation,
  { arrow, turn, phase }: { arrow: Arrow | null; turn: CarriedTurn | null; phase: ToldPhase | null },
): Explained | null => {
  if (arrow && arrow.direction !== 'steady')
    return { what: 'arrow', way: arrow.direction === 'warming' ? 1 : -1, until: relation.as_of }
  if (turn && isRecent(turn.day, relation.as_of))
    return { what: 'turn', way: turn.kind === 'thaw' ? 1 : -1, until: dayOf(turn.to) }
  const step = phase && isRecent(phase.from, relation.as_of) ? stepInto(relation, phase) : null
  return phase === null || step === null ? null : { what: 'phase', way: step, until: dayOf(phase.from) }
}
