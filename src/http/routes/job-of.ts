import { z } from '@hono/zod-openapi'
import type { Imports, Job } from '../imports.ts'
import { notFound } from '../problem.ts'

/** The job that an address names. */
export const JobParameter = z.object({
  id: z.string().openapi({ param: { name: 'id', in: 'path' }, description: 'the id of an import that was begun here' }),
})

export const jobOf = (imports: Imports, id: string): Job => {
  const job = imports.find(id)
  if (job === null)
    throw notFound(
      `there is no import ${JSON.stringify(id)}`,
      'ids are given by POST /api/v1/import; imports that are over stand in /api/v1/sources',
    )
  return job
}
