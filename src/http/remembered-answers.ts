import type { MiddlewareHandler } from 'hono'
import type { SharedRecord } from './shared-record.ts'

/**
 * The same question has the same answer as long as the record stays as it is: pages ask again and again, and sliders go back
 * and forth. Only whole answers are kept, by their address and the form that was asked for.
 */

export const rememberAnswers =
  (record: SharedRecord): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== 'GET') return next()
    // Taken before the question is put: an answer of the record as it was is not kept for the record as it is then.
    const { answers } = record.kept()
    const key = `${c.req.header('Accept') ?? ''} ${c.req.path}?${new URL(c.req.url).searchParams}`
    const known = answers.get(key)
    if (known) {
      c.res = new Response(known.body, {
        headers: known.headers.map(([name, value]): [string, string] => [name, value]),
      })
      return
    }
    await next()
    if (c.res.status === 200) answers.set(key, { body: await c.res.clone().text(), headers: [...c.res.headers] })
  }
