import type { ActorId, Day, EventType, KnownBasis, RecordEvent, Source, Status } from '../domain/index.ts'
import { acting, among, beginningIn, both, during, involving, VISIBLE, visible, type Where } from './as-of.ts'
import type { Dialect } from './dialect.ts'
import type { EventQuery } from './event-query.ts'
import { tableFor } from './pages.ts'
import type { SqlEngine } from './sql-engine.ts'
import { foldedText } from './words.ts'

/** An event as it was known on a day, and the data set it came from. */
export interface AsOfEvent extends RecordEvent {
  readonly origin: string
  /** Where a data set says it: what the actors are in their states (government, rebels, media). */
  readonly roles?: { readonly source: string | null; readonly target: string | null }
  /** For events coded from a text: which one, and where in it. */
  readonly document?: string
  readonly sentence?: number
  readonly start?: number
  readonly end?: number
}

export interface EventRow {
  id: string
  day: Day
  day_to: Day
  known: Day
  known_basis: KnownBasis
  source: ActorId
  target: ActorId | null
  reciprocal: boolean
  people: string
  type: EventType | null
  cameo: string | null
  mode: string | null
  status: Status
  announces: string | null
  magnitude: number | null
  summary: string
  place: string | null
  document: string | null
  sentence: number | null
  span_start: number | null
  span_end: number | null
  confidence: string | null
  disputes: string | null
  sources: string
  source_role: string | null
  target_role: string | null
  origin: string
}

export const EVENT_COLUMNS = `id, day, day_to, known, known_basis, source, target, reciprocal, people, type, cameo, mode, status,
  announces, magnitude, summary, place, document, sentence, span_start, span_end, confidence, disputes, sources, source_role, target_role, origin`

export const toEvent = ({
  document,
  sentence,
  span_start,
  span_end,
  source_role,
  target_role,
  ...row
}: EventRow): AsOfEvent => ({
  ...row,
  people: JSON.parse(row.people) as string[],
  sources: JSON.parse(row.sources) as Source[],
  ...(source_role === null && target_role === null ? {} : { roles: { source: source_role, target: target_role } }),
  ...(document === null ? {} : { document }),
  ...(sentence === null ? {} : { sentence }),
  ...(span_start === null ? {} : { start: span_start }),
  ...(span_end === null ? {} : { end: span_end }),
})

/** Links to rows that were not yet known would tell that these were to come: they show only where the other row does. */
const link = (column: string, { ownEvents }: Dialect): string =>
  `case when ${column} in (select id from ${ownEvents} where ${VISIBLE}) then ${column} end as ${column}`

/** What a bare event has in place of its texts. */
const BARE: Readonly<Record<string, string>> = { people: "'[]'", summary: "''", place: 'null', sources: "'[]'" }

const asOfColumns = (dialect: Dialect, bare: boolean): string => {
  const columns = EVENT_COLUMNS.replace('announces', link('announces', dialect)).replace(
    'disputes',
    link('disputes', dialect),
  )
  return bare ? columns.replace(/\b(people|summary|place|sources)\b/g, name => `${BARE[name]} as ${name}`) : columns
}

/** Each word must begin a word of the event's. */
const withWords = (search: string): Where => {
  const words = foldedText(search).trim().split(' ')
  return {
    sql: words.map((_, i) => `position($word${i} in words) > 0`).join(' and '),
    parameters: Object.fromEntries(words.map((word, i) => [`word${i}`, ` ${word}`])),
  }
}

const conditions = (q: EventQuery, { between }: Dialect): (Where | null)[] => [
  during(q.from, q.to),
  q.within ? beginningIn(q.within) : null,
  q.pair ? between(q.pair) : null,
  q.actors ? involving(q.actors) : null,
  q.ids ? null : acting(q.acting),
  q.types ? among('type', q.types) : null,
  q.ids ? among('id', q.ids) : null,
  q.origin === undefined ? null : { sql: 'origin = $origin', parameters: { origin: q.origin } },
  q.search === undefined ? null : withWords(q.search),
]

/** The condition of a query as SQL, as-of first. */
export const whereOf = (q: EventQuery, dialect: Dialect): Where =>
  conditions(q, dialect).reduce<Where>(both, visible(q.asOf))

/** Events by day, then id. */
export const queryEvents = async (engine: SqlEngine, q: EventQuery): Promise<AsOfEvent[]> => {
  const { sql, parameters } = whereOf(q, engine.dialect)
  const limit =
    q.limit === undefined
      ? ''
      : `limit ${Math.max(0, Math.trunc(q.limit))} offset ${Math.max(0, Math.trunc(q.offset ?? 0))}`
  const rows = await engine.rows<EventRow>(
    `select ${asOfColumns(engine.dialect, q.bare === true)} from ${await tableFor(engine, q)} where ${sql} order by day, id ${limit}`,
    parameters,
  )
  return rows.map(toEvent)
}

/** What the record knew on a day: first day of an act, last day on which one became known, how many. */
export interface KnownRange {
  readonly first: Day | null
  readonly last: Day | null
  readonly events: number
}

/** Both days are null for an empty record. */
export const queryKnownRange = async (engine: SqlEngine, asOf?: Day): Promise<KnownRange> => {
  const { sql, parameters } = visible(asOf ?? '9999-12-31')
  const [range] = await engine.rows<KnownRange>(
    `select min(day) filter (where rows > 0) as first, max(known) filter (where rows > 0) as last, coalesce(sum(rows), 0)::integer as events
     from (select day, known, sum(rows)::integer as rows from world_days where ${sql} group by all)`,
    parameters,
  )
  return range ?? { first: null, last: null, events: 0 }
}
