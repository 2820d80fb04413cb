import { type ActorId, addDays, type ClosedInterval, type Day, dayNumber } from '../../domain/index.ts'
import { type AsOfEvent, cellId, type RecordReader } from '../../record/index.ts'
import { type Driver, lookedBefore, readDrivers } from '../drivers/index.ts'
import { type CarriedTurn, type PairRelation, phaseOn, readRelation, type ToldPhase } from '../pair/index.ts'
import { phaseSettings } from '../phases/index.ts'
import { type Arrow, arrowOf } from './arrow.ts'
import { type ChangedEvent, changedIn } from './changed.ts'
import { type Confidence, confidenceIn } from './confidence.ts'
import { type Course, courseOf } from './course.ts'
import { type BriefCoverage, coverageOf } from './coverage.ts'
import { type Explained, explainedBy, isRecent } from './explained.ts'
import { type Flip, flipOf } from './flip.ts'
import { type CitedEvent, cite } from './grade.ts'
import { briefSettings } from './settings.ts'

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
  readonly changed: readonly ChangedEvent[]
  /** The days in which mechanisms look for evidence. */
  readonly looked: ClosedInterval
  /** The change that the mechanisms are asked to explain; null where there is none. */
  readonly explained: Explained | null
  /** Mechanisms with marks of their own first; none where there is nothing to explain. */
  readonly drivers: readonly Driver[]
  /** How little would undo the direction. */
  readonly flip: Flip | null
  /** Announced, and not seen to have happened; the latest last. */
  readonly announced: readonly AsOfEvent[]
  /** The last acts of the pair, where nothing is told of the half year. */
  readonly last: readonly AsOfEvent[]
  readonly confidence: Confidence
  readonly coverage: BriefCoverage
  readonly course: Course | null
  /** Where the rows behind its figures are found: what `trace` takes. */
  readonly cells: BriefCells
  /** Every event that the page may name, by id, as it was known on the day. */
  readonly cited: ReadonlyMap<string, CitedEvent>
}

/** The half year, the one before, and that before the phase began. */
export interface BriefCells {
  readonly now: string
  readonly before: string
  readonly phase: string | null
}

const cellsOf = ({ pair, as_of, origin }: PairRelation, phase: ToldPhase | null): BriefCells => {
  const { window } = phaseSettings()
  const cell = (to: Day): string =>
    cellId({ a: pair[0], b: pair[1], by: 'day', from: addDays(to, 1 - window), to, asOf: as_of, source: origin })
  return {
    now: cell(as_of),
    before: cell(addDays(as_of, -window)),
    phase: phase ? cell(addDays('1970-01-01', phase.from)) : null,
  }
}

/** Nothing of the record says that it took place: neither the row it announces nor a later word that it was called off. */
const announcedIn = ({ events, as_of }: PairRelation): AsOfEvent[] => {
  const { look_back, shown } = briefSettings()
  return events
    .filter(
      e =>
        (e.status === 'announced' || e.status === 'planned') &&
        e.day > addDays(as_of, -look_back) &&
        (e.announces === null || !events.some(other => other.id === e.announces)),
    )
    .slice(-shown)
}

const LAST_SHOWN = 3

const wayOf = ({ direction }: Arrow): 1 | -1 | 0 => (direction === 'steady' ? 0 : direction === 'warming' ? 1 : -1)

const idsOf = (drivers: readonly Driver[]): string[] =>
  drivers.flatMap(driver => [...driver.for, ...driver.against]).map(({ id }) => id)

/** `source`: one data set alone, where the reader wants that. */
export const readBrief = async (
  record: RecordReader,
  pair: readonly [ActorId, ActorId],
  asOf: Day,
  source?: string,
): Promise<Brief> => {
  const relation = await readRelation(record, pair, asOf, source)
  const arrow = arrowOf(relation.balance, dayNumber(asOf))
  const way = arrow ? wayOf(arrow) : 0
  const kind = way > 0 ? 'thaw' : 'rupture'
  const turn = relation.turns.findLast(t => way === 0 || t.kind === kind) ?? null
  const recentTurn = turn && isRecent(turn.day, asOf) ? turn : null
  const phase = phaseOn(relation, asOf)
  const explained = explainedBy(relation, { arrow, turn, phase })
  const drivers = explained
    ? await readDrivers(record, pair, asOf, { direction: explained.way, until: explained.until })
    : []
  const announced = announcedIn(relation)
  const coverage = await coverageOf(record, relation)
  const changed = changedIn(relation, {
    way: explained?.way ?? 0,
    turn: recentTurn,
    since: coverage.from,
  })
  const last = coverage.standing === 'told' ? [] : relation.events.slice(-LAST_SHOWN)
  const ids = [...new Set([...(turn?.events ?? []), ...idsOf(drivers)])]
  const named = ids.length > 0 ? await record.events({ asOf, ids }) : []
  const cited = new Map([...changed, ...announced, ...last, ...named].map(event => [event.id, cite(event, asOf)]))
  const recent = relation.events.filter(e => e.day >= coverage.from)
  return {
    pair,
    as_of: asOf,
    source: relation.origin,
    arrow,
    phase,
    turn,
    changed,
    looked: lookedBefore(explained?.until ?? asOf),
    explained,
    drivers,
    flip: flipOf(relation.balance, asOf, arrow),
    announced,
    last,
    confidence: confidenceIn(recent, asOf),
    coverage,
    course: courseOf(relation),
    cells: cellsOf(relation, phase),
    cited,
  }
}
