/** A file on its way into the record: sent, read, done or undone. */
import { ask, send } from '../api/client.ts'
import type { ImportJob } from '../api/types.ts'
import { serverEvents } from './server-events.ts'

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
      await this.#follow(this.job.id)
    } catch (error) {
      if (this.#sending.signal.aborted) this.stage = 'cancelled'
      else Object.assign(this, { stage: 'failed', failure: error })
    }
  }

  async #follow(id: string): Promise<void> {
    const { body } = await send(`/import/${id}/progress`)
    if (body) for await (const { data } of serverEvents(body)) this.job = JSON.parse(data) as ImportJob
    // The stream may break off where the import goes on: how it stands is asked for then.
    if (this.job?.state === 'running') this.job = await ask<ImportJob>(`/import/${id}`)
    this.stage = this.job?.state ?? 'failed'
  }

  async cancel(): Promise<void> {
    if (this.stage === 'sending') this.#sending.abort()
    else if (this.stage === 'running' && this.job) {
      try {
        this.job = await ask<ImportJob>(`/import/${this.job.id}`, { method: 'DELETE' })
      } catch (error) {
        this.failure = error
      }
    }
  }
}
