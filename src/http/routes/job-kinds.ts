import { z } from '@hono/zod-openapi'
import type { ZodType } from 'zod'
import type { Job, Jobs } from '../jobs.ts'
import { notFound } from '../problem.ts'
import { CheckJob, ImportJob } from '../schemas/jobs.ts'
import type { Service } from '../service.ts'

/** The kinds of work that are jobs, and what stands at the addresses of each. */
export interface JobKind {
  /** Where one is begun; a job stands below it, by its id. */
  readonly path: string
  /** Its name among the operations. */
  readonly operation: string
  readonly noun: string
  /** With its article. */
  readonly one: string
  readonly schema: ZodType
  readonly jobs: (service: Service) => Pick<Jobs<Job, unknown>, 'find' | 'moved' | 'follow' | 'cancel'>
  /** Where to look for one that there is not. */
  readonly elsewhere: string
  /** What a cancelled one leaves. */
  readonly cancelled: string
  /** What becomes of one that nobody follows any more. */
  readonly left: string
}

export const IMPORTS: JobKind = {
  path: '/api/v1/import',
  operation: 'import',
  noun: 'import',
  one: 'an import',
  schema: ImportJob,
  jobs: ({ imports }) => imports.jobs,
  elsewhere: 'ids are given by POST /api/v1/import; imports that are over stand in /api/v1/sources',
  cancelled: 'the record stays as it was',
  left: 'an import goes on when nobody follows it',
}

export const CHECKS: JobKind = {
  path: '/api/v1/check',
  operation: 'check',
  noun: 'check',
  one: 'a check',
  schema: CheckJob,
  jobs: ({ checkJobs }) => checkJobs.jobs,
  elsewhere:
    'ids are given by POST /api/v1/check with Prefer: respond-async; checks that are over are forgotten after a while',
  cancelled: 'it is no longer read or judged',
  left: 'a check that was followed and that nobody follows or asks for any more is cancelled after some seconds',
}

export const idParameter = (one: string) =>
  z.object({
    id: z.string().openapi({ param: { name: 'id', in: 'path' }, description: `the id of ${one} that was begun here` }),
  })

/** The job that an address names. */
export const jobOf = ({ noun, elsewhere, jobs }: JobKind, service: Service, id: string): Job => {
  const job = jobs(service).find(id)
  if (job === null) throw notFound(`there is no ${noun} ${JSON.stringify(id)}`, elsewhere)
  return job
}
