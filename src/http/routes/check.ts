import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { ledgerHtml, ledgerJson, ledgerMarkdown } from '../../report/index.ts'
import { answer } from '../answer.ts'
import { answerText, formatParameter, inFormats, REPORTS, wantedFormat } from '../formats.ts'
import { limitText } from '../limits.ts'
import { asOfDaysParameter, dateParameter } from '../parameters.ts'
import { PROBLEMS, problem } from '../problem.ts'
import { CheckedLedger } from '../schemas/ledger.ts'
import type { Service } from '../service.ts'
import { formOf, oneOf, requireText, TEXT_BODY, textOf } from '../text-body.ts'

const route = createRoute({
  method: 'post',
  path: '/api/v1/check',
  operationId: 'check',
  summary: 'hold every claim of an analysis against the record',
  middleware: [requireText, limitText] as const,
  request: {
    query: z.strictObject({ date: dateParameter, as_of: asOfDaysParameter, format: formatParameter(REPORTS) }),
    body: TEXT_BODY,
  },
  responses: {
    200: inFormats('the ledger of its claims, with verdicts', CheckedLedger, REPORTS),
    ...PROBLEMS,
    413: problem('the body is too large'),
    415: problem('the body is neither text nor HTML nor a form'),
    422: problem('the text cannot be used: empty, binary, not English'),
  },
})

export const checkRoute = (app: OpenAPIHono, { checks }: Service): void => {
  app.openapi(route, async c => {
    const [query, form] = [c.req.valid('query'), formOf(c)]
    const date = oneOf('date', query.date, form.date)
    const asOf = oneOf('as_of', query.as_of, form.as_of)
    const format = wantedFormat(c, query.format, REPORTS)
    const { checked, sizes } = await checks.check(await textOf(c, form, date), asOf, c.req.raw.signal)
    if (format === 'json') return answer(c, ledgerJson(checked))
    const report = format === 'md' ? ledgerMarkdown(checked, sizes) : ledgerHtml([checked], sizes)
    return answerText(c, format, 'check', report)
  })
}
