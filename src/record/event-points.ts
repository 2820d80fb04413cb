import { type ActorId, type ClosedInterval, type Day, lengthInDays } from '../domain/index.ts'
import { beginning, both, type Where } from './as-of.ts'
import { cellId } from './cell.ts'
import type { Engine } from './engine.ts'
import { type Period, type PeriodPart, periodsOf } from './periods.ts'
import type { DyadPoint, DyadQuery } from './series.ts'
import { type ActCount, type Tally, tally } from './tally.ts'
import { independent } from './witness.ts'

/**
 * The acts that a series counts: those that took place. What was announced, planned, demanded or alleged has not, what was denied
 * or cancelled did not; such rows are in `events` and in the coverage. The *making* of an accusation or a denial is a row of its own
 * with status occurred.
 */
export const COUNTED = "status in ('occurred', 'ongoing')"

interface ActRow extends ActCount {
  readonly start: Day
  readonly source: ActorId
  readonly reciprocal: boolean
}

interface Seen {
  readonly start: Day
  readonly rows: number
  readonly days: number
}

const truncated = (by: Period): string => `date_trunc('${by}', day)::date`

const grouped = <Row extends { start: Day }>(rows: readonly Row[]): ReadonlyMap<Day, Row[]> => {
  const groups = new Map<Day, Row[]>()
  for (const row of rows) groups.set(row.start, [...(groups.get(row.start) ?? []), row])
  return groups
}

const countActs = async (engine: Engine, by: Period, { sql, parameters }: Where): Promise<ReadonlyMap<Day, ActRow[]>> =>
  grouped(
    await engine.rows<ActRow>(
      `select ${truncated(by)} as start, source, reciprocal, type, count(*)::integer as acts, count(goldstein)::integer as weighted,
              coalesce(sum(goldstein), 0)::integer as tenths
       from versions where ${sql} and ${COUNTED} group by all order by all`,
      parameters,
    ),
  )

const countSeen = async (engine: Engine, by: Period, { sql, parameters }: Where): Promise<ReadonlyMap<Day, Seen>> => {
  const rows = await engine.rows<Seen>(
    `select ${truncated(by)} as start, count(*)::integer as rows, count(distinct day)::integer as days
     from versions where ${sql} group by all`,
    parameters,
  )
  return new Map(rows.map(row => [row.start, row]))
}

const publishersBy = async (
  engine: Engine,
  by: Period,
  { sql, parameters }: Where,
): Promise<ReadonlyMap<Day, { publisher: string }[]>> =>
  grouped(
    await engine.rows<{ start: Day; publisher: string }>(
      `select distinct start, s.publisher as publisher
       from (select ${truncated(by)} as start, unnest(from_json(sources, '[{"publisher":"VARCHAR","published":"VARCHAR"}]')) as s
             from versions where ${sql})
       where s.published <= $asOf`,
      parameters,
    ),
  )

/** The points of a series of events. A reciprocal act counts in both directions, and once in the pair. */
export const eventPoints = async (
  engine: Engine,
  q: DyadQuery,
  days: ClosedInterval,
  rows: { readonly pair: Where; readonly world: Where },
): Promise<DyadPoint[]> => {
  const inPair = both(rows.pair, beginning(days))
  const acts = await countActs(engine, q.by, inPair)
  const pairSeen = await countSeen(engine, q.by, inPair)
  const worldSeen = await countSeen(engine, q.by, both(rows.world, beginning(days)))
  const publishers = await publishersBy(engine, q.by, inPair)
  return periodsOf(days, q.by).map((part: PeriodPart): DyadPoint => {
    const counts = acts.get(part.start) ?? []
    const seen = pairSeen.get(part.start)
    const doneBy = (doer: ActorId): Tally => tally(counts.filter(count => count.source === doer || count.reciprocal))
    return {
      from: part.from,
      to: part.to,
      cell: cellId({ ...q, from: part.from, to: part.to, source: q.source ?? null }),
      a_to_b: doneBy(q.a),
      b_to_a: doneBy(q.b),
      pair: tally(counts),
      temperature: null,
      phase: null,
      coverage: {
        pair_events: seen?.rows ?? 0,
        world_events: worldSeen.get(part.start)?.rows ?? 0,
        sources: independent((publishers.get(part.start) ?? []).map(({ publisher }) => publisher)),
        days_without_rows: lengthInDays(part) - (seen?.days ?? 0),
      },
    }
  })
}
