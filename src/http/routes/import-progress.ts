import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { PROBLEMS, problem } from '../problem.ts'
import type { Service } from '../service.ts'
import { JobParameter, jobOf } from './job-of.ts'

/** Between two words of a job that has nothing to tell, so that nobody takes the line for dead. */
const PULSE_MS = 15_000

const route = createRoute({
  method: 'get',
  path: '/api/v1/import/{id}/progress',
  operationId: 'importProgress',
  summary: 'follow an import: server-sent events named after its state, each with the job as data, until it ends',
  request: { params: JobParameter },
  responses: {
    200: { description: 'events', content: { 'text/event-stream': { schema: z.string() } } },
    ...PROBLEMS,
    404: problem('there is no such import'),
  },
})

export const importProgressRoute = (app: OpenAPIHono, { imports }: Service): void => {
  app.openapi(route, c => {
    const { id } = c.req.valid('param')
    jobOf(imports, id)
    // Routes are typed by what they answer; a stream has no type to give.
    return streamSSE(c, async stream => {
      const pulse = setInterval(() => void stream.write(': still at it\n\n'), PULSE_MS)
      try {
        while (!stream.aborted) {
          const job = jobOf(imports, id)
          await stream.writeSSE({ event: job.state, data: JSON.stringify(job) })
          if (job.state !== 'running') return
          await imports.moved(id, job)
        }
      } finally {
        clearInterval(pulse)
      }
    }) as never
  })
}
