import { z } from '@hono/zod-openapi'
import { Day } from './words.ts'

/** `sources --json`. */

const counts = { accepted: z.int(), duplicate: z.int(), rejected: z.int() }

/** A file that was imported, as the record remembers it. */
export const FILE_FIELDS = { path: z.string(), bytes: z.int(), sha256: z.string(), ...counts }

const DataSet = z
  .strictObject({
    origin: z.string(),
    format: z.string(),
    kind: z.enum(['events', 'pair-days', 'pair-years', 'mentions']),
    rows: z.int(),
    days: z.int(),
    first: Day.nullable(),
    last: Day.nullable(),
    gaps: z.array(z.strictObject({ from: Day, to: Day })),
    licence: z.string().nullable(),
    citation: z.string().nullable(),
    defects: z.array(z.string()),
    imports: z.array(z.strictObject({ run: z.string(), started: z.string(), ...FILE_FIELDS })),
  })
  .openapi('DataSet')

export const Sources = z
  .strictObject({ schema: z.literal('detente.sources/1'), sources: z.array(DataSet) })
  .openapi('Sources')
