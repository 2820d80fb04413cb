/** A file on its way into the record: sent, read, done or undone. */
import { ask } from '../api/client.ts'
import { follow, stop } from '../api/jobs.ts'
import type { ImportJob } from '../api/types.ts'

export type Stage = 'idle' | 'sending' | 'running' | 'done' | 'failed' | 'cancelled'

export class Importing {
  stage = $state<Stage>('idle')
  file = $state('')
  bytes = $state(0)
  job = $state.raw<ImportJob | null>(null)
  failure = $state.raw<unknown>(null)
  #sending = new AbortController()

  get busy(): boolean {
    return this.stage === 'sending' || this.stage === 'running'
  }

  /** Resolves when it is over, however it ended. */
  async start(file: File, source: string): Promise<void> {
    this.#sending = new AbortController()
    Object.assign(this, { stage: 'sending', file: file.name, bytes: file.size, job: null, failure: null })
    try {
      const query = { name: file.name, source: source.trim() }
      const signal = this.#sending.signal
      this.job = await ask<ImportJob>('/import', {
        query,
        method: 'POST',
        body: file,
        type: 'application/octet-stream',
        signal,
      })
      this.stage = 'running'
      const { state } = await follow('/import', this.job, job => {
        this.job = job
      })
      this.stage = state === 'running' ? 'failed' : state
    } catch (error) {
      if (this.#sending.signal.aborted) this.stage = 'cancelled'
      else Object.assign(this, { stage: 'failed', failure: error })
    }
  }

  async cancel(): Promise<void> {
    if (this.stage === 'sending') this.#sending.abort()
    else if (this.stage === 'running' && this.job) {
      try {
        this.job = await stop<ImportJob>('/import', this.job)
      } catch (error) {
        this.failure = error
      }
    }
  }
}
