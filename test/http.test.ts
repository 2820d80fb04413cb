import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ZodType } from 'zod'
import { makeApp } from '../src/http/index.ts'
import { Dyad } from '../src/http/schemas/dyad.ts'
import { Events } from '../src/http/schemas/events.ts'
import { ImportJob } from '../src/http/schemas/jobs.ts'
import { CheckedLedger, Ledger } from '../src/http/schemas/ledger.ts'
import { Sources } from '../src/http/schemas/sources.ts'
import { Brief, Compare, Pairs } from '../src/http/schemas/standing.ts'
import { Trace } from '../src/http/schemas/trace.ts'
import { TurningPoints } from '../src/http/schemas/turning-points.ts'
import { type Command, makeCommand } from './command.ts'
import { type Api, openApi } from './http-service.ts'

/** Every route: that it says what the command line says, and only what its schema promises. */

const TEXT = `Iran and Azerbaijan: Small Steps

On April 9, 2014, President Ilham Aliyev visited Tehran. President Hassan Rouhani will visit Baku in September. Both sides should take this chance.
`
const row = (fields: object): string =>
  `${JSON.stringify({ day: '2024-05-19', source: 'IRN', target: 'AZE', type: 'CONSULT', status: 'occurred', ...fields })}\n`

let api: Api
let command: Command
/** Where files that are sent are laid down meanwhile. */
let uploads = ''
beforeAll(async () => {
  uploads = mkdtempSync(join(tmpdir(), 'detente-uploads-'))
  process.env.TMPDIR = uploads
  api = await openApi()
  command = await makeCommand()
})
afterAll(async () => {
  expect(api.defects).toEqual([])
  await api.close()
  command.remove()
  rmSync(uploads, { recursive: true, force: true })
})

/** What the command line prints; it reads the record beside the server. */
const said = async (words: readonly string[], input = ''): Promise<string> => {
  const { code, stdout, stderr } = await command.run([...words, '--record', api.record, '--json'], { input })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe('questions are answered as on the command line', () => {
  const CASES: [path: string, words: string[], schema: ZodType][] = [
    [
      '/events?a=Iran&b=Azerbaijan&from=2014-01-01&to=2014-12-31',
      ['events', 'Iran', 'Azerbaijan', '--from', '2014-01-01', '--to', '2014-12-31'],
      Events,
    ],
    [
      '/events?a=Armenia&type=agree,consult&as_of=2012-12-31&limit=3',
      ['events', 'Armenia', '--type', 'agree,consult', '--as-of', '2012-12-31', '--limit', '3'],
      Events,
    ],
    [
      '/events?search=visit+Baku&best=true&limit=5',
      ['events', '--search', 'visit Baku', '--best', '--limit', '5'],
      Events,
    ],
    [
      '/dyad?a=azerbaijan&b=IRN&by=year&from=2010-01-01',
      ['dyad', 'azerbaijan', 'IRN', '--by', 'year', '--from', '2010-01-01'],
      Dyad,
    ],
    [
      '/dyad?a=Iran&b=Armenia&source=chronology&as_of=2013-01-01',
      ['dyad', 'Iran', 'Armenia', '--source', 'chronology', '--as-of', '2013-01-01'],
      Dyad,
    ],
    ['/turning-points?a=Iran&b=Azerbaijan', ['turning-points', 'Iran', 'Azerbaijan'], TurningPoints],
    [
      '/turning-points?from=2012-01-01&online=true',
      ['turning-points', '--from', '2012-01-01', '--online'],
      TurningPoints,
    ],
    [
      '/pairs?as_of=2014-07-17&days=90&limit=5',
      ['pairs', '--as-of', '2014-07-17', '--days', '90', '--limit', '5'],
      Pairs,
    ],
    ['/brief?a=Azerbaijan&b=Iran&as_of=2014-07-17', ['brief', 'Azerbaijan', 'Iran', '--as-of', '2014-07-17'], Brief],
    ['/brief?a=Chile&b=Nepal', ['brief', 'Chile', 'Nepal'], Brief],
    ['/brief?a=AZE&b=IRN&source=chronology', ['brief', 'AZE', 'IRN', '--source', 'chronology'], Brief],
    ['/compare?one=AZE-IRN&other=Armenia-Iran', ['compare', 'AZE-IRN', 'Armenia-Iran'], Compare],
    ['/sources', ['sources'], Sources],
    ['/trace/az-ir-2014-04-09-a', ['trace', 'az-ir-2014-04-09-a'], Trace],
    ['/trace/run%3A1', ['trace', 'run:1'], Trace],
    [
      `/trace/${encodeURIComponent('cell:AZE/IRN/month/2014-04-01/2014-04-30/2014-12-31')}`,
      ['trace', 'cell:AZE/IRN/month/2014-04-01/2014-04-30/2014-12-31'],
      Trace,
    ],
  ]

  test.each(CASES)('GET %s', async (path, words, schema) => {
    const { status, text, json, headers } = await api.ask(`/api/v1${path}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(text).toBe(await said(words))
    schema.parse(json)
  })

  const options = ['--date', '2014-07-17', '--as-of', '2014-07-17,2015-12-31']
  const query = '?date=2014-07-17&as_of=2014-07-17,2015-12-31'

  test('POST /check: text, page and form', async () => {
    const known = JSON.parse(await said(['check', '-', ...options], TEXT))
    const plain = await api.check(TEXT, query)
    expect(plain.status).toBe(200)
    CheckedLedger.parse(plain.json)
    expect(plain.json).toEqual({ ...known, document: { ...known.document, path: 'body' } })

    const page = `<!doctype html><title>Small Steps</title><article>${TEXT.split('\n\n')
      .map(p => `<p>${p}</p>`)
      .join('')}</article>`
    const html = await api.ask(`/api/v1/check${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/html' },
      body: page,
    })
    CheckedLedger.parse(html.json)
    expect(html.json.document.title).toBe('Iran and Azerbaijan: Small Steps')
    expect(html.json.document.text).not.toContain('<')

    const form = new FormData()
    form.set('file', new File([TEXT], 'small-steps.txt'))
    form.set('date', '2014-07-17')
    form.set('as_of', '2014-07-17,2015-12-31')
    const sent = await api.ask('/api/v1/check', { method: 'POST', body: form })
    expect(sent.json).toEqual({ ...known, document: { ...known.document, path: 'small-steps.txt' } })
  })

  test('POST /read', async () => {
    const read = await api.ask('/api/v1/read?date=2014-07-17', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: TEXT,
    })
    Ledger.parse(read.json)
    const known = JSON.parse(await said(['read', '-', '--date', '2014-07-17'], TEXT))
    expect(read.json).toEqual({ ...known, document: { ...known.document, path: 'body' } })
  })
})

describe('pages, caches, compression', () => {
  test('a Link header leads through all rows, each once', async () => {
    const all = (await api.ask('/api/v1/events?a=Iran&b=Azerbaijan')).json.events
    const ids: string[] = []
    let next: string | null = '/api/v1/events?a=Iran&b=Azerbaijan&limit=50'
    while (next !== null) {
      const { json, headers } = await api.ask(next)
      ids.push(...json.events.map((event: { id: string }) => event.id))
      next = /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? null
    }
    expect(ids.length).toBeGreaterThan(50)
    expect(ids).toEqual(all.map((event: { id: string }) => event.id))
  })

  test.each([
    '/events?limit=5',
    '/dyad?a=AZE&b=IRN',
    '/sources',
    '/trace/run%3A1',
    '/turning-points?a=AZE&b=IRN',
    '/pairs',
    '/brief?a=AZE&b=IRN',
    '/brief?a=AZE&b=IRN&format=md',
    '/states',
    '/samples',
    '/samples/yerevan-tehran-2012.html',
    '/openapi.json',
  ])('%s has an ETag, and 304 for whoever holds it', async path => {
    const first = await api.ask(`/api/v1${path}`)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]+"$/)
    const again = await api.ask(`/api/v1${path}`, { headers: { 'if-none-match': tag } })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await api.ask(`/api/v1${path}`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('answers are packed for clients that can unpack', async () => {
    const app = makeApp(api.service, { host: '127.0.0.1', token: null, onDefect: () => {} })
    const packed = await app.request('http://127.0.0.1/api/v1/sources', { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const text = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString('utf8')
    expect(text).toBe((await api.ask('/api/v1/sources')).text)
  })

  test('HEAD says what GET would', async () => {
    const head = await api.ask('/api/v1/sources', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
  })
})

describe('POST /import', () => {
  const events = async (search: string): Promise<unknown[]> =>
    (await api.ask(`/api/v1/events?search=${encodeURIComponent(search)}`)).json.events

  test('takes in a file while serving: every row accounted for, found at once, new to caches', async () => {
    const before = await api.ask('/api/v1/sources')
    const { json } = await api.import(
      row({ summary: 'Zanjanites met.' }) + row({ summary: 'A second meeting.', day: '2024-02-30' }),
    )
    ImportJob.parse(json)
    expect(json).toMatchObject({ state: 'done', file: 'rows.jsonl', rows: 2, problem: null })
    expect(json.report).toMatchObject({ accepted: 1, rejected: 1, rejections: [{ file: 'rows.jsonl', line: 2 }] })
    expect(await events('Zanjanites')).toHaveLength(1)
    const after = await api.ask('/api/v1/sources', { headers: { 'if-none-match': before.headers.get('etag') ?? '' } })
    expect(after.status).toBe(200)
    expect((await api.ask(`/api/v1/import/${json.id}`)).json).toEqual(json)
    expect((await api.ask(`/api/v1/trace/${encodeURIComponent(json.report.run)}`)).json.run.rejections).toHaveLength(1)
  })

  test('a second time adds nothing; a named data set is called so', async () => {
    expect((await api.import(row({ summary: 'Zanjanites met.' }))).json.report).toMatchObject({
      accepted: 0,
      duplicate: 1,
    })
    await api.import(row({ summary: 'Of a named set.' }), '?name=x.jsonl&source=mine')
    expect((await api.ask('/api/v1/sources')).json.sources.map((s: { origin: string }) => s.origin)).toContain('mine')
  })

  test('cancelled, it leaves no trace, and the next may come', async () => {
    const many = Array.from({ length: 40_000 }, (_, i) => row({ summary: `Zarathustrian meeting ${i}.` })).join('')
    const begun = await api.ask('/api/v1/import?name=many.jsonl', { method: 'POST', body: many })
    expect(begun.status).toBe(202)
    const path = begun.headers.get('location') ?? ''
    const second = await api.ask('/api/v1/import?name=second.jsonl', {
      method: 'POST',
      body: row({ summary: 'Too early.' }),
    })
    expect(second.status).toBe(409)
    const cancelled = await api.ask(path, { method: 'DELETE' })
    expect(cancelled.json).toMatchObject({ state: 'cancelled', report: null, problem: null })
    expect(await events('Zarathustrian')).toEqual([])
    expect((await api.import(row({ summary: 'Right on time.' }))).json.state).toBe('done')
    // What is over stays as it ended.
    expect((await api.ask(path, { method: 'DELETE' })).json.state).toBe('cancelled')
  })

  test('questions under way are answered, those that come meanwhile wait', async () => {
    const asked = api.ask('/api/v1/events')
    const imported = api.import(row({ summary: 'In the midst of questions.' }))
    const meanwhile = Array.from({ length: 8 }, () => api.ask('/api/v1/dyad?a=AZE&b=IRN'))
    for (const { status } of await Promise.all([asked, imported, ...meanwhile])) expect(status).toBe(200)
  })

  test('files that were sent are gone from the disk', async () => {
    await api.import(
      row({ summary: 'Gone afterwards.' }),
      `?name=${encodeURIComponent('../../../../tmp/climbed.jsonl')}`,
    )
    await vi.waitFor(() => expect(readdirSync(uploads).filter(name => name.startsWith('detente-import-'))).toEqual([]))
    expect(existsSync('/tmp/climbed.jsonl')).toBe(false)
  })
})

describe('/openapi.json', () => {
  test('describes every route, with the schemas that were held against the answers', async () => {
    const { json } = await api.ask('/api/v1/openapi.json')
    expect(json.openapi).toBe('3.1.0')
    const operations = Object.entries<Record<string, { operationId: string }>>(json.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
    )
    expect(operations).toEqual([
      'post /api/v1/check check',
      'get /api/v1/check/{id} checkState',
      'delete /api/v1/check/{id} checkCancel',
      'get /api/v1/check/{id}/progress checkProgress',
      'get /api/v1/check/{id}/result checkResult',
      'post /api/v1/read read',
      'get /api/v1/brief brief',
      'get /api/v1/dyad dyad',
      'get /api/v1/turning-points turningPoints',
      'get /api/v1/pairs pairs',
      'get /api/v1/compare compare',
      'get /api/v1/events events',
      'get /api/v1/trace/{id} trace',
      'get /api/v1/sources sources',
      'get /api/v1/export export',
      'get /api/v1/states states',
      'get /api/v1/samples samples',
      'get /api/v1/samples/{name} sample',
      'post /api/v1/import import',
      'get /api/v1/import/{id} importState',
      'delete /api/v1/import/{id} importCancel',
      'get /api/v1/import/{id}/progress importProgress',
    ])
    const references = [...JSON.stringify(json).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      m => m[1] ?? '',
    )
    expect(references.length).toBeGreaterThan(20)
    for (const name of references) expect(Object.keys(json.components.schemas)).toContain(name)
    const days = json.paths['/api/v1/events'].get.parameters.find((p: { name: string }) => p.name === 'from')
    expect(days).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    })
  })
})
