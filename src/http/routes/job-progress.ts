import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { PROBLEMS, problem } from '../problem.ts'
import type { Service } from '../service.ts'
import { idParameter, type JobKind, jobOf } from './job-kinds.ts'

/** Between two words of a job that has nothing to tell, so that nobody takes the line for dead. */
const PULSE_MS = 15_000

export const jobProgressRoute =
  (kind: JobKind) =>
  (app: OpenAPIHono, service: Service): void => {
    const { path, operation, noun, one, left, jobs } = kind
    const route = createRoute({
      method: 'get',
      path: `${path}/{id}/progress`,
      operationId: `${operation}Progress`,
      summary: `follow ${one}: server-sent events named after its state, each with the job as data, until it ends`,
      description: left,
      request: { params: idParameter(one) },
      responses: {
        200: { description: 'events', content: { 'text/event-stream': { schema: z.string() } } },
        ...PROBLEMS,
        404: problem(`there is no such ${noun}`),
      },
    })
    app.openapi(route, c => {
      const { id } = c.req.valid('param')
      let job = jobOf(kind, service, id)
      // Routes are typed by what they answer; a stream has no type to give.
      return streamSSE(c, async stream => {
        const gone = new Promise<void>(resolve => stream.onAbort(resolve))
        const leave = jobs(service).follow(id)
        const pulse = setInterval(() => void stream.write(': still at it\n\n'), PULSE_MS)
        try {
          while (!stream.aborted) {
            await stream.writeSSE({ event: job.state, data: JSON.stringify(job) })
            if (job.state !== 'running') return
            await Promise.race([jobs(service).moved(id, job), gone])
            job = jobs(service).find(id) ?? job
          }
        } finally {
          clearInterval(pulse)
          leave()
        }
      }) as never
    })
  }
