import { type ActorId, type ClosedInterval, type Day, lengthInDays } from '../domain/index.ts'
import { among, beginning, both, ofPair, type Where } from './as-of.ts'
import { cellId } from './cell.ts'
import { type Period, type PeriodPart, periodsOf } from './periods.ts'
import { witnessesBy } from './publishers.ts'
import type { DyadPoint, DyadQuery } from './series.ts'
import type { SqlEngine } from './sql-engine.ts'
import { type ActCount, QUAD, type Tally, tally } from './tally.ts'

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
      `select ${engine.dialect.period(by)} as start, source, reciprocal, ${QUAD} as quad, sum(rows)::integer as acts, sum(weighted)::integer as weighted,
              sum(tenths)::integer as tenths
       from dyad_days where ${sql} and counted group by all having sum(rows) > 0 order by all`,
      parameters,
    ),
  )

const countSeen = async (
  engine: SqlEngine,
  by: Period,
  table: 'dyad_days' | 'actor_days' | 'world_days',
  { sql, parameters }: Where,
): Promise<ReadonlyMap<Day, Seen>> => {
  const rows = await engine.rows<Seen>(
    `select ${engine.dialect.period(by)} as start, sum(rows)::integer as rows, count(*)::integer as days
     from (select day, sum(rows) as rows from ${table} where ${sql} group by day having sum(rows) > 0) group by all`,
    parameters,
  )
  return new Map(rows.map(row => [row.start, row]))
}

/** The points of a series of events: `pair` and `world` are asked of the roll-ups, `rows` of the rows themselves. A reciprocal act counts in both directions, and once in the pair. */
export const eventPoints = async (
  engine: SqlEngine,
  q: DyadQuery,
  days: ClosedInterval,
  asked: { readonly pair: Where; readonly rows: Where; readonly world: Where },
): Promise<DyadPoint[]> => {
  const inPair = both(asked.pair, beginning(days))
  const acts = await countActs(engine, q.by, inPair)
  const pairSeen = await countSeen(engine, q.by, 'dyad_days', inPair)
  const inWorld = both(asked.world, beginning(days))
  const ofEither = await countSeen(engine, q.by, 'actor_days', both(inWorld, among('actor', [q.a, q.b])))
  // What passed between the two is a row of each, and one row.
  const ofBoth = await countSeen(engine, q.by, 'dyad_days', both(inWorld, ofPair([q.a, q.b])))
  const worldSeen = await countSeen(engine, q.by, 'world_days', inWorld)
  const witnesses = await witnessesBy(engine, engine.dialect.period(q.by), both(asked.rows, beginning(days)), inPair)
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
        actor_events: (ofEither.get(part.start)?.rows ?? 0) - (ofBoth.get(part.start)?.rows ?? 0),
        world_events: worldSeen.get(part.start)?.rows ?? 0,
        sources: witnesses.get(part.start) ?? 0,
        days_without_rows: lengthInDays(part) - (seen?.days ?? 0),
      },
    }
  })
}
