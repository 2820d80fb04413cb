import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { usageFailure } from '../../domain/index.ts'
import { ledgerHtml, ledgerJson, ledgerMarkdown } from '../../report/index.ts'
import { answer, json } from '../answer.ts'
import type { Checked } from '../checked.ts'
import { answerText, type Format, formatParameter, inFormats, REPORTS, wantedFormat } from '../formats.ts'
import { limitText } from '../limits.ts'
import { asOfDaysParameter, dateParameter } from '../parameters.ts'
import { JOB_HEADERS, PREFER, wantsJob } from '../prefer.ts'
import { PROBLEMS, problem } from '../problem.ts'
import { CheckJob } from '../schemas/jobs.ts'
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
    headers: PREFER,
    body: TEXT_BODY,
  },
  responses: {
    200: inFormats('the ledger of its claims, with verdicts', CheckedLedger, REPORTS),
    202: { ...json('the job that was wished for; Location leads to it', CheckJob), headers: JOB_HEADERS },
    ...PROBLEMS,
    413: problem('the body is too large'),
    415: problem('the body is neither text nor HTML nor a form'),
    422: problem('the text cannot be used: empty, binary, not English'),
  },
})

/** A ledger in the form that is wanted of it. */
export const answerChecked = (c: Context, { checked, sizes }: Checked, format: Format) => {
  if (format === 'json') return answer(c, ledgerJson(checked))
  const report = format === 'md' ? ledgerMarkdown(checked, sizes) : ledgerHtml([checked], sizes)
  return answerText(c, format, 'check', report)
}

export const checkRoute = (app: OpenAPIHono, { checks, checkJobs }: Service): void => {
  app.openapi(route, async c => {
    const [query, form] = [c.req.valid('query'), formOf(c)]
    const date = oneOf('date', query.date, form.date)
    const asOf = oneOf('as_of', query.as_of, form.as_of)
    const text = await textOf(c, form, date)
    if (!wantsJob(c)) {
      const checked = await checks.check(text, asOf, { signal: c.req.raw.signal })
      return answerChecked(c, checked, wantedFormat(c, query.format, REPORTS))
    }
    if (query.format !== undefined)
      throw usageFailure('a job has no format of its own', 'name the format when you ask for its result')
    const job = checkJobs.start(text, asOf)
    c.header('Location', `/api/v1/check/${job.id}`)
    c.header('Preference-Applied', 'respond-async')
    return answer(c, job, 202)
  })
}
