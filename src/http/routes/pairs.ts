import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { lastKnownDay } from '../../record/index.ts'
import { readMovers } from '../../relations/index.ts'
import { moversJson } from '../../report/index.ts'
import { answer, json } from '../answer.ts'
import { asOfParameter, countParameter } from '../parameters.ts'
import { PROBLEMS } from '../problem.ts'
import { Pairs } from '../schemas/standing.ts'
import type { Service } from '../service.ts'

/** The program's own defaults; the mosts are far above what a screen shows. */
const DAYS = { usual: 180, most: 3650 }
const PAIRS = { usual: 20, most: 1000 }

const route = createRoute({
  method: 'get',
  path: '/api/v1/pairs',
  operationId: 'pairs',
  summary: 'which pairs moved most lately, the surest first',
  middleware: [etag()] as const,
  request: {
    query: z.strictObject({
      as_of: asOfParameter,
      days: countParameter('so many days against as many before', DAYS.usual, DAYS.most),
      limit: countParameter('at most so many pairs', PAIRS.usual, PAIRS.most),
    }),
  },
  responses: { 200: json('pairs', Pairs), ...PROBLEMS },
})

export const pairsRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const { as_of, days, limit } = c.req.valid('query')
    const [movers, asOf] = await record.use(async open => {
      const day = as_of ?? (await lastKnownDay(open))
      return [await readMovers(open, day, days), day] as const
    })
    return answer(c, moversJson(movers.slice(0, limit), asOf, days))
  })
}
