import { z } from '@hono/zod-openapi'
import { ActorId, Day } from './words.ts'

/** The states that can be typed, and regions of them, for lists to pick from. */
export const States = z
  .strictObject({
    schema: z.literal('detente.states/1'),
    states: z.array(
      z.strictObject({
        id: ActorId,
        iso2: z.string().nullable(),
        name: z.string(),
        names: z.array(z.string()),
        demonyms: z.array(z.string()),
        capitals: z.array(z.string()),
        from: Day.nullable().openapi({ description: 'for states that came late' }),
        to: Day.nullable().openapi({ description: 'for states that are no more' }),
      }),
    ),
    regions: z.array(
      z.strictObject({
        id: ActorId,
        name: z.string(),
        complete: z.boolean().openapi({ description: 'false where writers differ about its edge' }),
        states: z.array(ActorId),
      }),
    ),
  })
  .openapi('States')
