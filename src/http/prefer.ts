import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'

/** A client may prefer not to wait for an answer, but to be given a job (RFC 7240). */

export const PREFER = z.object({
  prefer: z.string().optional().openapi({
    description: 'respond-async: answer at once with a job, to be followed, cancelled and fetched',
    example: 'respond-async',
  }),
})

export const JOB_HEADERS = {
  Location: { schema: { type: 'string' as const } },
  'Preference-Applied': { schema: { type: 'string' as const } },
}

/** Other preferences, and what stands beside this one, are passed over, as the RFC wants it. */
export const wantsJob = (c: Context): boolean =>
  (c.req.header('Prefer') ?? '').split(',').some(preference => /^\s*respond-async\s*(;|$)/i.test(preference))
