import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Samples } from '../src/http/schemas/samples.ts'
import { States } from '../src/http/schemas/states.ts'
import { type Command, makeCommand } from './command.ts'
import { type Api, openApi } from './http-service.ts'

/** What is taken away as a file: reports, rows with codebook and citation, samples; and the list of states. */

const TEXT =
  'On 9 April 2014, President Ilham Aliyev visited Tehran. President Hassan Rouhani will visit Baku in September.\n'

let api: Api
let command: Command
let folder = ''
/** Where files lie on their way out. */
let outgoing = ''
beforeAll(async () => {
  outgoing = mkdtempSync(join(tmpdir(), 'detente-outgoing-'))
  process.env.TMPDIR = outgoing
  api = await openApi()
  command = await makeCommand()
  folder = mkdtempSync(join(outgoing, 'command-'))
})
afterAll(async () => {
  expect(api.defects).toEqual([])
  await api.close()
  command.remove()
  rmSync(outgoing, { recursive: true, force: true })
})

/** What the command line writes. */
const written = async (name: string, words: readonly string[], input = ''): Promise<string> => {
  const path = join(folder, name)
  const { code, stderr } = await command.run([...words, '-o', path, '--record', api.record], { input })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return readFileSync(path, 'utf8')
}

describe('reports', () => {
  const form = async (text: string, query: string) => {
    const body = new FormData()
    body.set('file', new File([text], '-'))
    return api.ask(`/api/v1/check?date=2014-07-17&as_of=2014-07-17,2015-12-31${query}`, { method: 'POST', body })
  }
  const words = ['check', '-', '--date', '2014-07-17', '--as-of', '2014-07-17,2015-12-31']

  test.each(['md', 'html'])('a check as %s is the file that the command line writes', async ending => {
    const { status, text, headers } = await form(TEXT, `&format=${ending}`)
    expect(status).toBe(200)
    expect(text).toBe(await written(`check.${ending}`, words, TEXT))
    expect(headers.get('content-disposition')).toBe(`inline; filename="check.${ending}"`)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('a brief as Markdown too', async () => {
    const { text, headers } = await api.ask('/api/v1/brief?a=Iran&b=Azerbaijan&as_of=2014-07-17&format=md')
    expect(text).toBe(await written('brief.md', ['brief', 'Iran', 'Azerbaijan', '--as-of', '2014-07-17']))
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('inline; filename="brief-AZE-IRN-2014-07-17.md"')
  })

  test.each([
    ['text/markdown', '', 'text/markdown'],
    ['text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', '', 'text/html'],
    ['text/html;q=0.4, application/json;q=0.8', '', 'application/json'],
    ['*/*', '', 'application/json'],
    ['image/png', '', 'application/json'],
    ['text/html', '&format=json', 'application/json'],
  ])('Accept: %s%s gives %s', async (accept, format, type) => {
    const { status, headers } = await api.ask(`/api/v1/check?date=2014-07-17${format}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', accept },
      body: TEXT,
    })
    expect([status, headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`])
  })

  test('a page bears nothing that runs: what others wrote stays words', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const { text, headers } = await form(TEXT.replace('Tehran', `Tehran ${script}`), '&format=html')
    expect(text).not.toMatch(/<script|<img/i)
    expect(text).toContain('&lt;script&gt;')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    )
  })
})

describe('rows', () => {
  const words = ['export', 'Iran', 'Azerbaijan', '--from', '2014-01-01', '--to', '2014-06-30', '--as-of', '2015-01-01']
  const query = '?a=Iran&b=Azerbaijan&from=2014-01-01&to=2014-06-30&as_of=2015-01-01'

  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['jsonl', 'application/jsonl; charset=utf-8'],
  ])('as %s: the file that the command line writes, with its codebook and citation', async (format, type) => {
    const name = `detente-AZE-IRN-2015-01-01.${format}`
    const rows = await api.ask(`/api/v1/export${query}&format=${format}`)
    expect([rows.status, rows.headers.get('content-type')]).toEqual([200, type])
    expect(rows.text).toBe(await written(name, words))
    expect(rows.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    for (const [part, file] of [
      ['codebook', `${name}.codebook.txt`],
      ['citation', `${name}.CITATION.txt`],
    ] as const) {
      const { text, headers } = await api.ask(`/api/v1/export${query}&format=${format}&part=${part}`)
      expect(text).toBe(readFileSync(join(folder, file), 'utf8'))
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    }
  })

  test('as Parquet; what comes out can be taken in again', async () => {
    const response = await api.raw({})(`/api/v1/export${query}&format=parquet`)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 4).toString()).toBe('PAR1')
    const path = join(folder, 'again.parquet')
    writeFileSync(path, bytes)
    const { code, stdout } = await command.run(['import', path, '--record', join(folder, 'again.duckdb'), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ rejected: 0 })
    expect(JSON.parse(stdout).rows).toBeGreaterThan(20)
  })

  test('nothing stays behind on the disk, not even of a client that went away', async () => {
    const response = await api.raw({})('/api/v1/export?format=jsonl')
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    await vi.waitFor(() => expect(readdirSync(outgoing).filter(name => name.startsWith('detente-export-'))).toEqual([]))
  })

  test.each([
    ['?b=Iran', 'b is given without a'],
    ['?a=Persa', 'unknown country "Persa"'],
    ['?source=nowhere', 'the record holds no data set "nowhere"'],
    ['?format=xlsx', 'unknown format'],
    ['?part=all', 'unknown part'],
    ['?from=2015-01-01&to=2014-01-01', 'lies after'],
  ])('%s: refused', async (wrong, detail) => {
    const { status, json } = await api.ask(`/api/v1/export${wrong}`)
    expect([status, json.title]).toEqual([400, 'wrong use'])
    expect(json.detail).toContain(detail)
  })
})

describe('samples', () => {
  test('are listed with their titles, and come as they ship', async () => {
    const { json } = await api.ask('/api/v1/samples')
    const { samples } = Samples.parse(json)
    expect(samples.length).toBeGreaterThan(1)
    for (const { name, kind, title, bytes } of samples) {
      expect(title).toMatch(/^[A-Z].{10,}/)
      const { text, headers } = await api.ask(`/api/v1/samples/${name}`)
      expect(text).toBe(readFileSync(fileURLToPath(new URL(`../data/samples/${name}`, import.meta.url)), 'utf8'))
      expect(Buffer.byteLength(text)).toBe(bytes)
      expect(headers.get('content-type')).toBe(
        kind === 'html' ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      )
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/)
    }
  })

  test.each(['README.md', '..%2Factors%2Fstates.tsv', '..%2f..%2fpackage.json', '%00.txt', 'none.txt', '.txt'])(
    '%s is none: 404',
    async name => {
      const { status, json } = await api.ask(`/api/v1/samples/${name}`)
      expect([status, json.detail]).toEqual([404, expect.stringMatching(/^there is no sample/)])
    },
  )
})

test('states: every name that is listed can be asked for, or asks back', async () => {
  const { states } = States.parse((await api.ask('/api/v1/states')).json)
  expect(states.find(({ id }) => id === 'IRN')).toMatchObject({
    iso2: 'IR',
    name: 'Iran',
    names: expect.arrayContaining(['Islamic Republic of Iran']),
  })
  expect(states.find(({ id }) => id === 'SUN')).toMatchObject({ to: '1991-12-26' })
  expect(states.map(({ id }) => id)).toHaveLength(new Set(states.map(({ id }) => id)).size)
  for (const { id, name } of states.slice(0, 40)) {
    const { status, json } = await api.ask(`/api/v1/events?limit=1&a=${encodeURIComponent(name)}`)
    if (status !== 200) expect(json.detail, id).toContain(id)
  }
})
