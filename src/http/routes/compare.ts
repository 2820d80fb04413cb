import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { writtenPair } from '../../actors/index.ts'
import { lastKnownDay } from '../../record/index.ts'
import { readBrief } from '../../relations/index.ts'
import { compareJson } from '../../report/index.ts'
import { answer, json } from '../answer.ts'
import { asOfParameter } from '../parameters.ts'
import { PROBLEMS } from '../problem.ts'
import { Compare } from '../schemas/standing.ts'
import type { Service } from '../service.ts'

const pairParameter = (description: string, example: string) => z.string().openapi({ description, example })

const route = createRoute({
  method: 'get',
  path: '/api/v1/compare',
  operationId: 'compare',
  summary: 'two pairs side by side',
  middleware: [etag()] as const,
  request: {
    query: z.strictObject({
      one: pairParameter('a pair: two countries with a hyphen between', 'AZE-IRN'),
      other: pairParameter('another', 'ARM-IRN'),
      as_of: asOfParameter,
    }),
  },
  responses: { 200: json('the briefs of both', Compare), ...PROBLEMS },
})

export const compareRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const { one, other, as_of } = c.req.valid('query')
    const pairs = [writtenPair(one), writtenPair(other)]
    const compared = await record.use(async open => {
      const asOf = as_of ?? (await lastKnownDay(open))
      const briefs = []
      for (const pair of pairs) briefs.push(await readBrief(open, pair, asOf))
      return compareJson(briefs, asOf)
    })
    return answer(c, compared)
  })
}
