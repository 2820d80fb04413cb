import { z } from '@hono/zod-openapi'
import { EVENT_TYPES, STATUSES } from '../../domain/index.ts'
import { ActorId, Day, Source } from './words.ts'

/** `events --json`, and the fields of an event wherever it stands. */

export const EVENT_FIELDS = {
  id: z.string(),
  day: Day,
  day_to: Day,
  known: Day,
  known_basis: z.enum(['given', 'published', 'occurred']),
  source: ActorId,
  target: ActorId.nullable(),
  reciprocal: z.boolean(),
  people: z.array(z.string()),
  type: z.enum(EVENT_TYPES).nullable(),
  cameo: z.string().nullable(),
  mode: z.string().nullable(),
  status: z.enum(STATUSES),
  announces: z.string().nullable(),
  magnitude: z.number().nullable(),
  summary: z.string(),
  place: z.string().nullable(),
  confidence: z.string().nullable(),
  disputes: z.string().nullable(),
  origin: z.string(),
  sources: z.array(Source),
}

export const Event = z
  .strictObject({
    ...EVENT_FIELDS,
    document: z.string().nullable(),
    sentence: z.int().nullable(),
    start: z.int().nullable(),
    end: z.int().nullable(),
  })
  .openapi('Event')

export const Events = z
  .strictObject({ schema: z.literal('detente.events/1'), as_of: Day, events: z.array(Event) })
  .openapi('Events')
