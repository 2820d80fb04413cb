import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { actorName, askedPair } from '../../actors/index.ts'
import { checkRange } from '../../domain/index.ts'
import { lastKnownDay, requireSource } from '../../record/index.ts'
import { readDyad } from '../../relations/index.ts'
import { dyadTerminal, PIPED, type Side } from '../../report/index.ts'
import { answer } from '../answer.ts'
import { answerText, formatParameter, inFormats, TABLES, wantedFormat } from '../formats.ts'
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
      format: formatParameter(TABLES),
    }),
  },
  responses: { 200: inFormats('the series', Dyad, TABLES), ...PROBLEMS },
})

export const dyadRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const { a, b, from, to, as_of, by, source, format: named } = c.req.valid('query')
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    checkRange(days)
    const [first, second] = askedPair(a, b)
    const series = await record.use(async open => {
      await requireSource(open, source)
      const asOf = as_of ?? (await lastKnownDay(open))
      return readDyad(open, {
        a: first,
        b: second,
        by,
        asOf,
        ...days,
        ...(source === undefined ? {} : { source }),
      })
    })
    const format = wantedFormat(c, named, TABLES)
    if (format === 'json') return answer(c, series)
    const side = (id: string): Side => ({ id, name: actorName(id) })
    const sides = [side(first), side(second)] as const
    return answerText(
      c,
      format,
      `dyad-${series.dyad}-${series.as_of}`,
      dyadTerminal(series, sides, { chart: true }, PIPED),
    )
  })
}
