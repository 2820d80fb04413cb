import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { usageFailure } from '../../domain/index.ts'
import { ledgerJson, ledgerMarkdown } from '../../report/index.ts'
import { answer } from '../answer.ts'
import { answerText, formatParameter, inFormats, READ, wantedFormat } from '../formats.ts'
import { limitText } from '../limits.ts'
import { dateParameter } from '../parameters.ts'
import { PROBLEMS, problem } from '../problem.ts'
import { Ledger } from '../schemas/ledger.ts'
import type { Service } from '../service.ts'
import { formOf, oneOf, requireText, TEXT_BODY, textOf } from '../text-body.ts'

const route = createRoute({
  method: 'post',
  path: '/api/v1/read',
  operationId: 'read',
  summary: 'list the claims of an analysis; no record needed',
  middleware: [requireText, limitText] as const,
  request: { query: z.strictObject({ date: dateParameter, format: formatParameter(READ) }), body: TEXT_BODY },
  responses: {
    200: inFormats('the ledger of its claims', Ledger, READ),
    ...PROBLEMS,
    413: problem('the body is too large'),
    415: problem('the body is neither text nor HTML nor a form'),
    422: problem('the text cannot be used: empty, binary, not English'),
  },
})

export const readRoute = (app: OpenAPIHono, { reader }: Service): void => {
  app.openapi(route, async c => {
    const [query, form] = [c.req.valid('query'), formOf(c)]
    if (form.as_of) throw usageFailure('read takes no as_of', 'days to judge by are for /api/v1/check')
    const date = oneOf('date', query.date, form.date)
    const format = wantedFormat(c, query.format, READ)
    const ledger = await reader.read(await textOf(c, form, date), { signal: c.req.raw.signal })
    return format === 'json' ? answer(c, ledgerJson(ledger)) : answerText(c, format, 'read', ledgerMarkdown(ledger))
  })
}
