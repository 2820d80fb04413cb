import type { Context, MiddlewareHandler } from 'hono'
import { HttpFailure } from '../problem.ts'

/** A bucket of requests for each address of a client: a burst empties it, time fills it. */

export interface Rate {
  /** How many at once. */
  readonly burst: number
  readonly perSecond: number
}

/** Well above a page that an analyst drags a slider on, well below what keeps others waiting. */
export const USUAL_RATE: Rate = { burst: 200, perSecond: 50 }

interface Bucket {
  left: number
  at: number
}

/** Clients that are remembered; beyond this, those whose buckets have filled again are forgotten. */
const MOST_CLIENTS = 10_000

const clientOf = (c: Context): string =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? ''

/** `now` in milliseconds. */
export const limitRate = ({ burst, perSecond }: Rate, now: () => number = Date.now): MiddlewareHandler => {
  const buckets = new Map<string, Bucket>()
  const filled = ({ left, at }: Bucket): number => Math.min(burst, left + ((now() - at) / 1000) * perSecond)
  const forget = (): void => {
    for (const [client, bucket] of buckets) if (filled(bucket) >= burst) buckets.delete(client)
  }
  return async (c, next) => {
    const client = clientOf(c)
    const left = filled(buckets.get(client) ?? { left: burst, at: now() })
    if (left < 1)
      throw new HttpFailure(
        429,
        'too many requests',
        'too many requests at once',
        `at most ${perSecond} a second in the long run`,
        {
          'Retry-After': String(Math.ceil((1 - left) / perSecond)),
        },
      )
    if (buckets.size >= MOST_CLIENTS) forget()
    buckets.set(client, { left: left - 1, at: now() })
    await next()
  }
}
