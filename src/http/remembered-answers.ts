import type { MiddlewareHandler } from 'hono'
import type { RememberedAnswer } from './kept-results.ts'
import type { SharedRecord } from './shared-record.ts'

/**
 * The same question has the same answer as long as the record stays as it is: pages ask again and again, and sliders go back
 * and forth. Only whole answers are kept, by their address and the form that was asked for.
 */

const again = ({ body, headers }: RememberedAnswer): Response =>
  new Response(body, { headers: headers.map(([name, value]): [string, string] => [name, value]) })

export const rememberAnswers = (record: SharedRecord): MiddlewareHandler => {
  /** Questions that are being answered: who asks the same meanwhile waits for that answer. */
  const underWay = new Map<string, Promise<void>>()
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const key = `${c.req.header('Accept') ?? ''} ${c.req.path}?${new URL(c.req.url).searchParams}`
    while (underWay.has(key)) await underWay.get(key)
    // Taken before the question is put: an answer of the record as it was is not kept for the record as it is then.
    const { answers } = record.kept()
    const known = answers.get(key)
    if (known) {
      c.res = again(known)
      return
    }
    let done = (): void => {}
    underWay.set(
      key,
      new Promise(resolve => {
        done = resolve
      }),
    )
    try {
      await next()
      if (c.res.status !== 200) return
      // Read to its end and made anew: of a body that was cloned for its ETag, Node may cancel the rest once the first answer is garbage.
      const answer = { body: await c.res.text(), headers: [...c.res.headers] }
      answers.set(key, answer)
      c.res = undefined
      c.res = again(answer)
    } finally {
      underWay.delete(key)
      done()
    }
  }
}
