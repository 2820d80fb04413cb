import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { ZodType } from 'zod'
import { answer } from './answer.ts'

/** Answers that come as JSON, as Markdown or as a page: whichever the address names, else whichever the client prefers. */

const TYPES = {
  json: 'application/json',
  md: 'text/markdown',
  html: 'text/html',
} as const

export type Format = keyof typeof TYPES

const FORMATS = Object.keys(TYPES) as [Format, ...Format[]]

export const formatParameter = z
  .enum(FORMATS)
  .optional()
  .openapi({ description: 'the form of the answer, whatever the header Accept says (default: that, else json)' })

export const wantedFormat = (c: Context, named: Format | undefined): Format => {
  if (named) return named
  const type = accepts(c, { header: 'Accept', supports: Object.values(TYPES), default: TYPES.json })
  return FORMATS.find(format => TYPES[format] === type) ?? 'json'
}

/** `name`: of the file, where it is kept. */
export const answerText = (c: Context, format: Exclude<Format, 'json'>, name: string, text: string) => {
  const response = answer(c, text)
  response.headers.set('Content-Type', `${TYPES[format]}; charset=utf-8`)
  response.headers.set('Content-Disposition', `inline; filename="${name.replace(/[^\w.-]+/g, '-')}.${format}"`)
  response.headers.append('Vary', 'Accept')
  return response
}

export const inFormats = (description: string, schema: ZodType) => ({
  description,
  content: {
    [TYPES.json]: { schema },
    [TYPES.md]: { schema: z.string() },
    [TYPES.html]: { schema: z.string() },
  },
})
