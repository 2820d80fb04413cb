import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, openApi } from './http-service.ts'

/** Questions that come together: each is worked for once, and everyone gets the answer. */

let api: Api
beforeAll(async () => {
  api = await openApi()
})
afterAll(async () => {
  expect(api.defects).toEqual([])
  await api.close()
})

test('the same question of many at once is asked of the record once', async () => {
  let asked = 0
  await api.service.record.use(async () => undefined)
  const { use } = api.service.record
  const counting = {
    ...api.service.record,
    use: (work: Parameters<typeof use>[0]) => {
      asked += 1
      return use(work)
    },
  }
  const { makeApp } = await import('../src/http/index.ts')
  const rate = { burst: 1000, perSecond: 1000 }
  const app = makeApp(
    { ...api.service, record: counting as typeof api.service.record },
    { host: '127.0.0.1', token: null, rate, onDefect: error => void api.defects.push(error) },
  )
  const ask = () => app.request('http://127.0.0.1/api/v1/dyad?a=AZE&b=IRN&by=year')
  const answers = await Promise.all(Array.from({ length: 8 }, ask))
  const texts = await Promise.all(answers.map(answer => answer.text()))
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  expect(new Set(texts).size).toBe(1)
  expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1)
  expect(asked).toBe(1)
})

test('a wrong question of many at once is refused to each', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => api.ask('/api/v1/dyad?a=AZE&b=Persa')))
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
})

test('after an import everything is found anew', async () => {
  const sets = async (): Promise<string[]> =>
    (await api.ask('/api/v1/sources')).json.sources.map(({ origin }: { origin: string }) => origin)
  expect(await sets()).toEqual(['chronology'])
  const row = {
    day: '2024-05-19',
    source: 'IRN',
    target: 'AZE',
    type: 'CONSULT',
    status: 'occurred',
    summary: 'They met.',
  }
  const imported = await api.import(`${JSON.stringify(row)}\n`, '?name=rows.jsonl&source=mine')
  expect(imported.json.report.accepted).toBe(1)
  expect(await sets()).toEqual(['chronology', 'mine'])
  const { json } = await api.ask('/api/v1/dyad?a=AZE&b=IRN&by=year&source=mine')
  expect(json.points.map(({ pair }: { pair: { events: number } }) => pair.events)).toEqual([1])
})
