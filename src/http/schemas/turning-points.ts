import { z } from '@hono/zod-openapi'
import { Day } from './words.ts'

/** `turning-points --json`. */

/** A turn, wherever it stands. */
export const TURN_FIELDS = {
  id: z.string().optional().openapi({ description: 'what /trace takes' }),
  kind: z.enum(['thaw', 'rupture']),
  date: Day,
  date_from: Day,
  date_to: Day,
  confidence: z.number().min(0).max(1),
  known_on: Day.nullable(),
  events: z.array(z.string()),
}

const TurningPoint = z
  .strictObject({
    dyad: z.string(),
    ...TURN_FIELDS,
    surge: z.number(),
    contested: z.boolean(),
    gradual: z.boolean(),
    source: z.string().nullable(),
  })
  .openapi('TurningPoint')

export const TurningPoints = z
  .strictObject({
    schema: z.literal('detente.turning-points/1'),
    as_of: Day,
    online: z.boolean(),
    turning_points: z.array(TurningPoint),
  })
  .openapi('TurningPoints')
