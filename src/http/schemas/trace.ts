import { z } from '@hono/zod-openapi'
import { PERIODS } from '../../record/index.ts'
import { EVENT_FIELDS } from './events.ts'
import { FILE_FIELDS } from './sources.ts'
import { TURN_FIELDS } from './turning-points.ts'
import { ActorId, Day } from './words.ts'

/** `trace --json`: an event's versions, an import's files, the rows of a cell. */

const schema = z.literal('detente.trace/1')
const PLACE = { file: z.string(), sha256: z.string(), line: z.int(), run: z.string() }

const TracedEvent = z.strictObject({
  ...EVENT_FIELDS,
  roles: z.strictObject({ source: z.string().nullable(), target: z.string().nullable() }).optional(),
  document: z.string().optional(),
  sentence: z.int().optional(),
  start: z.int().optional(),
  end: z.int().optional(),
})

const EventTrace = z.strictObject({
  schema,
  kind: z.literal('event'),
  id: z.string(),
  versions: z.array(z.strictObject({ ...PLACE, until: Day.nullable(), event: TracedEvent })),
})

export const Rejection = z.strictObject({ file: z.string(), line: z.int(), reason: z.string() }).openapi('Rejection')

const ImportTrace = z.strictObject({
  schema,
  kind: z.literal('import'),
  id: z.string(),
  run: z.strictObject({
    started: z.string(),
    program: z.string(),
    files: z.array(z.strictObject({ ...FILE_FIELDS, format: z.string(), origin: z.string() })),
    rejections: z.array(Rejection),
  }),
})

const Row = z.strictObject({ ...PLACE, id: z.string(), day: Day, summary: z.string() }).openapi('TracedRow')

const CellTrace = z.strictObject({
  schema,
  kind: z.literal('cell'),
  id: z.string(),
  cell: z.strictObject({
    a: ActorId,
    b: ActorId,
    by: z.enum(PERIODS),
    from: Day,
    to: Day,
    asOf: Day,
    source: z.string().nullable(),
  }),
  rows: z.array(Row),
  layers: z.array(z.strictObject({ origin: z.string().nullable(), rows: z.int(), reports: z.int(), events: z.int() })),
})

const TurnTrace = z.strictObject({
  schema,
  kind: z.literal('turning_point'),
  id: z.string(),
  dyad: z.string(),
  as_of: Day,
  source: z.string(),
  online: z.boolean(),
  turn: z.strictObject({ ...TURN_FIELDS, surge: z.number(), contested: z.boolean(), gradual: z.boolean() }),
  rows: z.array(Row),
})

export const Trace = z.discriminatedUnion('kind', [EventTrace, ImportTrace, CellTrace, TurnTrace]).openapi('Trace')
