import { type ActorId, addDays, type Day, dayNumber } from '../../domain/index.ts'
import type { AsOfEvent, Counts, RecordReader } from '../../record/index.ts'
import { type Driver, type Fact, readDrivers } from '../drivers/index.ts'
import { type CarriedTurn, type PairRelation, phaseOn, readRelation, type ToldPhase } from '../pair/index.ts'
import { phaseSettings } from '../phases/index.ts'
import { weightOf } from '../weights.ts'
import { type Arrow, arrowOf } from './arrow.ts'

/** The one page on a pair as data: every sentence of it can be written from this, and every figure traced. */
export interface Brief {
  readonly pair: readonly [ActorId, ActorId]
  readonly as_of: Day
  /** The data set that was asked; null where the record holds none of the pair. */
  readonly source: string | null
  readonly arrow: Arrow | null
  readonly phase: ToldPhase | null
  /** The last turn that goes the arrow's way, or the last of all where it goes none. */
  readonly turn: CarriedTurn | null
  /** At most five events that carry the change, by day. */
  readonly changed: readonly AsOfEvent[]
  /** Mechanisms with marks of their own first. */
  readonly drivers: readonly Driver[]
  /** Announced, and not seen to have happened. */
  readonly announced: readonly AsOfEvent[]
  readonly confidence: Confidence
  readonly coverage: Counts & { readonly from: Day; readonly days_without_rows: number }
}

/** How far the evidence carries, with its grounds; kept apart from how likely the direction is. */
export interface Confidence {
  readonly level: 'high' | 'moderate' | 'low'
  readonly events: number
  readonly publishers: number
}

const SHOWN = 5
const YEAR = 365
/** Events and publishers in the half year for high and for moderate confidence. */
const LEVELS = { high: [20, 8], moderate: [6, 3] } as const

const confidenceIn = (recent: readonly AsOfEvent[], asOf: Day): Confidence => {
  const events = recent.length
  const publishers = new Set(
    recent.flatMap(({ sources }) =>
      sources.flatMap(({ publisher, published }) => (published === null || published <= asOf ? [publisher] : [])),
    ),
  ).size
  const reaches = ([least, from]: readonly [number, number]): boolean => events >= least && publishers >= from
  return { level: reaches(LEVELS.high) ? 'high' : reaches(LEVELS.moderate) ? 'moderate' : 'low', events, publishers }
}

/** The heaviest events of the last year that go the arrow's way, one a day, and the heaviest against it: a page that hid it would mislead. */
const changedIn = ({ events, as_of }: PairRelation, way: number): AsOfEvent[] => {
  const recent = events.filter(e => e.day > addDays(as_of, -YEAR) && weightOf(e) !== 0)
  const heavy = (list: AsOfEvent[]): AsOfEvent[] =>
    [...list].sort((x, y) => Math.abs(weightOf(y)) - Math.abs(weightOf(x)) || (x.day + x.id > y.day + y.id ? -1 : 1))
  const [against] = heavy(recent.filter(e => weightOf(e) * way < 0))
  const days = new Set<Day>()
  const isFirstOfDay = ({ day }: AsOfEvent): boolean => !days.has(day) && days.add(day).size > 0
  const along = heavy(recent.filter(e => weightOf(e) * way > 0))
    .filter(isFirstOfDay)
    .slice(0, against ? SHOWN - 1 : SHOWN)
  return [...along, ...(against ? [against] : [])].sort((x, y) => (x.day + x.id < y.day + y.id ? -1 : 1))
}

const announcedIn = ({ events, as_of }: PairRelation): AsOfEvent[] =>
  events.filter(
    e =>
      (e.status === 'announced' || e.status === 'planned') &&
      e.day > addDays(as_of, -YEAR) &&
      (e.announces === null || !events.some(other => other.id === e.announces)),
  )

export const readBrief = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  facts: readonly Fact[] = [],
): Promise<Brief> => {
  const relation = await readRelation(record, pair, asOf)
  const { window } = phaseSettings()
  const from = addDays(asOf, 1 - window)
  const arrow = arrowOf(relation.balance, dayNumber(asOf))
  const way = arrow?.direction === 'cooling' ? -1 : 1
  const kind = way > 0 ? 'thaw' : 'rupture'
  const coverage = await record.counts({ pair, actors: pair, from, to: asOf, asOf })
  const recent = relation.events.filter(e => e.day >= from)
  const seen = new Set(recent.map(({ day }) => day))
  return {
    pair,
    as_of: asOf,
    source: relation.origin,
    arrow,
    phase: phaseOn(relation, asOf),
    turn: relation.turns.findLast(t => arrow === null || arrow.direction === 'steady' || t.kind === kind) ?? null,
    changed: changedIn(relation, way),
    drivers: relation.origin === null ? [] : await readDrivers(record, pair, asOf, way, facts),
    announced: announcedIn(relation),
    confidence: confidenceIn(recent, asOf),
    coverage: { ...coverage, from, days_without_rows: window - seen.size },
  }
}
