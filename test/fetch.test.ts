import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { download, makePlan, type Patience } from '../src/fetch/index.ts'
import { importFiles } from '../src/record/index.ts'

/** Fetching, against a server of our own that behaves as badly as servers do. */

const BODY = Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 251))
const MD5 = createHash('md5').update(BODY).digest('hex')

type Answer = (request: IncomingMessage, response: ServerResponse, turn: number) => void

const whole: Answer = (_request, response) => response.writeHead(200, { 'content-length': BODY.length }).end(BODY)

const ranged: Answer = (request, response) => {
  const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const rest = BODY.subarray(from)
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length }).end(rest)
}

/** Half of the file, then the line goes dead; asked again, it goes on where it was asked to. */
const breaking: Answer = (request, response, turn) => {
  if (turn > 0) return ranged(request, response, turn)
  response.writeHead(200, { 'content-length': BODY.length })
  response.write(BODY.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 50))
}

const saying =
  (status: number, headers: Record<string, string> = {}, then: Answer = whole): Answer =>
  (request, response, turn) =>
    turn === 0 ? response.writeHead(status, headers).end('no') : then(request, response, turn)

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/whole.zip': whole,
  '/breaking.zip': breaking,
  '/missing.zip': (_request, response) => response.writeHead(404).end(),
  '/busy.zip': saying(429, { 'retry-after': '0' }),
  '/failing.zip': saying(503),
  '/always-failing.zip': (_request, response) => response.writeHead(500).end(),
  '/short.zip': (_request, response, turn) => response.end(turn === 0 ? BODY.subarray(0, 10) : BODY),
  '/endless.zip': (_request, response) => {
    const more = (): void => void (response.writable && response.write(BODY, more))
    more()
  },
  '/other.zip': (_request, response) => response.end(Buffer.alloc(BODY.length, 7)),
  '/moved.zip': (_request, response) => response.writeHead(302, { location: '/whole.zip' }).end(),
  '/ring.zip': (_request, response) => response.writeHead(302, { location: '/ring.zip' }).end(),
  '/filesizes': (_request, response) =>
    response.end(
      `10 20160727.export.CSV.zip\n${BODY.length} 20160728.export.CSV.zip\n5 201303.zip\n5 2005.zip\n1 ../../evil\n`,
    ),
  '/md5sums': (_request, response) => response.end(`${MD5}  20160728.export.CSV.zip\n`),
}

let server: Server
let base = ''
let folder = ''
let asked: string[] = []
const turns = new Map<string, number>()
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    const turn = turns.get(path) ?? 0
    turns.set(path, turn + 1)
    asked.push(`${path} ${request.headers.range ?? ''}`.trim())
    ;(ANSWERS[path] ?? ((_q, r) => r.writeHead(404).end()))(request, response, turn)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  folder = mkdtempSync(join(tmpdir(), 'detente-fetch-'))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  asked = []
  turns.clear()
})

const patience: Patience = { allowPrivate: true, timeout: 5000, agent: 'detente/test', tries: 3, pause: 1 }
const offered = (name: string, more: { bytes?: number | null; md5?: string | null } = {}) => ({
  url: `${base}${name}`,
  name,
  bytes: BODY.length,
  md5: MD5,
  ...more,
})
const fetched = (name: string, more = {}) => download(offered(name, more), folder, patience)

test.each(['whole.zip', 'breaking.zip', 'busy.zip', 'failing.zip', 'short.zip', 'moved.zip'])(
  '%s comes whole in the end',
  async name => {
    expect(await fetched(name)).toMatchObject({ kind: 'fetched', bytes: BODY.length })
    expect(readFileSync(join(folder, name)).equals(BODY)).toBe(true)
    expect(existsSync(join(folder, `${name}.part`))).toBe(false)
  },
)

test('a file that broke off is gone on with, not begun anew', async () => {
  rmSync(join(folder, 'breaking.zip'), { force: true })
  await fetched('breaking.zip')
  expect(asked[0]).toBe('/breaking.zip')
  expect(asked[1]).toMatch(/^\/breaking\.zip bytes=\d+-$/)
})

test('a file that is there and right is not asked for again; one that is there and wrong is', async () => {
  writeFileSync(join(folder, 'whole.zip'), BODY)
  expect(await fetched('whole.zip')).toMatchObject({ kind: 'present' })
  expect(asked).toEqual([])
  writeFileSync(join(folder, 'whole.zip'), 'something else')
  expect(await fetched('whole.zip')).toMatchObject({ kind: 'fetched' })
})

test.each([
  ['missing.zip', 'missing', '404'],
  ['always-failing.zip', 'failed', '500'],
  ['other.zip', 'failed', 'MD5'],
  ['endless.zip', 'failed', 'more than'],
])('%s is %s: %s, and nothing stands under its name', async (name, kind, why) => {
  expect(await fetched(name)).toMatchObject({ kind, why: expect.stringContaining(why) })
  expect(existsSync(join(folder, name))).toBe(false)
})

test('a ring of redirects ends, and local addresses are refused unless allowed', async () => {
  await expect(fetched('ring.zip')).rejects.toThrow('redirected')
  const careful = { ...patience, allowPrivate: false }
  await expect(download(offered('a.zip'), folder, careful)).rejects.toThrow('local network')
  for (const host of ['localhost', '[::1]', '[::ffff:127.0.0.1]', '10.1.2.3', '169.254.169.254', '0x7f000001']) {
    const file = { ...offered('a.zip'), url: `http://${host}:1/a.zip` }
    await expect(download(file, folder, { ...careful, tries: 1 }), host).rejects.toThrow(/local network/)
  }
})

test('the plan says which files cover the days, with sizes and sums, and no names that lead out of the folder', async () => {
  const plan = await makePlan('gdelt', { from: '2013-03-15', to: '2016-12-31' }, patience, base)
  expect(plan.files.map(({ name, bytes, md5 }) => [name, bytes, md5])).toEqual([
    ['20160727.export.CSV.zip', 10, null],
    ['20160728.export.CSV.zip', BODY.length, MD5],
    ['201303.zip', 5, null],
  ])
  await expect(makePlan('moon', { from: '2016-01-01', to: '2016-01-02' }, patience, base)).rejects.toThrow(
    'nothing is known',
  )
})

const SAMPLE = join('..', 'shared', 'data', 'native', 'gdelt1_export_57_58_columns.csv')

const zipped = (name: string, entry: string, content: string): string => {
  const [file, source] = [join(folder, name), join(folder, 'zip-source')]
  writeFileSync(source, content)
  const script =
    'import sys,zipfile; zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED).write(sys.argv[2],sys.argv[3])'
  execFileSync('python3', ['-c', script, file, source, entry])
  return file
}

test('archives: a bomb, a name that climbs out, a cut and an empty one are refused in words', async () => {
  const record = join(folder, 'record.duckdb')
  const bomb = zipped('bomb.zip', '20160728.export.CSV', '0'.repeat(60_000_000))
  await expect(importFiles(record, [bomb])).rejects.toThrow('far more than tables do')
  const climbing = zipped('climbing.zip', '../../20160728.export.CSV', '1\t2\n')
  await expect(importFiles(record, [climbing])).rejects.toThrow(/damaged|archive/)
  const cut = zipped('cut.zip', 'a.csv', 'x'.repeat(100_000))
  writeFileSync(cut, readFileSync(cut).subarray(0, 60))
  await expect(importFiles(record, [cut])).rejects.toThrow('damaged')
})

test.skipIf(!existsSync(SAMPLE))(
  'a file that was fetched goes into the record as it is (needs ../shared)',
  async () => {
    const file = zipped('20160728.export.CSV.zip', '20160728.export.CSV', readFileSync(SAMPLE, 'utf8'))
    const report = await importFiles(join(folder, 'record.duckdb'), [file], { format: 'gdelt1' })
    expect(report.accepted).toBe(710)
    expect(report.files[0]?.path).toBe(`${file}/20160728.export.CSV`)
  },
)
