import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { answer, json } from '../answer.ts'
import { PROBLEMS, problem } from '../problem.ts'
import { Job } from '../schemas/import.ts'
import type { Service } from '../service.ts'
import { JobParameter, jobOf } from './job-of.ts'

const route = createRoute({
  method: 'delete',
  path: '/api/v1/import/{id}',
  operationId: 'importCancel',
  summary: 'cancel an import; the record stays as it was. One that is over is left as it is',
  request: { params: JobParameter },
  responses: { 200: json('the job as it ended', Job), ...PROBLEMS, 404: problem('there is no such import') },
})

export const importCancelRoute = (app: OpenAPIHono, { imports }: Service): void => {
  app.openapi(route, async c => {
    const { id } = c.req.valid('param')
    jobOf(imports, id)
    await imports.cancel(id)
    return answer(c, jobOf(imports, id))
  })
}
