import type { Context, TypedResponse } from 'hono'
import type { ZodType } from 'zod'
import { jsonDocument } from '../report/index.ts'

/** Answers: the very text that `--json` prints, and how the description of the API names them. */

/**
 * The type says that it fits any schema. That it does is shown by the tests, which read every answer by its schema:
 * the compiler cannot know it of a text that is already written out.
 */
type Answer<Status extends number> = Response & TypedResponse<never, Status & 200, 'json'>

export const answer = <Status extends 200 | 202 = 200>(
  c: Context,
  document: object | string,
  status: Status = 200 as Status,
): Answer<Status> => {
  c.header('Content-Type', 'application/json; charset=utf-8')
  // A cache may keep it, but has to ask whether it still holds: the record grows.
  c.header('Cache-Control', c.req.method === 'GET' ? 'private, no-cache' : 'no-store')
  return c.body(typeof document === 'string' ? document : jsonDocument(document), status) as unknown as Answer<Status>
}

export const json = (description: string, schema: ZodType) => ({
  description,
  content: { 'application/json': { schema } },
})
