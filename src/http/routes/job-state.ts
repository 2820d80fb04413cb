import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { answer, json } from '../answer.ts'
import { PROBLEMS, problem } from '../problem.ts'
import type { Service } from '../service.ts'
import { idParameter, type JobKind, jobOf } from './job-kinds.ts'

export const jobStateRoute =
  (kind: JobKind) =>
  (app: OpenAPIHono, service: Service): void => {
    const { path, operation, noun, one, schema } = kind
    const route = createRoute({
      method: 'get',
      path: `${path}/{id}`,
      operationId: `${operation}State`,
      summary: `how ${one} stands`,
      middleware: [etag()] as const,
      request: { params: idParameter(one) },
      responses: { 200: json('the job', schema), ...PROBLEMS, 404: problem(`there is no such ${noun}`) },
    })
    app.openapi(route, c => answer(c, jobOf(kind, service, c.req.valid('param').id)))
  }
