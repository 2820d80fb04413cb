import { randomBytes } from 'node:crypto'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp } from '../src/http/index.ts'
import { Problem } from '../src/http/problem.ts'
import { openReader } from '../src/http/reading/reader.ts'
import { shareRecord } from '../src/http/shared-record.ts'
import { openRecord } from '../src/record/index.ts'
import { type Answered, type Api, openApi } from './http-service.ts'

/**
 * Every way to fail over HTTP, and every attack that is foreseen: a problem document of one form with the words of the command
 * line, nothing of the inside shown, the record unchanged.
 */

const TOKEN = 'a-long-and-random-word'
/** Files of more bytes are refused by the server under test. */
const IMPORT_BYTES = 100_000

let api: Api
let before: unknown
beforeAll(async () => {
  api = await openApi({ importBytes: IMPORT_BYTES })
  before = (await api.ask('/api/v1/sources')).json
})
afterAll(async () => {
  expect((await api.ask('/api/v1/sources')).json).toEqual(before)
  expect(api.defects).toEqual([])
  await api.close()
})

/** The problem, once its form is as promised. */
const problemIn = ({ status, headers, json, text }: Answered): Problem => {
  expect(headers.get('content-type'), text).toBe('application/problem+json; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const problem = Problem.parse(json)
  expect(Object.keys(json)).toEqual(['type', 'title', 'status', 'detail', 'hint'])
  expect(problem.status).toBe(status)
  expect(problem.type).toBe(`urn:detente:problem:${problem.title.replaceAll(' ', '-')}`)
  expect(`${problem.detail}${problem.hint}`).not.toMatch(/\n|\bat \S+:\d+|node_modules|duckdb'|select /i)
  return problem
}

const fails = async (status: number, path: string, init?: RequestInit): Promise<Problem> => {
  const problem = problemIn(await api.ask(`/api/v1${path}`, init))
  expect(problem.status, problem.detail).toBe(status)
  return problem
}

const text = (body: string | Uint8Array<ArrayBuffer>, type = 'text/plain'): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
})

describe('wrong use: 400', () => {
  test.each([
    ['/events?a=Persa', 'unknown country "Persa"', 'did you mean Iran?'],
    ['/events?a=Korea', '"Korea" could be', 'type the code'],
    ['/events?from=2014-02-30', 'there is no day 2014-02-30', 'check the month'],
    ['/events?from=17.7.2014', '"17.7.2014" is no day', 'year-month-day'],
    ['/events?from=2015-01-01&to=2014-01-01', '2015-01-01 lies after', 'swap them'],
    ['/events?type=DANCE', 'unknown event type "DANCE"', 'one of AGREE'],
    ['/events?limit=0', '"0" is no count', 'above 0'],
    ['/events?limit=20000', 'an answer holds at most 10000 rows', 'stretches of days'],
    ['/events?offset=-1', '"-1" is no count', 'above 0'],
    ['/events?b=Iran', 'b is given without a', 'name one country as a'],
    ['/events?best=true', 'best needs search', 'words searched for'],
    ['/events?best=yes', 'unknown best', 'one of true, false'],
    ['/events?frm=2014-01-01', 'unknown parameter "frm"', '/api/v1/openapi.json'],
    ['/events?a=Iran&a=Turkey', 'a is given more than once', 'give it once'],
    ['/dyad?a=Iran', 'b is missing', '/api/v1/openapi.json'],
    ['/dyad?a=Iran&b=Persia', 'Iran and Persia are the same', 'two different countries'],
    ['/dyad?a=Iran&b=AZE&by=decade', 'unknown by', 'one of day, week, month'],
    ['/dyad?a=Iran&b=AZE&source=nowhere', 'the record holds no data set "nowhere"', 'it holds chronology'],
    ['/brief?a=Iran&b=AZE&source=nowhere', 'the record holds no data set "nowhere"', 'it holds chronology'],
    ['/turning-points?a=Iran', 'turning points need two countries', 'name them as a and b'],
    ['/sources?all=1', 'unknown parameter "all"', '/api/v1/openapi.json'],
  ])('%s', async (path, detail, hint) => {
    const problem = await fails(400, path)
    expect(problem.title).toBe('wrong use')
    expect(problem.detail).toContain(detail)
    expect(problem.hint).toContain(hint)
  })

  test('a day in the address and in the form; as_of for read; a form that is none', async () => {
    const form = new FormData()
    form.set('file', new File(['The ministers met in Baku.'], 'a.txt'))
    form.set('date', '2014-01-01')
    const twice = await fails(400, '/check?date=2014-01-02', { method: 'POST', body: form })
    expect(twice.detail).toBe('date is given in the address and in the form')
    form.set('as_of', '2014-01-01')
    expect((await fails(400, '/read', { method: 'POST', body: form })).detail).toBe('read takes no as_of')
    form.set('file', 'no file')
    await fails(400, '/check', { method: 'POST', body: form })
    await fails(400, '/check', text('no boundary', 'multipart/form-data'))
    await fails(400, '/check', text('--x\r\ngarbage', 'multipart/form-data; boundary=x'))
  })
})

describe('addresses', () => {
  test.each(['/', '/api/v1', '/api/v2/events', '/index.html', '/api/v1/events/1'])('%s: 404', async path => {
    expect(problemIn(await api.ask(path)).status).toBe(404)
  })

  test('a wrong method: 405, with those that are taken', async () => {
    const answered = await api.ask('/api/v1/check', { method: 'GET' })
    expect(problemIn(answered)).toMatchObject({ status: 405, detail: '/api/v1/check does not take GET' })
    expect(answered.headers.get('allow')).toBe('POST')
    expect((await api.ask('/api/v1/events', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
  })

  test.each([
    '..%2F..%2F..%2Fetc%2Fpasswd',
    '%2Fetc%2Fpasswd',
    '..%5C..%5Cwindows',
    '%00',
    '%',
    '%ff%fe',
    'run%3A0',
    'run%3A99999999999999999999',
    'cell%3AAZE%2FIRN%2Fmonth%2Fsoon%2Flater%2Fnever',
    'cell%3AAZE%2FIRN%2Fmonth%2F2014-04-01%2F2014-04-30%2F2014-12-31%2F%25',
    `x${'y'.repeat(5000)}`,
    encodeURIComponent("' or 1=1 --"),
  ])('trace/%s leads nowhere: 404', async id => {
    expect((await fails(404, `/trace/${id}`)).detail).toMatch(/^the record holds nothing with the id/)
  })

  test('an import that there is not: 404', async () => {
    for (const [path, method] of [
      ['', 'GET'],
      ['', 'DELETE'],
      ['/progress', 'GET'],
    ])
      expect((await fails(404, `/import/nothing${path}`, { method: method ?? 'GET' })).detail).toBe(
        'there is no import "nothing"',
      )
  })
})

describe('texts', () => {
  test.each([
    ['nothing', '', 'body is empty'],
    ['blanks', '  \n ', 'body holds nothing but blanks'],
    [
      'Russian',
      'Президент Ирана посетил Баку в ноябре, где встретился с президентом Азербайджана. Стороны подписали соглашение.',
      'not in English',
    ],
    ['a torn PDF', '%PDF-1.7\n1 0 obj', 'is a PDF file that cannot be read'],
    ['bytes', new Uint8Array(randomBytes(2000)), 'body is'],
    ['Latin-1', new Uint8Array([0x54, 0x65, 0xe9, 0x20, 0x41]), 'not valid UTF-8'],
  ])('%s: 422', async (_name, body, detail) => {
    expect((await fails(422, '/check', text(body))).detail).toContain(detail)
    expect((await fails(422, '/read', text(body))).detail).toContain(detail)
  })

  test.each(['application/json', 'application/pdf', 'application/x-www-form-urlencoded', 'image/svg+xml'])(
    '%s: 415',
    async type => {
      const problem = await fails(415, '/check', text('{}', type))
      expect(problem.detail).toBe(`bodies of the type ${type} are not read`)
      expect(problem.hint).toContain('content-type: text/plain')
    },
  )

  test('no type at all: 415', async () => {
    expect((await fails(415, '/check', { method: 'POST' })).detail).toBe('the request does not say what its body is')
  })

  test('over 20 MB: 413, whether it says so, comes in pieces, or hides in a form', async () => {
    const large = new Uint8Array(20_100_000).fill(97)
    expect(
      (
        await fails(413, '/check', {
          ...text(large),
          headers: { 'content-type': 'text/plain', 'content-length': String(large.length) },
        })
      ).detail,
    ).toBe('the body is too large: over 20 MB of text')
    let sent = 0
    const pieces = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000
        controller.enqueue(large.subarray(0, 1_000_000))
      },
    })
    await fails(413, '/read', { ...text(''), body: pieces, duplex: 'half' } as RequestInit)
    expect(sent).toBeLessThan(25_000_000)
    const form = new FormData()
    form.set('file', new File([large], 'large.txt'))
    await fails(413, '/check', { method: 'POST', body: form })
  })

  test('tags nested a hundred thousand deep are refused, not died of', async () => {
    const { status } = await api.ask(
      '/api/v1/check',
      text(`<html><body>${'<div>'.repeat(100_000)}Iran and Azerbaijan met.`, 'text/html'),
    )
    expect([200, 422]).toContain(status)
  })
})

describe('files of rows', () => {
  test('without a name, of a strange format, empty, too large, cut off', async () => {
    expect((await fails(400, '/import', { method: 'POST', body: 'x' })).detail).toBe('name is missing')
    expect((await fails(422, '/import?name=x', { method: 'POST' })).detail).toBe('the request has no body')
    expect((await fails(413, '/import?name=x', { method: 'POST', body: 'x'.repeat(IMPORT_BYTES + 1) })).detail).toMatch(
      /larger than/,
    )
    const cut = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([1]))
        controller.error(new Error('gone'))
      },
    })
    const problem = await fails(422, '/import?name=x', { method: 'POST', body: cut, duplex: 'half' } as RequestInit)
    expect(problem.detail).toBe('the file was cut off on its way')
    const strange = (await api.import('just words', '?name=words.txt')).json
    expect(strange).toMatchObject({ state: 'failed', report: null, problem: { status: 422, title: 'unusable input' } })
    const format = (await api.import('{}', '?name=x.jsonl&format=nothing')).json
    expect(format).toMatchObject({ state: 'failed', problem: { status: 400, detail: 'unknown format "nothing"' } })
  })
})

describe('who may ask', () => {
  const host = (name: string): RequestInit => ({ headers: { host: name } })

  test.each(['127.0.0.1', '127.0.0.1:4117', 'localhost:4117', 'LOCALHOST', '[::1]:4117'])(
    'at %s: answered',
    async name => {
      expect((await api.ask('/api/v1/sources', host(name))).status).toBe(200)
    },
  )

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:4117',
    '192.168.1.7',
    'localhost:x',
    'a@localhost',
    '',
  ])('at "%s": 403', async name => {
    expect((await fails(403, '/sources', host(name))).detail).toBe('this server does not answer to that name')
  })

  test.each(['https://evil.example', 'http://localhost:9999', 'http://127.0.0.1:4117.evil.example', 'null', 'file://'])(
    'from a page of %s: 403, also to read and to import',
    async origin => {
      const headers = { origin, host: '127.0.0.1:4117', 'content-type': 'text/plain' }
      expect((await fails(403, '/sources', { headers })).detail).toBe('pages of other sites may not ask this server')
      await fails(403, '/check', { method: 'POST', headers, body: 'Iran.' })
      await fails(403, '/import?name=x', { method: 'POST', headers, body: '{}' })
    },
  )

  test('from a page of its own: answered', async () => {
    const headers = { origin: 'http://127.0.0.1:4117', host: '127.0.0.1:4117' }
    expect((await api.ask('/api/v1/sources', { headers })).status).toBe(200)
  })

  test('others only with the token', async () => {
    const ask = api.under({ host: '0.0.0.0', token: TOKEN })
    const bearing = (authorization: string): RequestInit => ({ headers: { authorization, host: '192.168.1.7:4117' } })
    expect((await ask('/api/v1/sources', bearing(`Bearer ${TOKEN}`))).status).toBe(200)
    for (const wrong of [
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      'Bearer',
      'Bearer ',
      `Basic ${TOKEN}`,
      TOKEN,
      '',
    ]) {
      const answered = await ask('/api/v1/sources', bearing(wrong))
      expect(problemIn(answered).status, wrong).toBe(401)
      expect(answered.headers.get('www-authenticate')).toMatch(/^Bearer /)
      expect(answered.text).not.toContain(TOKEN)
    }
    expect(problemIn(await ask(`/api/v1/sources?token=${TOKEN}`)).status).toBe(401)
    expect(problemIn(await ask('/api/v1/openapi.json')).status).toBe(401)
    const stranger = await ask('/api/v1/sources', {
      headers: { authorization: `Bearer ${TOKEN}`, host: 'evil.example' },
    })
    expect(problemIn(stranger).status).toBe(403)
  })

  test.each([
    ['0.0.0.0', null, 'serving at 0.0.0.0 lets others in and needs a token'],
    ['192.168.1.7', null, 'needs a token'],
    ['::', null, 'needs a token'],
    ['127.0.0.1', 'short', 'a token needs at least 16 characters'],
    ['127.0.0.1', 'with blanks and many words', 'no header may carry'],
  ])('at %s with the token %s nobody is served', (address, token, message) => {
    expect(() => api.under({ host: address, token })).toThrow(message)
  })

  test('too many at once: 429', async () => {
    const ask = api.under({ rate: { burst: 3, perSecond: 0.01 } })
    for (let i = 0; i < 3; i++) expect((await ask('/api/v1/openapi.json')).status).toBe(200)
    const refused = await ask('/api/v1/openapi.json')
    expect(problemIn(refused).status).toBe(429)
    expect(refused.headers.get('retry-after')).toMatch(/^(9\d|100)$/)
  })
})

describe('hostile words', () => {
  const SQL = [
    "'; drop table versions; --",
    "' or '1'='1",
    "\"; attach '/tmp/x' as y; --",
    '%',
    '\0',
    '\\',
    '$search',
    '1) union select * from files --',
    '🜁'.repeat(2000),
  ]
  const PLACES = [
    '/events?a=',
    '/events?a=AZE&b=',
    '/events?from=',
    '/events?to=',
    '/events?as_of=',
    '/events?type=',
    '/events?search=',
    '/events?best=true&search=',
    '/events?limit=',
    '/events?offset=',
    '/dyad?a=AZE&b=',
    '/dyad?a=AZE&b=IRN&by=',
    '/dyad?a=AZE&b=IRN&source=',
    '/dyad?a=AZE&b=org:',
    '/turning-points?source=',
    '/turning-points?online=',
    '/turning-points?a=AZE&b=IRN&source=',
    '/trace/',
    '/trace/cell%3A',
    '/trace/turn%3A',
    '/trace/run%3A1?format=',
    '/import/',
    '/pairs?as_of=',
    '/pairs?days=',
    '/pairs?limit=',
    '/brief?a=AZE&b=',
    '/brief?a=AZE&b=IRN&as_of=',
    '/brief?a=AZE&b=IRN&format=',
    '/compare?one=AZE-IRN&other=',
    '/export?a=',
    '/export?a=AZE&b=',
    '/export?type=',
    '/export?source=',
    '/export?from=',
    '/export?as_of=',
    '/export?format=',
    '/export?part=',
    '/samples/',
    '/states?',
  ]
  const said = (word: string): string => encodeURIComponent(word)

  test.each(PLACES)('SQL at %s is words', async place => {
    for (const word of SQL) {
      const { status, text: answer } = await api.ask(`/api/v1${place}${said(word)}`)
      expect([200, 400, 404], `${word}: ${answer.slice(0, 200)}`).toContain(status)
    }
  })

  const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>'

  test('scripts in titles and texts come back as JSON that no browser takes for a page', async () => {
    const page = `<!doctype html><html><head><title>${SCRIPT.replaceAll('<', '&lt;')}</title></head><body><p>Iran’s president visited Baku on 12 November 2014 ${SCRIPT}.</p></body></html>`
    for (const [path, init] of [
      ['/api/v1/check', text(page, 'text/html')],
      ['/api/v1/check', text(`${SCRIPT}\n\nIran’s president visited Baku on 12 November 2014.`)],
      [`/api/v1/events?search=${said(SCRIPT)}`, {}],
      [`/api/v1/trace/${said(SCRIPT)}`, {}],
      [`/api/v1/${said(SCRIPT)}`, {}],
    ] as const) {
      const { headers, text: answer } = await api.ask(path, init)
      expect(headers.get('content-type')).toMatch(/^application\/(problem\+)?json; charset=utf-8$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(() => JSON.parse(answer)).not.toThrow()
    }
  })
})

describe('words of others in reports', () => {
  test('addresses that are no pages are dropped, marks in titles are words', async () => {
    const other = await openApi()
    try {
      const row = {
        day: '2024-05-19',
        source: 'IRN',
        target: 'AZE',
        type: 'CONSULT',
        status: 'occurred',
        summary: '<script>alert(1)</script> The presidents opened a dam on the border.',
        sources: [
          {
            publisher: '<img src=x onerror=alert(2)>',
            title: '" onmouseover="alert(3)',
            url: 'javascript:alert(4)',
            published: '2024-05-19',
          },
          { publisher: 'Page', title: 'A page', url: 'https://page.example/"><script>', published: '2024-05-19' },
          {
            publisher: 'Data',
            title: 'Data',
            url: 'data:text/html,<script>alert(5)</script>',
            published: '2024-05-19',
          },
        ],
      }
      expect((await other.import(`${JSON.stringify(row)}\n`)).json.report.accepted).toBe(1)
      const said = 'On 19 May 2024, the presidents of Iran and Azerbaijan met and opened a dam on the border.'
      const pages = [
        await other.ask('/api/v1/check?date=2024-06-01&as_of=2024-06-01&format=html', text(said)),
        await other.ask('/api/v1/brief?a=AZE&b=IRN&as_of=2024-06-01&format=html'),
      ]
      expect(pages[0]?.text).toContain('alert(1)')
      for (const { status, headers, text: page } of pages) {
        expect(status).toBe(200)
        expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/)
        expect(page).not.toMatch(/<script|<img|\son\w+=["']|href="(?!https?:|#)/i)
        expect(page).not.toMatch(/href="[^"]*(javascript|data):/i)
      }
      expect(other.defects).toEqual([])
    } finally {
      await other.close()
    }
  })
})

describe('texts that wait', () => {
  test('beyond those that can wait: told to come back, and the others are read', async () => {
    const reader = openReader(2)
    const texts = ['one', 'two', 'three', 'four', 'five', 'six'].map(name => ({
      bytes: new TextEncoder().encode('On 9 April 2014, President Ilham Aliyev visited Tehran.'),
      name,
      date: null,
    }))
    const results = await Promise.allSettled(texts.map(text => reader.read(text)))
    const refused = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused).toHaveLength(2)
    for (const error of refused)
      expect(error).toMatchObject({
        status: 503,
        message: 'too many texts wait to be read',
        headers: { 'Retry-After': '5' },
      })
    await reader.close()
    await expect(reader.read({ ...(texts[0] as (typeof texts)[0]), name: 'late' })).rejects.toThrow('being stopped')
  })

  test('one that is given up is no longer read, and the next is', async () => {
    const reader = openReader()
    const long = new TextEncoder().encode('On 9 April 2014, President Ilham Aliyev visited Tehran. '.repeat(20_000))
    const leaving = new AbortController()
    const given = reader.read({ bytes: long, name: 'long', date: null }, { signal: leaving.signal })
    setTimeout(() => leaving.abort(new Error('gone')), 50)
    await expect(given).rejects.toThrow('gone')
    const short = new TextEncoder().encode('President Ilham Aliyev visited Tehran.')
    expect((await reader.read({ bytes: short, name: 'short', date: null })).claims.length).toBeGreaterThan(0)
    await reader.close()
  })
})

describe('the record: 503', () => {
  test('held by another: told so, and served again when it is free', async () => {
    const other = await openApi()
    try {
      writeFileSync(`${other.record}.copy`, readFileSync(other.record))
      const whole = readFileSync(other.record)
      truncateSync(other.record, 100)
      const answered = await other.ask('/api/v1/sources')
      expect(problemIn(answered)).toMatchObject({ status: 503, title: 'record unavailable' })
      expect(answered.headers.get('retry-after')).toBe('5')
      writeFileSync(other.record, whole)
      expect((await other.ask('/api/v1/sources')).status).toBe(200)
    } finally {
      await other.close()
    }
  })

  test('while the server stops, no import begins, not even of a file that was on its way', async () => {
    const other = await openApi()
    let send = (_bytes: Uint8Array): void => {}
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        send = bytes => {
          controller.enqueue(bytes)
          controller.close()
        }
      },
    })
    const onItsWay = other.ask('/api/v1/import?name=x.jsonl', { method: 'POST', body, duplex: 'half' } as RequestInit)
    await new Promise(resolve => setTimeout(resolve, 50))
    await other.service.close()
    send(new TextEncoder().encode('{}'))
    expect(problemIn(await onItsWay)).toMatchObject({ status: 503, detail: 'the server is being stopped' })
    expect(problemIn(await other.import('{}')).status).toBe(503)
    await other.close()
  })

  test('during a long import: told to come back, and the import waits for none', async () => {
    const shared = shareRecord(api.record, 20)
    let end = (): void => {}
    const importing = shared.alone(
      () =>
        new Promise<void>(resolve => {
          end = resolve
        }),
    )
    await expect(shared.use(record => record.sources())).rejects.toThrow('the record is taking in an import')
    await expect(shared.alone(async () => {})).rejects.toThrow('the record is taking in an import')
    end()
    await importing
    expect(await shared.use(async record => (await record.sources()).length)).toBeGreaterThan(0)
    await shared.close()
    await (await openRecord(api.record)).close()
  })
})

describe('a defect: 500', () => {
  test('is told to the server, not to the client', async () => {
    const told: unknown[] = []
    const { service } = api
    const broken = {
      ...service,
      record: {
        ...service.record,
        use: async () => {
          throw new TypeError('secret of the inside')
        },
      },
    }
    const app = makeApp(broken, { host: '127.0.0.1', token: null, onDefect: error => void told.push(error) })
    const response = await app.request('http://127.0.0.1/api/v1/events')
    const answer = await response.text()
    expect(response.status).toBe(500)
    expect(answer).not.toContain('secret')
    expect(Problem.parse(JSON.parse(answer)).title).toBe('defect')
    expect(String(told[0])).toContain('secret of the inside')
  })
})
