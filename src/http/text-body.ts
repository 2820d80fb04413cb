import { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { type Day, usageFailure } from '../domain/index.ts'
import { asOfDaysParameter, dateParameter } from './parameters.ts'
import { HttpFailure } from './problem.ts'
import type { Text } from './reading/messages.ts'

/** The text of a request: a body of text or HTML, or a file in a form. A picture is refused as by the command line. */

const TYPES: Readonly<Record<string, string>> = {
  'text/plain': 'body',
  'text/markdown': 'body',
  'text/html': 'body.html',
  'application/xhtml+xml': 'body.html',
}

const FORM = 'multipart/form-data'

export const TextForm = z.strictObject({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary', description: 'a text, HTML or PDF file' }),
  date: dateParameter,
  as_of: asOfDaysParameter,
})

const BODY = { type: 'string', description: 'an analysis in English, UTF-8, at most 20 MB' } as const

export const TEXT_BODY = {
  content: {
    'text/plain': { schema: BODY },
    'text/html': { schema: BODY },
    [FORM]: { schema: TextForm },
  },
} as const

const HOW =
  'send text/plain, text/html or a form with a file, as in: curl -H "content-type: text/plain" --data-binary @FILE'

const mediaType = (c: Context): string => (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

type Form = Partial<z.output<typeof TextForm>>

/** What the schema read of a form; empty for another body. The types know of a form only where no other body may come. */
export const formOf = (c: Context): Form =>
  (c.req as unknown as { valid: (target: 'form') => Form | undefined }).valid('form') ?? {}

/** Before anything is read: a body that says it is something else is not looked at. */
export const requireText: MiddlewareHandler = async (c, next) => {
  const type = mediaType(c)
  if (type !== FORM && !(type in TYPES))
    throw new HttpFailure(
      415,
      'unknown kind of body',
      type === '' ? 'the request does not say what its body is' : `bodies of the type ${type} are not read`,
      HOW,
    )
  await next()
}

/** `form`: what the schema read of a form; empty where the request is none. */
export const textOf = async (c: Context, form: Form, date: Day | null): Promise<Text> => {
  const { file } = form
  const bytes = new Uint8Array(await (file ?? c.req).arrayBuffer())
  return { bytes, name: file ? file.name || 'file' : (TYPES[mediaType(c)] ?? 'body'), date }
}

/** A day may stand in the address or in the form, not in both. */
export const oneOf = <T>(name: string, ofAddress: T | undefined, ofForm: T | undefined): T | null => {
  if (ofAddress !== undefined && ofForm !== undefined)
    throw usageFailure(`${name} is given in the address and in the form`, 'give it once')
  return ofAddress ?? ofForm ?? null
}
