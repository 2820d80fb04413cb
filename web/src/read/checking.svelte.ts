/**
 * A text held against the record: its ledger, and the verdicts of each as-of day that was asked for. The first answer judges on
 * the text's own day and on the last day of the record; further days are added as the reader wants them.
 */
import { ask, Problem, send } from '../api/client.ts'
import { follow, stop } from '../api/jobs.ts'
import type { CheckJob, Ledger, Verdict } from '../api/types.ts'
import { daysBetween, ladder } from './as-of-days.ts'
import type { Opened } from './opened.ts'

/** The verdicts of one day, by claim. */
export type DayVerdicts = ReadonlyMap<string, Verdict>

export type DownloadFormat = 'md' | 'html' | 'json'

const MOST_CLAIMS_AHEAD = 500

const verdictsByDay = (ledger: Ledger): Map<string, Map<string, Verdict>> => {
  const byDay = new Map(Object.keys(ledger.summary.by_verdict).map(day => [day, new Map<string, Verdict>()]))
  for (const { id, verdicts } of ledger.claims)
    for (const verdict of verdicts) byDay.get(verdict.as_of)?.set(id, verdict)
  return byDay
}

export class Checking {
  readonly opened: Opened
  readonly #date: string | null
  readonly #stop = new AbortController()
  #first = new AbortController()
  ledger = $state.raw<Ledger | null>(null)
  failure = $state.raw<unknown>(null)
  /** The first answer is a job: how far it has come. */
  job = $state.raw<CheckJob | null>(null)
  /** The reader stopped it. */
  cancelled = $state(false)
  /** Why a further day could not be judged. */
  dayFailure = $state.raw<unknown>(null)
  #byDay = $state.raw<ReadonlyMap<string, DayVerdicts>>(new Map())
  #asking = $state.raw<ReadonlySet<string>>(new Set())
  #failed = $state.raw<ReadonlySet<string>>(new Set())

  /** `date`: when the text was written, where the reader says so. */
  constructor(opened: Opened, date: string | null) {
    this.opened = opened
    this.#date = date
    void this.start()
  }

  async start(): Promise<void> {
    Object.assign(this, { failure: null, job: null, cancelled: false })
    try {
      const ledger = await this.#checkAsJob()
      this.#byDay = verdictsByDay(ledger)
      this.ledger = ledger
    } catch (error) {
      if (!this.#stop.signal.aborted && !this.cancelled) this.failure = error
    }
  }

  /** The reader does not want to wait for the first answer. */
  cancel(): void {
    this.cancelled = true
    this.#first.abort()
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#stop.abort()
    this.#first.abort()
  }

  /** The days whose verdicts are here, in order. */
  readonly days = $derived([...this.#byDay.keys()].sort())

  /** From the text's day to the last one of the record; later than asked for, they are one. */
  get first(): string {
    return this.ledger === null ? '' : (Object.keys(this.ledger.summary.by_verdict).sort()[0] ?? '')
  }
  get last(): string {
    return this.ledger === null ? '' : (Object.keys(this.ledger.summary.by_verdict).sort().at(-1) ?? '')
  }

  on(day: string): DayVerdicts | null {
    return this.#byDay.get(day) ?? null
  }

  isAsking(day: string): boolean {
    return this.#asking.has(day)
  }

  /** Asked for in vain: not asked again unless the reader says so. */
  hasFailed(day: string): boolean {
    return this.#failed.has(day)
  }

  /** Has days judged that are not yet; all in one question. */
  async judge(days: readonly string[]): Promise<void> {
    const wanted = days.filter(day => !this.#byDay.has(day) && !this.#asking.has(day))
    if (this.ledger === null || wanted.length === 0) return
    this.#asking = new Set([...this.#asking, ...wanted])
    this.dayFailure = null
    this.#failed = new Set([...this.#failed].filter(day => !wanted.includes(day)))
    try {
      const answer = await this.#check(wanted)
      this.#byDay = new Map([...this.#byDay, ...verdictsByDay(answer)])
    } catch (error) {
      if (!this.#stop.signal.aborted) this.dayFailure = error
      this.#failed = new Set([...this.#failed, ...wanted])
    } finally {
      this.#asking = new Set([...this.#asking].filter(day => !wanted.includes(day)))
    }
  }

  /**
   * Some days between the first and the last, a few at a time, so that the slider shows where verdicts turn. Of a
   * whole book that would keep the server from what is asked for.
   */
  async lookAhead(): Promise<void> {
    if (this.ledger === null || this.ledger.claims.length > MOST_CLAIMS_AHEAD) return
    if (daysBetween(this.first, this.last) < 2) return
    for (const days of ladder(this.first, this.last)) {
      await this.judge(days)
      if (this.#stop.signal.aborted || this.dayFailure !== null) return
    }
  }

  /** The report as the command line writes it, of the days shown. */
  async download(format: DownloadFormat, days: readonly string[]): Promise<Blob> {
    const query = { date: this.#date, as_of: days.join(','), format }
    return (await send('/check', { method: 'POST', query, body: this.#form() })).blob()
  }

  #form(): FormData {
    const form = new FormData()
    form.set('file', this.opened.blob, this.opened.name)
    return form
  }

  async #checkAsJob(): Promise<Ledger> {
    this.#first = new AbortController()
    const { signal } = this.#first
    const query = { date: this.#date }
    const begun = await ask<CheckJob>('/check', { method: 'POST', query, body: this.#form(), asJob: true, signal })
    const unwanted = (): void => {
      void stop('/check', begun).catch(() => {
        // A server that cannot be told has stopped by itself.
      })
    }
    signal.addEventListener('abort', unwanted)
    const { id, state, problem } = await follow(
      '/check',
      begun,
      job => {
        this.job = job
      },
      signal,
    )
    signal.removeEventListener('abort', unwanted)
    if (problem) throw new Problem(problem.status, problem.detail, problem.hint)
    if (state === 'cancelled')
      throw new Problem(0, 'the check was stopped', 'nobody looked on for a while: start it again')
    return ask<Ledger>(`/check/${id}/result`, { query: { format: 'json' }, signal })
  }

  #check(days: readonly string[] | null): Promise<Ledger> {
    const query = { date: this.#date, as_of: days?.join(','), format: 'json' }
    return ask<Ledger>('/check', { method: 'POST', query, body: this.#form(), signal: this.#stop.signal })
  }
}
