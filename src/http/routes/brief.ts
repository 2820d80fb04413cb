import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { actorName, askedPair } from '../../actors/index.ts'
import { lastKnownDay, requireSource } from '../../record/index.ts'
import { readBrief } from '../../relations/index.ts'
import { briefHtml, briefJson, briefMarkdown } from '../../report/index.ts'
import { answer } from '../answer.ts'
import { answerText, formatParameter, inFormats, REPORTS, wantedFormat } from '../formats.ts'
import { actorParameter, asOfParameter, sourceParameter } from '../parameters.ts'
import { PROBLEMS } from '../problem.ts'
import { Brief } from '../schemas/standing.ts'
import type { Service } from '../service.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/brief',
  operationId: 'brief',
  summary: 'one page on a pair: where it goes, since when, how sure, why, what to watch',
  middleware: [etag()] as const,
  request: {
    query: z.strictObject({
      a: actorParameter('a country'),
      b: actorParameter('another'),
      as_of: asOfParameter,
      source: sourceParameter,
      format: formatParameter(REPORTS),
    }),
  },
  responses: { 200: inFormats('the page', Brief, REPORTS), ...PROBLEMS },
})

export const briefRoute = (app: OpenAPIHono, { record }: Service): void => {
  app.openapi(route, async c => {
    const { a, b, as_of, source, format: named } = c.req.valid('query')
    const pair = askedPair(a, b)
    const format = wantedFormat(c, named, REPORTS)
    const brief = await record.use(async open => {
      await requireSource(open, source)
      return readBrief(open, pair, as_of ?? (await lastKnownDay(open)), source)
    })
    if (format === 'json') return answer(c, briefJson(brief, actorName))
    const page = format === 'md' ? briefMarkdown(brief, actorName) : briefHtml(brief, actorName)
    return answerText(c, format, `brief-${pair.join('-')}-${brief.as_of}`, page)
  })
}
