import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { answer } from '../answer.ts'
import { notFound, PROBLEMS, problem } from '../problem.ts'
import { readSample } from '../samples.ts'

const TYPES = { text: 'text/plain', html: 'text/html' } as const

const route = createRoute({
  method: 'get',
  path: '/api/v1/samples/{name}',
  operationId: 'sample',
  summary: 'an analysis that ships with the program, as it is: what /check takes',
  middleware: [etag()] as const,
  request: {
    query: z.strictObject({}),
    params: z.object({
      name: z.string().openapi({
        param: { name: 'name', in: 'path' },
        description: 'a name that /samples lists',
        example: 'yerevan-tehran-2012.txt',
      }),
    }),
  },
  responses: {
    200: {
      description: 'the text or page',
      content: { [TYPES.text]: { schema: z.string() }, [TYPES.html]: { schema: z.string() } },
    },
    ...PROBLEMS,
    404: problem('there is no such sample'),
  },
})

export const sampleRoute = (app: OpenAPIHono): void => {
  app.openapi(route, c => {
    const { name } = c.req.valid('param')
    const sample = readSample(name)
    if (sample === null)
      throw notFound(`there is no sample ${JSON.stringify(name)}`, 'those that there are stand at /api/v1/samples')
    const response = answer(c, sample.content)
    response.headers.set('Content-Type', `${TYPES[sample.kind]}; charset=utf-8`)
    return response
  })
}
