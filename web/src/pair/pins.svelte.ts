/** Single events beneath the chart, as long as they are few enough to tell apart. */
import { ask } from '../api/client.ts'
import type { Events } from '../api/types.ts'
import { numberOfDay } from '../charts/day.ts'
import { daysOf } from '../receipts/words.ts'

/** As many events as pins can show; more are told as a number. */
export const MOST_PINS = 600

type Told = Events['events'][number]
export type Pin = Omit<Told, 'day'> & { readonly day: number; readonly on: string }

interface Asked {
  readonly a: string
  readonly b: string
  readonly from: string
  readonly to: string
  readonly as_of: string | null
}

export class Pins {
  found = $state.raw<readonly Pin[]>([])

  /** Gives the way to call it off. `origins`: the data sets that the series is made of. */
  load(asked: Asked, origins: readonly string[]): () => void {
    const asking = new AbortController()
    ask<Events>('/events', { query: { ...asked, limit: 2 * MOST_PINS }, signal: asking.signal }).then(
      ({ events }) => {
        this.found = events
          .filter(({ origin }) => origins.includes(origin))
          .map(event => ({ ...event, on: daysOf(event), day: numberOfDay(event.day) }))
      },
      // Pins repeat what the points hold; a failure of the series is told.
      () => {},
    )
    return () => asking.abort()
  }
}
