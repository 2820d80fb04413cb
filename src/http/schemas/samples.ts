import { z } from '@hono/zod-openapi'

/** Analyses that ship with the program. */
export const Samples = z
  .strictObject({
    schema: z.literal('detente.samples/1'),
    samples: z.array(
      z.strictObject({
        name: z.string().openapi({ description: 'what /samples/{name} takes' }),
        kind: z.enum(['text', 'html']),
        title: z.string(),
        bytes: z.int(),
      }),
    ),
  })
  .openapi('Samples')
