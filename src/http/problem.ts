import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { EXIT, Failure } from '../domain/index.ts'
import { jsonDocument, printable } from '../report/index.ts'

/** Errors as RFC 9457 problem documents: the line and the hint that the command line prints, with the status of HTTP. */

export const Problem = z
  .object({
    type: z.string().openapi({ description: 'the kind of problem', example: 'urn:detente:problem:wrong-use' }),
    title: z.string().openapi({ description: 'the kind in words', example: 'wrong use' }),
    status: z.int().openapi({ example: 400 }),
    detail: z.string().openapi({ description: 'what is wrong, in one line', example: 'unknown country "Persa"' }),
    hint: z.string().nullable().openapi({ description: 'what to do' }),
  })
  .openapi('Problem')
export type Problem = z.infer<typeof Problem>

/** A failure that only HTTP knows: of its address, its sender, its size. */
export class HttpFailure extends Failure {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly kind: string,
    message: string,
    hint: string | null,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(EXIT.usage, message, hint)
  }
}

export const notFound = (message: string, hint: string): HttpFailure => new HttpFailure(404, 'not found', message, hint)

/** While an import holds the record alone, a question may be asked again soon. */
const RETRY_SECONDS = 5

const KINDS: Readonly<Record<number, readonly [ContentfulStatusCode, string, Readonly<Record<string, string>>?]>> = {
  [EXIT.usage]: [400, 'wrong use'],
  [EXIT.input]: [422, 'unusable input'],
  [EXIT.record]: [503, 'record unavailable', { 'Retry-After': String(RETRY_SECONDS) }],
}

/** What nobody foresaw: its words may hold anything, so that they go to the log of the server and not over the wire. */
const DEFECT = new HttpFailure(
  500,
  'defect',
  'a defect of ours',
  'please report it with what the server prints on stderr; the record is as it was',
)

const asHttp = (error: unknown): HttpFailure => {
  if (error instanceof HttpFailure) return error
  // What the server's own library refuses: a form or a body that is none.
  if (error instanceof HTTPException && error.status < 500)
    return new HttpFailure(error.status as ContentfulStatusCode, 'wrong use', error.message, null)
  const known = error instanceof Failure ? KINDS[error.exitCode] : undefined
  if (!known || !(error instanceof Failure)) return DEFECT
  const [status, kind, headers] = known
  return new HttpFailure(status, kind, error.message, error.hint, headers)
}

export const problemOf = (error: unknown): Problem => {
  const { status, kind, message, hint } = asHttp(error)
  return {
    type: `urn:detente:problem:${kind.replaceAll(' ', '-')}`,
    title: kind,
    status,
    detail: printable(message),
    hint: hint === null ? null : printable(hint),
  }
}

const respond = (c: Context, error: unknown): Response => {
  const { status, headers } = asHttp(error)
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  c.header('Content-Type', 'application/problem+json; charset=utf-8')
  c.header('Cache-Control', 'no-store')
  return c.body(jsonDocument(problemOf(error)), status)
}

export const answerNotFound = (c: Context): Response =>
  respond(c, notFound(`there is nothing at ${c.req.path}`, 'the addresses are listed at /api/v1/openapi.json'))

/** Every way to fail ends here. `onDefect` is told of what is ours to mend. */
export const answerFailures = (app: OpenAPIHono, onDefect: (error: unknown) => void): void => {
  app.onError((error, c) => {
    if (asHttp(error) === DEFECT) onDefect(error)
    return respond(c, error)
  })
  app.notFound(answerNotFound)
}

/** The answers that every route may give besides its own. */
export const PROBLEMS = Object.fromEntries(
  (
    [
      [400, 'a parameter is wrong'],
      [401, 'the token is missing or wrong'],
      [403, 'the request comes from another site'],
      [429, 'too many requests'],
      [500, 'a defect of the program'],
      [503, 'the record is busy, damaged or of a newer version'],
    ] as const
  ).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: Problem } } },
  ]),
)

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})
