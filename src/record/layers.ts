import type { ActorId, Day } from '../domain/index.ts'
import { readShippedYaml } from '../shipped/index.ts'
import { type Acting, acting, beginning, both, ofPair, type Where } from './as-of.ts'
import type { SqlEngine } from './sql-engine.ts'
import { literals } from './sql-text.ts'

export interface LayersQuery {
  readonly pair: readonly [ActorId, ActorId]
  readonly from: Day
  readonly to: Day
  readonly asOf: Day
  readonly acting?: Acting
}

/** How a count comes about. */
export interface Layer {
  /** Null: all data sets together. */
  readonly origin: string | null
  /** Rows taken in, replaced versions among them. */
  readonly rows: number
  /** Rows that stand as of the day: one for each id of a data set. */
  readonly reports: number
  /** Occurrences that these reports tell of: data/codes/occurrences.yaml says when two are one. */
  readonly events: number
}

let mutual: readonly string[] | undefined

/** Roots and types of acts whose direction does not tell occurrences apart. */
const mutualWords = (): readonly string[] => {
  mutual ??= readShippedYaml<{ mutual: { root: string; type: string }[] }>('codes', 'occurrences.yaml').mutual.flatMap(
    ({ root, type }) => [root, type],
  )
  return mutual
}

const occurrence = (): string =>
  `case when root in ${literals(mutualWords())} or reciprocal then pair else source || '>' || target end`

/** Rows of a pair → reports → events, by data set and in all; each layer can be undone by looking at the one before. */
export const queryLayers = async (engine: SqlEngine, q: LayersQuery): Promise<Layer[]> => {
  const known: Where = { sql: 'known <= $asOf', parameters: { asOf: q.asOf } }
  const { sql, parameters } = [ofPair(q.pair), acting(q.acting), beginning(q)].reduce<Where>(both, known)
  // What stands is told by the row, before it is added up: with the condition inside the sum, shards of ClickHouse and who asks them name it differently.
  return engine.rows<Layer>(
    `with lines as (
       select origin, day, root, type, whom, sum(rows) as rows, sum(standing) as reports
       from (select origin, day, root, type, ${occurrence()} as whom, rows, case when until is null or until > $asOf then rows else 0 end as standing
             from dyad_days where ${sql}) as line
       group by origin, day, root, type, whom having sum(rows) > 0),
     told as (select *, case when reports > 0 then day::varchar || '|' || whom || '|' || coalesce(root, type::varchar, '') end as event from lines)
     select origin, sum(rows)::integer as rows, sum(reports)::integer as reports, count(distinct event)::integer as events
     from told group by grouping sets ((origin), ()) order by origin nulls last`,
    parameters,
  )
}
