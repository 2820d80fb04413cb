/**
 * The series of a pair in two grains: all there is by month, and what is looked at as finely as it can be shown. While the finer
 * is on its way the coarser stands in its place, so that nothing jumps.
 */
import { ask } from '../api/client.ts'
import type { Dyad } from '../api/types.ts'
import { dayOfNumber } from '../charts/day.ts'
import { type ChartPoint, chartPoints } from '../charts/point.ts'
import type { Period, View } from '../charts/view.ts'

export type Point = ChartPoint<Dyad['points'][number]>

export interface Question {
  readonly a: string
  readonly b: string
  readonly as_of: string | null
  readonly source: string | null
}

export interface Series extends View {
  readonly dyad: Dyad
  readonly points: readonly Point[]
}

const seriesOf = (dyad: Dyad): Series => {
  const points = chartPoints(dyad.points)
  return { dyad, points, start: points[0]?.start ?? 0, end: points.at(-1)?.end ?? 0 }
}

const WHOLE: Period = 'month'
/** Fetched beyond each end of a view, as a share of it, so that panning has something to show. */
const MARGIN = 0.5

export class PairSeries {
  whole = $state.raw<Series | null>(null)
  failure = $state.raw<unknown>(null)
  busy = $state(false)
  #fine = $state.raw<Series | null>(null)
  #question: Question | null = null
  #loading = new AbortController()
  #refining = new AbortController()
  #wanted = ''

  async load(question: Question): Promise<void> {
    this.#loading.abort()
    this.#refining.abort()
    this.#loading = new AbortController()
    const { signal } = this.#loading
    Object.assign(this, { failure: null, busy: true })
    this.#question = question
    this.#wanted = ''
    try {
      const dyad = await ask<Dyad>('/dyad', { query: { ...question, by: WHOLE }, signal })
      if (signal.aborted) return
      this.#fine = null
      this.whole = seriesOf(dyad)
    } catch (error) {
      if (signal.aborted) return
      Object.assign(this, { failure: error, whole: null })
    }
    this.busy = false
  }

  /** What to draw of a view in a grain: never nothing once there is something. */
  shown(view: View, by: Period): Series | null {
    const fine = this.#fine
    if (this.whole && by === WHOLE) return this.whole
    return fine && fine.dyad.by === by && fine.start <= view.start && fine.end >= view.end ? fine : this.whole
  }

  /** Fetches what `shown` would rather have. */
  async refine(view: View, by: Period): Promise<void> {
    const { whole } = this
    const shown = this.shown(view, by)
    if (!whole?.points.length || !this.#question || shown?.dyad.by === by) return
    const margin = (view.end - view.start) * MARGIN
    const from = dayOfNumber(Math.max(whole.start, Math.floor(view.start - margin)))
    const to = dayOfNumber(Math.min(whole.end, Math.ceil(view.end + margin)) - 1)
    const wanted = [from, to, by].join(' ')
    if (wanted === this.#wanted) return
    this.#wanted = wanted
    this.#refining.abort()
    this.#refining = new AbortController()
    const { signal } = this.#refining
    this.busy = true
    try {
      const dyad = await ask<Dyad>('/dyad', { query: { ...this.#question, by, from, to }, signal })
      if (signal.aborted) return
      this.#fine = seriesOf(dyad)
    } catch (error) {
      if (signal.aborted) return
      this.failure = error
    }
    this.busy = false
  }
}
