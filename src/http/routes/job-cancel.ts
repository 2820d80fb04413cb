import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { answer, json } from '../answer.ts'
import { PROBLEMS, problem } from '../problem.ts'
import type { Service } from '../service.ts'
import { idParameter, type JobKind, jobOf } from './job-kinds.ts'

export const jobCancelRoute =
  (kind: JobKind) =>
  (app: OpenAPIHono, service: Service): void => {
    const { path, operation, noun, one, schema, cancelled, jobs } = kind
    const route = createRoute({
      method: 'delete',
      path: `${path}/{id}`,
      operationId: `${operation}Cancel`,
      summary: `cancel ${one}; ${cancelled}. One that is over is left as it is`,
      request: { params: idParameter(one) },
      responses: { 200: json('the job as it ended', schema), ...PROBLEMS, 404: problem(`there is no such ${noun}`) },
    })
    app.openapi(route, async c => {
      const { id } = c.req.valid('param')
      jobOf(kind, service, id)
      await jobs(service).cancel(id)
      return answer(c, jobOf(kind, service, id))
    })
  }
