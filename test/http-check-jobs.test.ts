import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openService, serve } from '../src/http/index.ts'
import { CheckJob as JobSchema } from '../src/http/schemas/jobs.ts'
import { CheckedLedger } from '../src/http/schemas/ledger.ts'
import { type Answered, type Api, openApi } from './http-service.ts'

/** Checks as jobs: begun by a wish for one, followed by events, really stopped by DELETE, fetched with an ETag, bounded, and as guarded as all else. */

const TOKEN = 'a-long-and-random-word'
const MOST = 3
const TEXT = `On 9 April 2014, President Ilham Aliyev visited Tehran. President Hassan Rouhani will visit Baku in September.

Relations between Iran and Azerbaijan have improved since last year.
`
/** More than a minute of work for one thread. */
const LONG = TEXT.repeat(5000)

let api: Api
beforeAll(async () => {
  api = await openApi({ checkJobs: { most: MOST, abandoned: 600_000 } })
})
afterEach(() => {
  expect(api.service.checkJobs.jobs.running()).toBe(0)
})
afterAll(async () => {
  expect(api.defects).toEqual([])
  await api.close()
})

const begin = (
  text: string | Uint8Array<ArrayBuffer>,
  query = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> =>
  api.ask(`/api/v1/check${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', prefer: 'respond-async', ...headers },
    body: text,
  })

const begun = async (text: string, query = ''): Promise<string> => {
  const { status, headers } = await begin(text, query)
  expect(status).toBe(202)
  return headers.get('location') ?? ''
}

const cancel = (address: string): Promise<Answered> => api.ask(address, { method: 'DELETE' })

type CheckJob = ReturnType<typeof JobSchema.parse>

/** The job in each event, as they come. */
async function* followed(address: string, ask = api.raw({})): AsyncGenerator<CheckJob> {
  const { body } = await ask(`${address}/progress`)
  let rest = ''
  for await (const bytes of (body ?? []) as AsyncIterable<Uint8Array>) {
    const blocks = (rest + Buffer.from(bytes).toString('utf8')).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks.filter(each => !each.startsWith(':'))) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? []
      const job = JobSchema.parse(JSON.parse(data ?? ''))
      expect(event).toBe(job.state)
      yield job
    }
  }
}

describe('a check as a job', () => {
  const query = '?date=2014-07-17&as_of=2014-07-17,2015-12-31'

  test('is begun, tells how far it has come, and its result is the answer of the plain check', async () => {
    const { status, headers, json } = await begin(TEXT.repeat(12), query)
    expect(status).toBe(202)
    expect(headers.get('preference-applied')).toBe('respond-async')
    expect(headers.get('location')).toBe(`/api/v1/check/${json.id}`)
    expect(JobSchema.parse(json)).toMatchObject({ state: 'running', work: 'check', file: 'body', problem: null })
    const told: CheckJob[] = []
    for await (const job of followed(`/api/v1/check/${json.id}`)) told.push(job)
    const steps = told.map(({ progress }) => progress)
    const rising = (numbers: readonly number[]): void => expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    rising(steps.map(({ sentences }) => sentences?.done ?? 0))
    rising(steps.map(({ claims }) => claims ?? 0))
    rising(steps.map(({ judged }) => judged.reduce((sum, { done }) => sum + done, 0)))
    expect(steps.some(({ claims, sentences }) => claims === null && sentences !== null)).toBe(true)
    expect(steps.some(({ judged }) => judged.some(({ done, total }) => done < total))).toBe(true)
    const last = told.at(-1)
    expect(last?.state).toBe('done')

    const plain = await api.check(TEXT.repeat(12), query)
    const result = await api.ask(`/api/v1/check/${json.id}/result`)
    expect(result.status).toBe(200)
    expect(result.text).toBe(plain.text)
    const { summary, claims } = CheckedLedger.parse(result.json)
    expect(last?.progress).toEqual({
      pages: null,
      sentences: { done: summary.sentences, total: summary.sentences },
      claims: claims.length,
      judged: ['2014-07-17', '2015-12-31'].map(as_of => ({ as_of, done: claims.length, total: claims.length })),
    })
    const again = { headers: { 'if-none-match': result.headers.get('etag') ?? '' } }
    expect((await api.ask(`/api/v1/check/${json.id}/result`, again)).status).toBe(304)
    expect((await api.ask(`/api/v1/check/${json.id}/result?format=md`)).text).toBe(
      (await api.check(TEXT.repeat(12), `${query}&format=md`)).text,
    )
    expect((await cancel(`/api/v1/check/${json.id}`)).json.state).toBe('done')
  })

  test('of a text that was checked before is done at once, and says so in full', async () => {
    const address = await begun(TEXT, query)
    for await (const _ of followed(address));
    const again = await begun(TEXT, query)
    for await (const _ of followed(again));
    const [first, second] = [(await api.ask(address)).json, (await api.ask(again)).json]
    expect(second).toEqual({ ...first, id: second.id })
  })

  test('other preferences beside it are passed over; without it the answer is the ledger', async () => {
    const { status, headers } = await begin(TEXT, query, { prefer: 'wait=10, Respond-Async' })
    expect(status).toBe(202)
    for await (const _ of followed(headers.get('location') ?? ''));
    expect((await begin(TEXT, query, { prefer: 'respond-asynchronous' })).status).toBe(200)
  })

  test('that fails says why, as the plain check would', async () => {
    const plain = await api.check('')
    expect(plain.status).toBe(422)
    const address = await begun('')
    for await (const _ of followed(address));
    expect((await api.ask(address)).json).toMatchObject({ state: 'failed', problem: plain.json })
    const result = await api.ask(`${address}/result`)
    expect([result.status, result.json]).toEqual([422, plain.json])
  })
})

describe('cancelling', () => {
  test('while it is read: the thread is free for the next text', async () => {
    const addresses = [await begun(LONG), await begun(LONG.slice(1))]
    for (const address of addresses)
      for await (const { progress } of followed(address)) {
        if (progress.sentences !== null) break
      }
    for (const address of addresses) {
      expect((await api.ask(`${address}/result`)).json).toMatchObject({ status: 409, title: 'not done' })
      expect((await cancel(address)).json).toMatchObject({ state: 'cancelled' })
      expect((await api.ask(`${address}/result`)).json).toMatchObject({ status: 410, title: 'cancelled' })
    }
    expect((await api.check(`${TEXT}Then they left.`, '?date=2014-07-17')).status).toBe(200)
  })

  test('while it is judged: no further claim is', async () => {
    const days = Array.from({ length: 40 }, (_, i) => `20${String(10 + (i % 10)).padStart(2, '0')}-0${1 + (i % 9)}-15`)
    const address = await begun(TEXT.repeat(20), `?date=2014-07-17&as_of=${[...new Set(days)].join(',')}`)
    for await (const { progress } of followed(address)) if (progress.judged.length > 0) break
    const { state, progress } = (await cancel(address)).json as CheckJob
    expect(state).toBe('cancelled')
    expect(progress.judged.length).toBeLessThan(new Set(days).size)
    expect((await api.ask(address)).json.progress).toEqual(progress)
  })

  test('by leaving: what was followed over a port and is no longer looked at stops', async () => {
    const onDefect = (error: unknown): void => void api.defects.push(error)
    const other = openService(api.record, { onDefect, checkJobs: { most: 1, abandoned: 50 } })
    const serving = await serve(other, { host: '127.0.0.1', port: 0, token: null, onDefect })
    const begin = await fetch(`${serving.url}/check`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', prefer: 'respond-async' },
      body: LONG,
    })
    const address = new URL(begin.headers.get('location') ?? '', serving.url).href
    const leaving = new AbortController()
    const { body } = await fetch(`${address}/progress`, { signal: leaving.signal })
    await body?.getReader().read()
    leaving.abort()
    await vi.waitFor(() => expect(other.checkJobs.jobs.running()).toBe(0), { timeout: 30_000 })
    expect(await (await fetch(address)).json()).toMatchObject({ state: 'cancelled', problem: null })
    await serving.stop()
  })

  test('of a plain check: hanging up while it is judged ends it', async () => {
    const leaving = new AbortController()
    const text = { bytes: new TextEncoder().encode(TEXT.repeat(20)), name: 'long', date: null }
    let told = 0
    const onProgress = (): void => {
      told += 1
    }
    const check = api.service.checks.check(text, ['2014-07-17', '2015-07-17'], {
      signal: leaving.signal,
      onProgress: progress => {
        onProgress()
        if (progress.step === 'judged') leaving.abort(new Error('gone'))
      },
    })
    await expect(check).rejects.toThrow('gone')
    const before = told
    await new Promise(resolve => setImmediate(resolve))
    expect(told).toBe(before)
  })
})

describe('guarded', () => {
  test('no more at once than are foreseen; one that ends makes room', async () => {
    const running: string[] = []
    for (let i = 0; i < MOST; i += 1) running.push(await begun(LONG.slice(i)))
    for (let i = 0; i < 20; i += 1) {
      const { status, headers, json } = await begin(LONG)
      expect([status, json.title, headers.get('retry-after')]).toEqual([503, 'busy', '10'])
    }
    expect((await api.check(TEXT, '?date=2014-07-17')).status).toBe(200)
    await cancel(running.pop() ?? '')
    running.push(await begun(LONG))
    for (const address of running) await cancel(address)
  })

  const ADDRESSES = [
    ['POST', ''],
    ['GET', '/ID'],
    ['GET', '/ID/progress'],
    ['GET', '/ID/result'],
    ['DELETE', '/ID'],
  ] as const
  const request = (method: string, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
    method,
    headers: { prefer: 'respond-async', 'content-type': 'text/plain', ...headers },
    ...(method === 'POST' ? { body: TEXT } : {}),
  })

  test.each(ADDRESSES)('%s %s: the token, the host, the origin', async (method, path) => {
    const address = `/api/v1/check${path}`
    const guarded = api.under({ token: TOKEN })
    expect((await guarded(address, request(method))).status).toBe(401)
    expect((await guarded(address, request(method, { authorization: 'Bearer another-word-than-that' }))).status).toBe(
      401,
    )
    expect((await api.ask(address, request(method, { origin: 'https://elsewhere.example' }))).status).toBe(403)
    expect((await api.ask(address, request(method, { host: 'elsewhere.example' }))).status).toBe(403)
  })

  test.each(['nothing', '..%2F..%2Fetc%2Fpasswd', '%00', encodeURIComponent("' or 1=1 --"), '__proto__'])(
    'an id that there is not: %s',
    async id => {
      for (const [method, path] of ADDRESSES.slice(1)) {
        const { status, json } = await api.ask(`/api/v1/check${path.replace('ID', id)}`, request(method))
        expect([status, json.type]).toEqual([404, 'urn:detente:problem:not-found'])
      }
    },
  )

  test('an import is no check, and a check no import', async () => {
    const address = await begun(TEXT, '?date=2014-07-17')
    expect((await api.ask(address.replace('/check/', '/import/'))).status).toBe(404)
    for await (const _ of followed(address));
  })

  test('a format or detail with the wish for a job; a page in short; a body that is none', async () => {
    for (const query of ['?format=md', '?detail=summary'])
      expect((await begin(TEXT, query)).json).toMatchObject({
        status: 400,
        detail: 'a job has no format or detail of its own',
      })
    expect((await api.check(TEXT, '?detail=summary&format=html')).json.detail).toContain('the full ledger alone')
    expect((await api.check(TEXT, '?detail=some')).json.detail).toBe('unknown detail')
    expect((await begin(TEXT, '', { 'content-type': 'image/png' })).status).toBe(415)
    expect((await begin(TEXT, '?as_of=yesterday')).status).toBe(400)
  })
})
