import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { readTrace } from '../../relations/index.ts'
import { PIPED, traceJson, traceTerminal } from '../../report/index.ts'
import { answer } from '../answer.ts'
import { answerText, formatParameter, inFormats, TABLES, wantedFormat } from '../formats.ts'
import { notFound, PROBLEMS, problem } from '../problem.ts'
import { Trace } from '../schemas/trace.ts'
import type { Service } from '../service.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/trace/{id}',
  operationId: 'trace',
  summary: 'from an event, a turning point, an import or a cell of a series down to rows, files and lines',
  middleware: [etag()] as const,
  request: {
    query: z.strictObject({ format: formatParameter(TABLES) }),
    params: z.object({
      id: z.string().openapi({
        param: { name: 'id', in: 'path' },
        description: 'an event, a turning point (turn:…), an import (run:1) or a cell (cell:…), encoded',
        example: 'run:1',
      }),
    }),
  },
  responses: {
    200: inFormats('where it comes from', Trace, TABLES),
    ...PROBLEMS,
    404: problem('the record holds nothing of that name'),
  },
})

export const traceRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const { id } = c.req.valid('param')
    const trace = await record.use(open => readTrace(open, id))
    if (trace === null)
      throw notFound(
        `the record holds nothing with the id ${JSON.stringify(id)}`,
        'ids stand in what check, events, dyad, sources and import print',
      )
    const format = wantedFormat(c, c.req.valid('query').format, TABLES)
    return format === 'json' ? answer(c, traceJson(trace)) : answerText(c, format, 'trace', traceTerminal(trace, PIPED))
  })
}
