import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, openApi } from './http-service.ts'

/** The built page at `/`: what is sent, kept, packed and refused. */

const INDEX = '<!doctype html><title>Détente</title><script type="module" src="/assets/app-1a2b3c4d.js"></script>'
const SCRIPT = `export const words = ${JSON.stringify('Baku and Tehran. '.repeat(200))}`

let api: Api
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-site-'))
  const site = join(folder, 'web')
  mkdirSync(join(site, 'assets'), { recursive: true })
  writeFileSync(join(site, 'index.html'), INDEX)
  writeFileSync(join(site, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(site, 'assets', 'app-1a2b3c4d.js'), SCRIPT)
  writeFileSync(join(site, 'assets', 'app-1a2b3c4d.js.map'), '{}')
  writeFileSync(join(folder, 'secret.txt'), 'kept beside the page')
  symlinkSync('../secret.txt', join(site, 'link.txt'))
  api = await openApi()
})
afterAll(async () => {
  expect(api.defects).toEqual([])
  await api.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (path: string, init?: RequestInit) => api.under({ site: join(folder, 'web') })(path, init)

describe('the page', () => {
  test.each(['/', '/read', '/read/', '/pair/AZE-IRN', '/pair/AZE-IRN/2014', '/overview', '/data'])(
    '%s is the same page, asked for each time',
    async path => {
      const { status, text, headers } = await ask(path)
      expect([status, text]).toEqual([200, INDEX])
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('cache-control')).toBe('no-cache')
      const again = await ask(path, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
      expect([again.status, again.text]).toEqual([304, ''])
    },
  )

  test('nothing but its own files may run, be loaded or be asked', async () => {
    const { headers } = await ask('/')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('files named by their content are kept for ever, and packed for who can unpack', async () => {
    const app = api.under({ site: join(folder, 'web') })
    const plain = await app('/assets/app-1a2b3c4d.js')
    expect([plain.status, plain.text]).toEqual([200, SCRIPT])
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(plain.headers.get('vary')).toBe('Accept-Encoding')
    const packed = await api.raw({ site: join(folder, 'web') })('/assets/app-1a2b3c4d.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(SCRIPT)
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'))
    expect((await app('/icon.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/link.txt',
    '/assets/app-1a2b3c4d.js.map',
    '/assets/',
    '/assets/app-1a2b3c4d.js%00.html',
    '/reader',
    '/index.php',
  ])('%s leads nowhere: 404', async path => {
    const { status, headers, text } = await ask(path)
    expect(status).toBe(404)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(text).not.toContain('kept beside the page')
  })

  test.each(['/reader', '/pairs/AZE-IRN', '/index.php', '/..%2fsecret.txt'])(
    '%s typed by hand: the page, which says that there is none; a program gets a problem, and so does an API path',
    async path => {
      const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
      const { status, text, headers } = await ask(path, { headers: { accept } })
      expect([status, text]).toEqual([404, INDEX])
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
      const api = await ask(`/api/v1${path}`, { headers: { accept } })
      expect([api.status, api.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
      expect((await ask(path, { headers: { accept: '*/*' } })).json).toMatchObject({ status: 404 })
      expect((await ask(path, { method: 'POST', headers: { accept } })).json).toMatchObject({ status: 404 })
    },
  )

  test('other methods are refused, strangers too', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
    expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(403)
  })

  test('it comes without the token, the record does not', async () => {
    const under = api.under({ site: join(folder, 'web'), token: 'a-long-and-random-word' })
    expect((await under('/')).status).toBe(200)
    expect((await under('/assets/app-1a2b3c4d.js')).status).toBe(200)
    expect((await under('/api/v1/sources')).status).toBe(401)
  })
})

test('where it was not built, a page says what to do, and the API works', async () => {
  const under = api.under({ site: join(folder, 'nothing') })
  const { status, headers, text } = await under('/read')
  expect([status, headers.get('content-type')]).toEqual([503, 'text/html; charset=UTF-8'])
  expect(text).toContain('npm run build')
  expect((await under('/api/v1/sources')).status).toBe(200)
})
