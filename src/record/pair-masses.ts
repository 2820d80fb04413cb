import { type ActorId, type Day, dayNumber, type EventType } from '../domain/index.ts'
import { both, ofPair, visible, type Where } from './as-of.ts'
import type { SqlEngine } from './sql-engine.ts'
import { literals } from './sql-text.ts'

/**
 * What passed between states day by day, as two masses of each data set: co-operation and conflict, in whole hundredths of Goldstein's
 * weights. For all pairs at once: as single events they would be too many. Events of the own format are few and stand apart, since
 * two accounts of one act dispute each other there.
 */
export interface MassQuery {
  readonly asOf: Day
  readonly pair?: readonly [ActorId, ActorId]
  readonly source?: string
  /** Each act on its day, or on the day it became known. */
  readonly by: 'day' | 'known'
  /** Acts of these types between private persons, parties or firms of the two states weigh this share, in hundredths. */
  readonly privateDeeds: { readonly types: readonly EventType[]; readonly hundredths: number }
  /** Types by which those who act for the states talk. */
  readonly talk: readonly EventType[]
}

/** Columns of equal length, sorted by pair, data set and day. */
export interface PairMasses {
  readonly pair: readonly string[]
  readonly origin: readonly string[]
  /** Days since 1970. */
  readonly day: readonly number[]
  readonly cooperation: readonly number[]
  readonly conflict: readonly number[]
  readonly rows: readonly number[]
  /** Those of them that are talks. */
  readonly talks: readonly number[]
}

/** Published scores of pairs, sorted likewise. */
export interface PairScores {
  readonly pair: readonly string[]
  readonly origin: readonly string[]
  readonly day: readonly number[]
  readonly score: readonly number[]
}

/** Days on which a data set has a row of anybody. */
export interface SeenDays {
  readonly origin: readonly string[]
  readonly day: readonly number[]
}

const numbered = (days: readonly unknown[]): number[] => {
  const known = new Map<string, number>()
  return days.map(day => {
    if (typeof day === 'number') return day
    const text = String(day)
    const number = known.get(text) ?? dayNumber(text)
    known.set(text, number)
    return number
  })
}

const ofSource = (source: string | undefined): Where | null =>
  source === undefined ? null : { sql: 'origin = $origin', parameters: { origin: source } }

/** Both sides are states: their ids are three letters. */
const STATES = 'length(source) = 3 and length(target) = 3'

/**
 * A kind of act counts once a day on each side, by its strongest: ten papers signed on one visit are one sign. Lines of the roll-up may
 * take each other back, so that each kind of row is added up first.
 */
export const queryPairMasses = async (engine: SqlEngine, q: MassQuery): Promise<PairMasses> => {
  const { dialect } = engine
  const where = [q.pair ? ofPair(q.pair) : null, ofSource(q.source)].reduce<Where>(both, visible(q.asOf))
  const share = `case when official or type is null or type not in ${literals(q.privateDeeds.types)} then 100 else ${q.privateDeeds.hundredths} end`
  const weight = `case when sum(weighted) = 0 then 0 else floor(sum(tenths) * (${share}) / (10.0 * sum(weighted)) + 0.5) end`
  const columns = await engine.columns(
    `select pair, origin, ${dialect.dayInColumn(q.by)} as number, sum(good)::integer, sum(bad)::integer, sum(n)::integer, sum(talks)::integer
     from (
       select pair, origin, ${q.by}, kind, max(case when w > 0 then w else 0 end) as good, max(case when w < 0 then -w else 0 end) as bad, sum(n) as n,
         sum(case when official and kind in ${literals(q.talk)} then n else 0 end) as talks
       from (
         select pair, origin, ${q.by}, coalesce(type, root) as kind, official, ${weight} as w, sum(rows) as n
         from dyad_days
         where ${where.sql} and counted and ${STATES} and origin not in (select distinct origin from ${dialect.ownEvents} own)
         group by pair, origin, ${q.by}, source, official, type, root having sum(rows) > 0) lines
       group by pair, origin, ${q.by}, kind) kinds
     group by pair, origin, ${q.by} order by pair, origin, ${q.by}`,
    where.parameters,
  )
  const [pair = [], origin = [], at = [], good = [], bad = [], n = [], talks = []] = columns
  return {
    pair: pair as string[],
    origin: origin as string[],
    day: numbered(at),
    cooperation: good as number[],
    conflict: bad as number[],
    rows: n as number[],
    talks: talks as number[],
  }
}

/** Scores are known on their day. */
export const queryPairScores = async (
  engine: SqlEngine,
  q: Pick<MassQuery, 'asOf' | 'pair' | 'source'>,
): Promise<PairScores> => {
  const pair: Where | null = q.pair
    ? { sql: 'a = least($a, $b) and b = greatest($a, $b)', parameters: { a: q.pair[0], b: q.pair[1] } }
    : null
  const asOf: Where = { sql: 'day <= $asOf and not replaced', parameters: { asOf: q.asOf } }
  const { sql, parameters } = [pair, ofSource(q.source)].reduce<Where>(both, asOf)
  const [pairs = [], origin = [], at = [], score = []] = await engine.columns(
    `select concat(a, '-', b) as pair, origin, ${engine.dialect.dayInColumn('day')} as number, score::double
     from pair_days where ${sql} order by pair, origin, day`,
    parameters,
  )
  return { pair: pairs as string[], origin: origin as string[], day: numbered(at), score: score as number[] }
}

export const querySeenDays = async (engine: SqlEngine, asOf: Day): Promise<SeenDays> => {
  const [origin = [], at = []] = await engine.columns(
    `select origin, ${engine.dialect.dayInColumn('day')} as number from (
       select origin, day from world_days where known <= $asOf and (until is null or until > $asOf) group by origin, day having sum(rows) > 0
       union all select distinct origin, day from pair_days where day <= $asOf and not replaced) seen
     order by origin, number`,
    { asOf },
  )
  return { origin: origin as string[], day: numbered(at) }
}

/** The data sets of the own format. */
export const queryOwnOrigins = async (engine: SqlEngine): Promise<string[]> => {
  const found = await engine.rows<{ origin: string }>(
    `select distinct origin from ${engine.dialect.ownEvents} own order by origin`,
  )
  return found.map(({ origin }) => origin)
}
