import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readLedger } from '../../claims/index.ts'
import { usageFailure } from '../../domain/index.ts'
import { ledgerJson } from '../../report/index.ts'
import { answer, json } from '../answer.ts'
import { limitText } from '../limits.ts'
import { dateParameter } from '../parameters.ts'
import { PROBLEMS, problem } from '../problem.ts'
import { Ledger } from '../schemas/ledger.ts'
import { documentOf, formOf, oneOf, requireText, TEXT_BODY } from '../text-body.ts'

const route = createRoute({
  method: 'post',
  path: '/api/v1/read',
  operationId: 'read',
  summary: 'list the claims of an analysis; no record needed',
  middleware: [requireText, limitText] as const,
  request: { query: z.strictObject({ date: dateParameter }), body: TEXT_BODY },
  responses: {
    200: json('the ledger of its claims', Ledger),
    ...PROBLEMS,
    413: problem('the body is too large'),
    415: problem('the body is neither text nor HTML nor a form'),
    422: problem('the text cannot be used: empty, binary, not English'),
  },
})

export const readRoute = (app: OpenAPIHono): void => {
  app.openapi(route, async c => {
    const form = formOf(c)
    if (form.as_of) throw usageFailure('read takes no as_of', 'days to judge by are for /api/v1/check')
    const date = oneOf('date', c.req.valid('query').date, form.date)
    return answer(c, ledgerJson(readLedger(await documentOf(c, form), { date })))
  })
}
