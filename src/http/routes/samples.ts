import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { answer, json } from '../answer.ts'
import { PROBLEMS } from '../problem.ts'
import { listSamples } from '../samples.ts'
import { Samples } from '../schemas/samples.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/samples',
  operationId: 'samples',
  summary: 'analyses that ship with the program, to try it on',
  middleware: [etag()] as const,
  request: { query: z.strictObject({}) },
  responses: { 200: json('samples', Samples), ...PROBLEMS },
})

export const samplesRoute = (app: OpenAPIHono): void => {
  app.openapi(route, async c => answer(c, { schema: 'detente.samples/1', samples: await listSamples() }))
}
