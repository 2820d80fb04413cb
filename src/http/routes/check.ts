import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { usageFailure } from '../../domain/index.ts'
import { checkSummaryJson, checkSummaryMarkdown, ledgerHtml, ledgerJson, ledgerMarkdown } from '../../report/index.ts'
import { answer, json } from '../answer.ts'
import type { Checked } from '../checked.ts'
import { answerText, type Format, formatParameter, inFormats, REPORTS, wantedFormat } from '../formats.ts'
import { limitText } from '../limits.ts'
import { asOfDaysParameter, dateParameter, detailParameter } from '../parameters.ts'
import { JOB_HEADERS, PREFER, wantsJob } from '../prefer.ts'
import { PROBLEMS, problem } from '../problem.ts'
import { CheckJob } from '../schemas/jobs.ts'
import { Checked as CheckSchema } from '../schemas/ledger.ts'
import type { Service } from '../service.ts'
import { formOf, oneOf, requireText, TEXT_BODY, textOf } from '../text-body.ts'

const route = createRoute({
  method: 'post',
  path: '/api/v1/check',
  operationId: 'check',
  summary: 'hold every claim of an analysis against the record',
  middleware: [requireText, limitText] as const,
  request: {
    query: z.strictObject({
      date: dateParameter,
      as_of: asOfDaysParameter,
      detail: detailParameter,
      format: formatParameter(REPORTS),
    }),
    headers: PREFER,
    body: TEXT_BODY,
  },
  responses: {
    200: inFormats('the ledger of its claims, with verdicts', CheckSchema, REPORTS),
    202: { ...json('the job that was wished for; Location leads to it', CheckJob), headers: JOB_HEADERS },
    ...PROBLEMS,
    413: problem('the body is too large'),
    415: problem('the body is neither text nor HTML nor a form'),
    422: problem('the text cannot be used: empty, binary, not English'),
  },
})

interface Wanted {
  readonly detail: 'full' | 'summary' | undefined
  readonly format: Format
}

/** A ledger in the form and detail that are wanted of it. */
export const answerChecked = (c: Context, { checked, sizes }: Checked, { detail, format }: Wanted) => {
  const inShort = detail === 'summary'
  if (inShort && format === 'html')
    throw usageFailure('a page is made of the full ledger alone', 'leave out detail, or ask for json or md')
  if (format === 'json') return answer(c, inShort ? checkSummaryJson(checked) : ledgerJson(checked))
  if (format === 'html') return answerText(c, format, 'check', ledgerHtml([checked], sizes))
  return answerText(c, 'md', 'check', inShort ? checkSummaryMarkdown(checked, sizes) : ledgerMarkdown(checked, sizes))
}

export const checkRoute = (app: OpenAPIHono, { checks, checkJobs }: Service): void => {
  app.openapi(route, async c => {
    const [query, form] = [c.req.valid('query'), formOf(c)]
    const date = oneOf('date', query.date, form.date)
    const asOf = oneOf('as_of', query.as_of, form.as_of)
    const text = await textOf(c, form, date)
    if (!wantsJob(c)) {
      const checked = await checks.check(text, asOf, { signal: c.req.raw.signal })
      return answerChecked(c, checked, { detail: query.detail, format: wantedFormat(c, query.format, REPORTS) })
    }
    if (query.format !== undefined || query.detail !== undefined)
      throw usageFailure('a job has no format or detail of its own', 'name them when you ask for its result')
    const job = checkJobs.start(text, asOf)
    c.header('Location', `/api/v1/check/${job.id}`)
    c.header('Preference-Applied', 'respond-async')
    return answer(c, job, 202)
  })
}
