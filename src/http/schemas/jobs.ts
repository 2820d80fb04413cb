import { z } from '@hono/zod-openapi'
import { Problem } from '../problem.ts'
import { Rejection } from './trace.ts'
import { Day, orNull } from './words.ts'

/** Jobs: what is common to all, an import with its report (`import --json`), a check with how far it has come. */

const counts = { rows: z.int(), accepted: z.int(), duplicate: z.int(), rejected: z.int() }

const ImportReport = z
  .strictObject({
    schema: z.literal('detente.import/1'),
    run: z.string(),
    ...counts,
    files: z.array(z.strictObject({ path: z.string(), format: z.string(), origin: z.string(), ...counts })),
    rejections: z.array(Rejection).openapi({ description: 'the first hundred' }),
  })
  .openapi('ImportReport')

const JOB_FIELDS = {
  schema: z.literal('detente.job/1'),
  id: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  problem: orNull(Problem),
}

export const ImportJob = z
  .strictObject({
    ...JOB_FIELDS,
    work: z.literal('import'),
    file: z.string(),
    rows: z.int().openapi({ description: 'read so far' }),
    report: orNull(ImportReport),
  })
  .openapi('ImportJob')

const COUNTED = { done: z.int(), total: z.int() }
const Counted = z.strictObject(COUNTED).openapi('Counted')

const CheckProgress = z
  .strictObject({
    pages: orNull(Counted).openapi({ description: 'of a PDF, read; null for other texts' }),
    sentences: orNull(Counted).openapi({
      description: 'parsed; null until the text has had its turn and its sentences are told apart',
    }),
    claims: z.int().nullable().openapi({ description: 'found so far; null while sentences are being parsed' }),
    judged: z
      .array(z.strictObject({ as_of: Day, ...COUNTED }))
      .openapi({ description: 'claims judged, by day of judgement; a day stands here from its first claim on' }),
  })
  .openapi('CheckProgress')

export const CheckJob = z
  .strictObject({
    ...JOB_FIELDS,
    work: z.literal('check'),
    file: z.string(),
    progress: CheckProgress,
  })
  .openapi('CheckJob')
