import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { formatParameter, inFormats, REPORTS, wantedFormat } from '../formats.ts'
import { detailParameter } from '../parameters.ts'
import { HttpFailure, PROBLEMS, problem } from '../problem.ts'
import { Checked } from '../schemas/ledger.ts'
import type { Service } from '../service.ts'
import { answerChecked } from './check.ts'
import { CHECKS, idParameter, jobOf } from './job-kinds.ts'

const RETRY_SECONDS = 2

const route = createRoute({
  method: 'get',
  path: '/api/v1/check/{id}/result',
  operationId: 'checkResult',
  summary: 'the ledger of a check that was a job, once it is done',
  middleware: [etag()] as const,
  request: {
    params: idParameter(CHECKS.one),
    query: z.strictObject({ detail: detailParameter, format: formatParameter(REPORTS) }),
  },
  responses: {
    200: inFormats('the ledger of its claims, with verdicts', Checked, REPORTS),
    ...PROBLEMS,
    404: problem('there is no such check'),
    409: problem('it is not done yet'),
    410: problem('it was cancelled'),
    422: problem('the text cannot be used: empty, binary, not English'),
  },
})

export const checkResultRoute = (app: OpenAPIHono, service: Service): void => {
  app.openapi(route, c => {
    const { id } = c.req.valid('param')
    const { state } = jobOf(CHECKS, service, id)
    const checked = service.checkJobs.jobs.result(id)
    const { detail, format } = c.req.valid('query')
    if (checked !== null) return answerChecked(c, checked, { detail, format: wantedFormat(c, format, REPORTS) })
    if (state === 'cancelled') throw new HttpFailure(410, 'cancelled', 'the check was cancelled', 'send the text again')
    throw new HttpFailure(409, 'not done', 'the check is not done yet', `follow it at ${CHECKS.path}/${id}/progress`, {
      'Retry-After': String(RETRY_SECONDS),
    })
  })
}
