import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { answer, json } from '../answer.ts'
import { PROBLEMS, problem } from '../problem.ts'
import { ImportJob } from '../schemas/jobs.ts'
import type { Service } from '../service.ts'

const LONGEST_NAME = 200

const route = createRoute({
  method: 'post',
  path: '/api/v1/import',
  operationId: 'import',
  summary: 'bring a file of events into the record, as a job; the body is the file itself',
  request: {
    query: z.strictObject({
      name: z
        .string()
        .min(1)
        .max(LONGEST_NAME)
        .openapi({ description: 'what the file is called', example: 'events.csv' }),
      format: z.string().optional().openapi({ description: 'its format (default: recognised by its first lines)' }),
      source: z.string().min(1).max(LONGEST_NAME).optional().openapi({
        description: 'what the data set is called (default: what the rows, the format or the file say)',
      }),
    }),
    body: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: {
    202: { ...json('the job; Location leads to it', ImportJob), headers: { Location: { schema: { type: 'string' } } } },
    ...PROBLEMS,
    409: problem('another import is under way'),
    413: problem('the file is too large'),
    422: problem('there is no file, or it was cut off'),
  },
})

export const importRoute = (app: OpenAPIHono, { imports }: Service): void => {
  app.openapi(route, async c => {
    const job = await imports.start({ ...c.req.valid('query'), body: c.req.raw.body })
    c.header('Location', `/api/v1/import/${job.id}`)
    return answer(c, job, 202)
  })
}
