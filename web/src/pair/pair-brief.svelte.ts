/** The brief of the moment: its last good answer stays while the next is on its way. */
import { ask } from '../api/client.ts'
import type { Brief } from '../api/types.ts'
import type { Question } from './pair-series.svelte.ts'

export class PairBrief {
  brief = $state.raw<Brief | null>(null)
  failure = $state.raw<unknown>(null)

  /** Gives the way to call it off. */
  load(question: Question): () => void {
    const asking = new AbortController()
    ask<Brief>('/brief', { query: { ...question }, signal: asking.signal }).then(
      answer => Object.assign(this, { brief: answer, failure: null }),
      (error: unknown) => {
        if (!asking.signal.aborted) this.failure = error
      },
    )
    return () => asking.abort()
  }
}
