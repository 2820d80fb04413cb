import { z } from '@hono/zod-openapi'
import type { ZodType } from 'zod'

/** Words that the documents of all answers share. */

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ format: 'date', example: '2014-07-17' })

export const ActorId = z
  .string()
  .openapi({ description: 'ISO 3166-1 alpha-3 for states, a stable id for others', example: 'AZE' })

/** Offsets are UTF-16 code units into `document.text`. */
export const SPAN = { start: z.int(), end: z.int() }

export const SOURCE_FIELDS = { publisher: z.string(), title: z.string(), url: z.string(), published: Day.nullable() }

export const Source = z.strictObject(SOURCE_FIELDS).openapi('Source')

/** A named schema or nothing: `nullable` of a reference would be written so that nothing fits both. */
export const orNull = <T extends ZodType>(schema: T) => z.union([schema, z.null()])
