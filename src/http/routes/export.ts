import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { askedActor, askedPair } from '../../actors/index.ts'
import { checkRange, usageFailure } from '../../domain/index.ts'
import { type EventQuery, lastKnownDay, requireSource } from '../../record/index.ts'
import { answer } from '../answer.ts'
import { exportRows } from '../exports.ts'
import {
  actorParameter,
  asOfParameter,
  dayParameter,
  flagParameter,
  sourceParameter,
  typesParameter,
} from '../parameters.ts'
import { PROBLEMS } from '../problem.ts'
import type { Service } from '../service.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const

const Query = z.strictObject({
  a: actorParameter('a country').optional(),
  b: actorParameter('another: only events between the two').optional(),
  from: dayParameter('events that last beyond this day').optional(),
  to: dayParameter('events that began by this day').optional(),
  as_of: asOfParameter,
  type: typesParameter,
  source: sourceParameter,
  all: flagParameter('also what rebels, parties, firms and citizens of the states did'),
  format: z.enum(['csv', 'jsonl', 'parquet']).default('csv').openapi({ description: 'of the rows' }),
  part: z
    .enum(['rows', 'codebook', 'citation'])
    .default('rows')
    .openapi({ description: 'the rows, what their fields mean, or whom to cite under which licence' }),
})

const text = { schema: z.string() }

const route = createRoute({
  method: 'get',
  path: '/api/v1/export',
  operationId: 'export',
  summary: 'take events out, with a codebook and citations; what is written can be imported again',
  request: { query: Query },
  responses: {
    200: {
      description: 'a file',
      content: {
        'text/csv': text,
        'application/jsonl': text,
        'application/vnd.apache.parquet': { schema: { type: 'string', format: 'binary' } },
        'text/plain': text,
      },
    },
    ...PROBLEMS,
  },
})

const whose = ({ a, b }: z.output<typeof Query>): Pick<EventQuery, 'pair' | 'actors'> => {
  if (a === undefined && b !== undefined)
    throw usageFailure('b is given without a', 'name one country as a, or two as a and b')
  if (a === undefined) return {}
  return b === undefined ? { actors: [askedActor(a)] } : { pair: askedPair(a, b) }
}

export const exportRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const asked = c.req.valid('query')
    const { from, to, type, source, all, format, part } = asked
    checkRange({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
    const actors = whose(asked)
    const named = actors.pair ?? actors.actors ?? ['record']
    const [exported, name] = await record.use(async open => {
      await requireSource(open, source)
      const asOf = asked.as_of ?? (await lastKnownDay(open))
      const query: EventQuery = {
        asOf,
        ...actors,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(type === undefined ? {} : { types: type }),
        ...(source === undefined ? {} : { origin: source }),
        ...(all ? { acting: 'any' } : {}),
      }
      const file = `detente-${named.join('-').replace(/[^\w-]+/g, '-')}-${asOf}.${format}`
      return [await exportRows(open, query, { name: file, format }), file] as const
    })
    if (part !== 'rows') {
      await exported.discard()
      const said = answer(c, part === 'codebook' ? exported.codebook() : exported.citation())
      said.headers.set('Content-Type', 'text/plain; charset=utf-8')
      return said
    }
    c.header('Content-Type', TYPES[format])
    c.header('Content-Disposition', `attachment; filename="${name}"`)
    c.header('Cache-Control', 'no-store')
    return c.body(exported.rows()) as never
  })
}
