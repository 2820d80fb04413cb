import { type ActorId, type ClosedInterval, type Day, lengthInDays } from '../domain/index.ts'
import { acting, among, beginning, both, ofPair, type Where } from './as-of.ts'
import { cellId } from './cell.ts'
import { type Period, type PeriodPart, periodsOf } from './periods.ts'
import { witnessesBy } from './publishers.ts'
import type { DyadPoint, DyadQuery } from './series.ts'
import type { SqlEngine } from './sql-engine.ts'
import { ACT_COUNTS, type ActCount, type Tally, tally } from './tally.ts'

interface ActRow extends ActCount {
  readonly start: Day
  readonly source: ActorId
  readonly reciprocal: boolean
}

/** What was seen of a pair in a period. */
interface PairSeen {
  readonly start: Day
  /** Rows of those who act for the two, and the days that have one. */
  readonly rows: number
  readonly days: number
  /** Rows of whoever acts. */
  readonly anybody: number
}

const grouped = <Row extends { start: Day }>(rows: readonly Row[]): ReadonlyMap<Day, Row[]> => {
  const groups = new Map<Day, Row[]>()
  for (const row of rows) groups.set(row.start, [...(groups.get(row.start) ?? []), row])
  return groups
}

/** Acts that took place: see `COUNTED` in the roll-up. Corrections are lines of their own there, so that sums decide. */
const countActs = async (
  engine: SqlEngine,
  by: Period,
  { sql, parameters }: Where,
): Promise<ReadonlyMap<Day, ActRow[]>> =>
  grouped(
    await engine.rows<ActRow>(
      // By kind first: there are fewer kinds to put into classes than lines.
      `select start, source, reciprocal, ${ACT_COUNTS}
       from (select ${engine.dialect.period(by)} as start, source, reciprocal, type, root, sum(rows) as rows, sum(weighted) as weighted,
               sum(tenths) as tenths
             from dyad_days where ${sql} and counted group by start, source, reciprocal, type, root) as kinds
       group by start, source, reciprocal having sum(rows) > 0`,
      parameters,
    ),
  )

const countPair = async (
  engine: SqlEngine,
  q: DyadQuery,
  { sql, parameters }: Where,
): Promise<ReadonlyMap<Day, PairSeen>> => {
  const rows = await engine.rows<PairSeen>(
    `select ${engine.dialect.period(q.by)} as start, sum(theirs)::integer as rows, sum(case when theirs > 0 then 1 else 0 end)::integer as days,
       sum(anybody)::integer as anybody
     from (select day, sum(rows) as anybody, sum(case when ${acting(q.acting)?.sql ?? 'true'} then rows else 0 end) as theirs
           from dyad_days where ${sql} group by day) as days_of_pair group by start`,
    parameters,
  )
  return new Map(rows.map(row => [row.start, row]))
}

/** By day first: there are fewer days than lines. */
const countRows = async (
  engine: SqlEngine,
  by: Period,
  table: 'actor_days' | 'world_days',
  { sql, parameters }: Where,
): Promise<ReadonlyMap<Day, number>> => {
  const rows = await engine.rows<{ start: Day; rows: number }>(
    `select ${engine.dialect.period(by)} as start, sum(day_rows)::integer as rows
     from (select day, sum(rows) as day_rows from ${table} where ${sql} group by day) as days_of_table group by start`,
    parameters,
  )
  return new Map(rows.map(row => [row.start, row.rows]))
}

/** The points of a series of events: `pair` and `world` are asked of the roll-ups, `rows` of the rows themselves. A reciprocal act counts in both directions, and once in the pair. */
export const eventPoints = async (
  engine: SqlEngine,
  q: DyadQuery,
  days: ClosedInterval,
  asked: { readonly pair: Where; readonly rows: Where; readonly world: Where },
): Promise<DyadPoint[]> => {
  const inPair = both(asked.pair, beginning(days))
  const inWorld = both(asked.world, beginning(days))
  const acts = await countActs(engine, q.by, inPair)
  const ofPairSeen = await countPair(engine, q, both(inWorld, ofPair([q.a, q.b])))
  const ofEither = await countRows(engine, q.by, 'actor_days', both(inWorld, among('actor', [q.a, q.b])))
  const ofWorld = await countRows(engine, q.by, 'world_days', inWorld)
  const witnesses = await witnessesBy(engine, engine.dialect.period(q.by), both(asked.rows, beginning(days)), inPair)
  return periodsOf(days, q.by).map((part: PeriodPart): DyadPoint => {
    const counts = acts.get(part.start) ?? []
    const seen = ofPairSeen.get(part.start)
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
        // What passed between the two is a row of each, and one row.
        actor_events: (ofEither.get(part.start) ?? 0) - (seen?.anybody ?? 0),
        world_events: ofWorld.get(part.start) ?? 0,
        sources: witnesses.get(part.start) ?? 0,
        days_without_rows: lengthInDays(part) - (seen?.days ?? 0),
      },
    }
  })
}
