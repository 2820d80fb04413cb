/** Which days of a pair are looked at, and how finely: the address says it. While the hand moves, the view goes ahead of the address. */
import { dayOfNumber } from '../charts/day.ts'
import { clampView, isWhole, type Period, periodFor, type View, zoomView } from '../charts/view.ts'
import { amend, place } from '../router/place.svelte.ts'
import { periodOf, viewOf } from './asked.ts'

const SETTLE_MS = 160

export class Looking {
  readonly #told: () => View
  #moving = $state.raw<View | null>(null)
  #settle: ReturnType<typeof setTimeout> | undefined

  /** `told`: the days that there is anything to see of. */
  constructor(told: () => View) {
    this.#told = told
  }

  readonly all = $derived.by((): View => this.#told())
  readonly view = $derived.by(
    (): View => this.#moving ?? clampView(viewOf(place.query('from'), place.query('to'), this.all), this.all),
  )
  /** Null where the reader leaves it to the width of the view. */
  readonly chosen = $derived.by((): Period | null => periodOf(place.query('by')))
  readonly period = $derived.by((): Period => this.chosen ?? periodFor(this.view.end - this.view.start))
  readonly days = $derived.by(() => ({ from: dayOfNumber(this.view.start), to: dayOfNumber(this.view.end - 1) }))

  /** What a moving hand rests on is fetched, not what it passes. */
  get isMoving(): boolean {
    return this.#moving !== null
  }

  readonly show = (next: View): void => {
    this.#moving = clampView(next, this.all)
    clearTimeout(this.#settle)
    this.#settle = setTimeout(() => {
      const still = this.#moving
      if (!still) return
      amend(
        isWhole(still, this.all)
          ? { from: null, to: null }
          : { from: dayOfNumber(still.start), to: dayOfNumber(still.end - 1) },
      )
      this.#moving = null
    }, SETTLE_MS)
  }

  /** So many days back from the end of what is looked at; null: all. */
  back(days: number | null): void {
    const { end } = this.view
    this.show(days === null ? this.all : { start: end - days, end })
  }

  zoom(factor: number): void {
    const { start, end } = this.view
    this.show(zoomView(this.view, factor, (start + end) / 2, this.all))
  }

  leave(): void {
    clearTimeout(this.#settle)
  }
}
