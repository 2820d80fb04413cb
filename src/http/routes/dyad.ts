import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { askedPair } from '../../actors/index.ts'
import { checkRange } from '../../domain/index.ts'
import { lastKnownDay, requireSource } from '../../record/index.ts'
import { measuredDyad, readRelation } from '../../relations/index.ts'
import { answer, json } from '../answer.ts'
import { actorParameter, asOfParameter, dayParameter, periodParameter, sourceParameter } from '../parameters.ts'
import { PROBLEMS } from '../problem.ts'
import { Dyad } from '../schemas/dyad.ts'
import type { Service } from '../service.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/dyad',
  operationId: 'dyad',
  summary: 'the series of a pair, both directions',
  middleware: [etag()] as const,
  request: {
    query: z.strictObject({
      a: actorParameter('a country'),
      b: actorParameter('another'),
      from: dayParameter('first day (default: that of the first row)').optional(),
      to: dayParameter('last day (default: that of the last row)').optional(),
      as_of: asOfParameter,
      by: periodParameter,
      source: sourceParameter,
    }),
  },
  responses: { 200: json('the series', Dyad), ...PROBLEMS },
})

export const dyadRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const { a, b, from, to, as_of, by, source } = c.req.valid('query')
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    checkRange(days)
    const [first, second] = askedPair(a, b)
    const series = await record.use(async open => {
      await requireSource(open, source)
      const asOf = as_of ?? (await lastKnownDay(open))
      const counted = await open.dyad({
        a: first,
        b: second,
        by,
        asOf,
        ...days,
        ...(source === undefined ? {} : { source }),
      })
      return measuredDyad(counted, await readRelation(open, [first, second], asOf, source, true))
    })
    return answer(c, series)
  })
}
