import { z } from '@hono/zod-openapi'
import { Problem } from '../problem.ts'
import { Rejection } from './trace.ts'
import { orNull } from './words.ts'

/** An import as a job, and its report: `import --json`. */

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

export const Job = z
  .strictObject({
    schema: z.literal('detente.job/1'),
    id: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    file: z.string(),
    rows: z.int().openapi({ description: 'read so far' }),
    report: orNull(ImportReport),
    problem: orNull(Problem),
  })
  .openapi('Job')
