import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { ZodType } from 'zod'
import { answer } from './answer.ts'

/** Answers in several forms, as JSON first of all: whichever the address names, else whichever the client prefers. */

const TYPES = {
  json: 'application/json',
  md: 'text/markdown',
  html: 'text/html',
  txt: 'text/plain',
} as const

export type Format = keyof typeof TYPES

/** What a ledger or a brief can be: data, or a report to keep. */
export const REPORTS = ['json', 'md', 'html'] as const
/** What a ledger without verdicts can be. */
export const READ = ['json', 'md'] as const
/** What rows and series can be: data, or the table that the command line prints. */
export const TABLES = ['json', 'txt'] as const

export const formatParameter = <F extends Format>(formats: readonly [F, ...F[]]) =>
  z.enum(formats).optional().openapi({
    description: 'the form of the answer, whatever the header Accept says (default: that, else json)',
  })

export const wantedFormat = <F extends Format>(c: Context, named: F | undefined, formats: readonly F[]): F | 'json' => {
  if (named) return named
  const type = accepts(c, { header: 'Accept', supports: formats.map(format => TYPES[format]), default: TYPES.json })
  return formats.find(format => TYPES[format] === type) ?? 'json'
}

/** `name`: of the file, where it is kept. */
export const answerText = (c: Context, format: Exclude<Format, 'json'>, name: string, text: string) => {
  const response = answer(c, text)
  response.headers.set('Content-Type', `${TYPES[format]}; charset=utf-8`)
  response.headers.set('Content-Disposition', `inline; filename="${name.replace(/[^\w.-]+/g, '-')}.${format}"`)
  response.headers.append('Vary', 'Accept')
  return response
}

export const inFormats = (description: string, schema: ZodType, formats: readonly Format[]) => ({
  description,
  content: {
    [TYPES.json]: { schema },
    ...Object.fromEntries(
      formats.filter(format => format !== 'json').map(format => [TYPES[format], { schema: z.string() }]),
    ),
  },
})
