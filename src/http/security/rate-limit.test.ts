import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { limitRate } from './rate-limit.ts'

/** Requests of a client, by its address; each with the status it was answered with. */
const server = () => {
  let now = 0
  const app = new Hono()
  app.use(limitRate({ burst: 3, perSecond: 2 }, () => now))
  app.onError((_error, c) => c.text('', 429))
  app.get('/', c => c.text('ok'))
  return {
    wait: (ms: number): void => {
      now += ms
    },
    ask: async (remoteAddress: string): Promise<number> =>
      (await app.request('/', {}, { incoming: { socket: { remoteAddress } } })).status,
  }
}

test('a burst empties the bucket, time fills it, up to the burst', async () => {
  const { ask, wait } = server()
  const three = async (): Promise<number[]> => [await ask('::1'), await ask('::1'), await ask('::1')]
  expect(await three()).toEqual([200, 200, 200])
  expect(await ask('::1')).toBe(429)
  wait(499)
  expect(await ask('::1')).toBe(429)
  wait(1)
  expect([await ask('::1'), await ask('::1')]).toEqual([200, 429])
  wait(3_600_000)
  expect([...(await three()), await ask('::1')]).toEqual([200, 200, 200, 429])
})

test('one client does not use up what is another’s', async () => {
  const { ask } = server()
  for (let i = 0; i < 4; i++) await ask('10.0.0.1')
  expect([await ask('10.0.0.1'), await ask('10.0.0.2')]).toEqual([429, 200])
})
