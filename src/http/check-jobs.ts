import type { Day } from '../domain/index.ts'
import type { Checked } from './checked.ts'
import type { Checks, Judging } from './checks.ts'
import { type Job, type Jobs, makeJobs, stopping } from './jobs.ts'
import { HttpFailure } from './problem.ts'
import type { Counted, Progress, Text } from './reading/messages.ts'

/** Checks as jobs, for long texts: followed while they are read and judged, cancelled on the way, fetched when they are done. */

export interface CheckProgress {
  /** Of a PDF; null for other texts. */
  readonly pages: Counted | null
  /** Parsed; null until the text has had its turn and its sentences are told apart. */
  readonly sentences: Counted | null
  /** Found so far; null while sentences are still being parsed. */
  readonly claims: number | null
  /** By day of judgement, in order; a day stands here from its first claim on. */
  readonly judged: readonly ({ readonly as_of: Day } & Counted)[]
}

export interface CheckJob extends Job {
  readonly work: 'check'
  readonly file: string
  readonly progress: CheckProgress
}

export interface CheckJobs {
  readonly jobs: Jobs<CheckJob, Checked>
  readonly start: (text: Text, asOf: readonly Day[] | null) => CheckJob
  readonly stop: () => Promise<void>
}

export interface CheckJobRules {
  /** How many at once: each holds its text. */
  readonly most: number
  /** Milliseconds after which one that nobody looks at any more is cancelled. */
  readonly abandoned: number
}

export const USUAL_CHECK_JOBS: CheckJobRules = { most: 8, abandoned: 10_000 }

/** Results are large. */
const REMEMBERED = 20
const LIFETIME_MS = 15 * 60_000
const RETRY_SECONDS = 10

const NOTHING: CheckProgress = { pages: null, sentences: null, claims: null, judged: [] }

const withStep = (known: CheckProgress, told: Progress | Judging): CheckProgress => {
  switch (told.step) {
    case 'pages':
      return { ...known, pages: { done: told.done, total: told.total } }
    case 'sentences':
      return { ...known, sentences: told.sentences, claims: told.claims }
    case 'judged': {
      const day = { as_of: told.asOf, done: told.done, total: told.total }
      return { ...known, judged: [...known.judged.filter(({ as_of }) => as_of !== day.as_of), day] }
    }
  }
}

/** What a check that was not followed would have told. */
const finished = (known: CheckProgress, { checked: { summary, claims } }: Checked): CheckProgress => ({
  pages: known.pages,
  sentences: { done: summary.sentences, total: summary.sentences },
  claims: claims.length,
  judged: Object.keys(summary.by_verdict).map(as_of => ({ as_of, done: claims.length, total: claims.length })),
})

export const makeCheckJobs = (
  checks: Checks,
  { most, abandoned }: CheckJobRules,
  onDefect: (error: unknown) => void,
): CheckJobs => {
  const jobs = makeJobs<CheckJob, Checked>({ remembered: REMEMBERED, lifetime: LIFETIME_MS, abandoned, onDefect })
  let stopped = false
  return {
    jobs,
    start: (text, asOf) => {
      if (stopped) throw stopping('send the text again when it is back')
      if (jobs.running() >= most)
        throw new HttpFailure(503, 'busy', `${most} checks are under way`, 'send it again in a while, or cancel one', {
          'Retry-After': String(RETRY_SECONDS),
        })
      return jobs.start({ work: 'check', file: text.name, progress: NOTHING }, async ({ signal, tell }) => {
        let progress = NOTHING
        const onProgress = (told: Progress | Judging): void => {
          progress = withStep(progress, told)
          tell({ progress })
        }
        const result = await checks.check(text, asOf, { signal, onProgress })
        return { result, says: { progress: finished(progress, result) } }
      })
    },
    stop: async () => {
      stopped = true
      await jobs.stop()
    },
  }
}
