import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { sourcesJson } from '../../report/index.ts'
import { answer, json } from '../answer.ts'
import { PROBLEMS } from '../problem.ts'
import { Sources } from '../schemas/sources.ts'
import type { Service } from '../service.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/sources',
  operationId: 'sources',
  summary: 'what the record holds: data sets, days, gaps, licences, files',
  middleware: [etag()] as const,
  request: { query: z.strictObject({}) },
  responses: { 200: json('data sets', Sources), ...PROBLEMS },
})

export const sourcesRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => answer(c, sourcesJson(await record.use(open => open.sources()))))
}
