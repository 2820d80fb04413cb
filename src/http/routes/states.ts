import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { pickedRegions, typedStates } from '../../actors/index.ts'
import { answer, json } from '../answer.ts'
import { PROBLEMS } from '../problem.ts'
import { States } from '../schemas/states.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/states',
  operationId: 'states',
  summary: 'the states that can be asked for, with all that may be typed for them, and regions of them',
  middleware: [etag()] as const,
  request: { query: z.strictObject({}) },
  responses: { 200: json('states by name', States), ...PROBLEMS },
})

export const statesRoute = (app: OpenAPIHono): void => {
  app.openapi(route, c => answer(c, { schema: 'detente.states/1', states: typedStates(), regions: pickedRegions() }))
}
