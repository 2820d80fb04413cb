import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { askedPair } from '../../actors/index.ts'
import { checkRange, usageFailure } from '../../domain/index.ts'
import { lastKnownDay } from '../../record/index.ts'
import { askedTurns } from '../../relations/index.ts'
import { PIPED, turnsJson, turnsTerminal } from '../../report/index.ts'
import { answer } from '../answer.ts'
import { answerText, formatParameter, inFormats, TABLES, wantedFormat } from '../formats.ts'
import { actorParameter, asOfParameter, dayParameter, flagParameter, sourceParameter } from '../parameters.ts'
import { PROBLEMS } from '../problem.ts'
import { TurningPoints } from '../schemas/turning-points.ts'
import type { Service } from '../service.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/turning-points',
  operationId: 'turningPoints',
  summary: 'dated thaws and ruptures of a pair, or of all',
  middleware: [etag()] as const,
  request: {
    query: z.strictObject({
      a: actorParameter('a country').optional(),
      b: actorParameter('another').optional(),
      from: dayParameter('turns on or after this day').optional(),
      to: dayParameter('turns on or before this day').optional(),
      as_of: asOfParameter,
      source: sourceParameter,
      online: flagParameter('as a watcher would have been told them, day by day'),
      format: formatParameter(TABLES),
    }),
  },
  responses: { 200: inFormats('turning points', TurningPoints, TABLES), ...PROBLEMS },
})

export const turningPointsRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const { a, b, from, to, as_of, source, online, format: named } = c.req.valid('query')
    checkRange({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
    if ((a === undefined) !== (b === undefined))
      throw usageFailure('turning points need two countries, or none', 'name them as a and b')
    const pair = a !== undefined && b !== undefined ? askedPair(a, b) : null
    const [turns, asOf] = await record.use(async open => {
      const day = as_of ?? (await lastKnownDay(open))
      return [await askedTurns(open, { pair, asOf: day, from, to, source, online }), day] as const
    })
    const format = wantedFormat(c, named, TABLES)
    if (format === 'json') return answer(c, turnsJson(turns, { asOf, online }))
    return answerText(c, format, `turning-points-${asOf}`, turnsTerminal(turns, { asOf, online }, PIPED))
  })
}
