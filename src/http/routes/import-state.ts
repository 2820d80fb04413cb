import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { answer, json } from '../answer.ts'
import { PROBLEMS, problem } from '../problem.ts'
import { Job } from '../schemas/import.ts'
import type { Service } from '../service.ts'
import { JobParameter, jobOf } from './job-of.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/import/{id}',
  operationId: 'importState',
  summary: 'how an import stands',
  middleware: [etag()] as const,
  request: { params: JobParameter },
  responses: { 200: json('the job', Job), ...PROBLEMS, 404: problem('there is no such import') },
})

export const importStateRoute = (app: OpenAPIHono, { imports }: Service): void => {
  app.openapi(route, c => answer(c, jobOf(imports, c.req.valid('param').id)))
}
